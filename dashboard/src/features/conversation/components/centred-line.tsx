import type { ReactNode } from 'react';
import { cx } from '../../../lib/cx';

interface CentredLineProps {
  kind: 'day' | 'unread' | 'event';
  children: ReactNode;
}

/** What stands between messages: days, events, where the new ones begin. */
export function CentredLine({ kind, children }: CentredLineProps) {
  const edge = cx('h-px min-w-6 flex-1', kind === 'unread' ? 'bg-accent/60' : 'max-w-12 bg-divider');
  return (
    <div
      className={cx(
        'flex items-center justify-center gap-3 px-4 text-center text-xs text-balance',
        kind === 'unread' ? 'font-medium text-accent-text' : 'text-muted',
        kind === 'event' ? 'my-3' : 'my-4',
      )}
    >
      {kind !== 'event' && <span aria-hidden className={edge} />}
      <span>{children}</span>
      {kind !== 'event' && <span aria-hidden className={edge} />}
    </div>
  );
}
