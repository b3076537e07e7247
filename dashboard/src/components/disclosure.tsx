import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

/** Something that is there for who wants it. The browser's own details: it also opens when searched in. */
export function Disclosure({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="group rounded-card border border-hairline">
      <summary className="ring-focus flex min-h-10 list-none items-center gap-2 rounded-card px-3 py-2 font-medium hover:bg-raised [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted transition-transform duration-120 group-open:rotate-90"
        />
        {summary}
      </summary>
      <div className="px-3 pb-3">{children}</div>
    </details>
  );
}
