import type { ReactNode } from 'react';
import { cx } from '../../../lib/cx';

/** What stands between messages: days, events, where the new ones begin. */
export function CentredLine({ children, tone }: { children: ReactNode; tone?: 'accent' }) {
  const edge = cx('h-px min-w-6 flex-1', tone === 'accent' ? 'bg-accent/60' : 'max-w-12 bg-divider');
  return (
    <div
      className={cx(
        'my-4 flex items-center justify-center gap-3 text-center text-xs text-balance',
        tone === 'accent' ? 'font-medium text-accent-text' : 'text-muted',
      )}
    >
      <span aria-hidden className={edge} />
      <span>{children}</span>
      <span aria-hidden className={edge} />
    </div>
  );
}
