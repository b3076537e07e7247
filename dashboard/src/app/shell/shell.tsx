import { Outlet } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { BottomBar } from './bottom-bar';
import { ConnectionStrip } from './connection-strip';
import { DisconnectedBanner } from './disconnected-banner';
import { ShortcutSheet } from './shortcut-sheet';
import { Sidebar } from './sidebar';
import { useWaitingTitle } from './use-waiting-title';
import { useLiveSync } from './use-live-sync';

/** What stands around every page of who is signed in. */
export function Shell() {
  const { t } = useTranslation();
  useLiveSync();
  useWaitingTitle();
  return (
    <div className="flex h-dvh flex-col sm:flex-row">
      <a
        href="#conteudo"
        className="ring-focus fixed top-2 left-2 z-80 -translate-y-20 rounded-control bg-primary px-3 py-2 font-medium text-white focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <Sidebar />
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ConnectionStrip />
        <DisconnectedBanner />
        <main id="conteudo" tabIndex={-1} className="min-h-0 flex-1 outline-none">
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <ShortcutSheet />
    </div>
  );
}
