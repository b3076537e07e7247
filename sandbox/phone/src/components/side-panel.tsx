import type { ReactNode } from 'react';

interface SidePanelProps {
  title: string;
  hint?: string;
  children: ReactNode;
}

/** What stands beside the phone on a wide screen. */
export function SidePanel({ title, hint, children }: SidePanelProps) {
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-4 p-5">
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
        {hint !== undefined && <p className="mt-1 text-[13px] text-muted">{hint}</p>}
      </div>
      {children}
    </div>
  );
}
