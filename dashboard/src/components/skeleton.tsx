import { cx } from '../lib/cx';

/** One grey shape. */
export function Skeleton({ className = '' }: { className?: string }) {
  return (
    <span className={cx('shimmer block', !className.includes('rounded') && 'rounded-control', className)} />
  );
}
