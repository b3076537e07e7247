import type { ReactNode } from 'react';

/** The bar at the top of the phone's screen. */
export function ScreenBar({ children }: { children: ReactNode }) {
  return (
    <header className="flex h-16 shrink-0 items-center gap-2 border-b border-divider bg-surface px-3">
      {children}
    </header>
  );
}
