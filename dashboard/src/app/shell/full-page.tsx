import { Outlet } from '@tanstack/react-router';
import { ConnectionStrip } from './connection-strip';
import { useLiveSync } from './use-live-sync';

/** For work that needs the whole page: the news of the account, and nothing around it. */
export function FullPage() {
  useLiveSync();
  return (
    <div className="flex h-dvh flex-col">
      <ConnectionStrip />
      <main id="conteudo" tabIndex={-1} className="flex min-h-0 flex-1 flex-col outline-none">
        <Outlet />
      </main>
    </div>
  );
}
