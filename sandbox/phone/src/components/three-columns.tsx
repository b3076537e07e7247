import type { ReactNode } from 'react';

interface ThreeColumnsProps {
  /** What is in the middle, for those who hear the page. */
  title: string;
  left: ReactNode;
  leftLabel: string;
  right: ReactNode;
  rightLabel: string;
  children: ReactNode;
}

/** The phone in the middle; its neighbours only where there is room for them. */
export function ThreeColumns({ title, left, leftLabel, right, rightLabel, children }: ThreeColumnsProps) {
  return (
    <div className="flex min-h-0 flex-1">
      <aside
        aria-label={leftLabel}
        className="scroll-quiet hidden w-[300px] shrink-0 flex-col overflow-y-auto border-r border-divider bg-surface md:flex"
      >
        {left}
      </aside>
      <main className="flex min-h-0 min-w-0 flex-1 items-stretch justify-center md:items-center">
        <h1 className="sr-only">{title}</h1>
        {children}
      </main>
      <aside
        aria-label={rightLabel}
        // It may hold nothing but text to scroll, which the keyboard has to reach.
        tabIndex={0}
        className="scroll-quiet hidden w-[340px] shrink-0 flex-col overflow-y-auto border-l border-divider bg-surface -outline-offset-2 wide:flex"
      >
        {right}
      </aside>
    </div>
  );
}
