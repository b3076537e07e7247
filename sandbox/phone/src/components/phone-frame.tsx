import type { ReactNode } from 'react';

/** A phone's outline on a desk; on a phone, nothing but the screen. */
export function PhoneFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section
      aria-label={label}
      className="flex min-h-0 w-full flex-1 flex-col overflow-hidden bg-surface md:my-6 md:h-[min(820px,calc(100dvh-104px))] md:w-[400px] md:flex-none md:rounded-[36px] md:border md:border-control md:p-[9px] md:ring-1 md:ring-divider md:ring-offset-4 md:ring-offset-canvas"
    >
      <div className="flex min-h-0 flex-1 flex-col overflow-hidden bg-canvas md:rounded-[27px] md:border md:border-divider">
        {children}
      </div>
    </section>
  );
}
