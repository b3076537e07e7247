import { cx } from '../lib/cx';

/** A colour that people chose, beside its words. */
export function ColorDot({ color, className }: { color: string; className?: string }) {
  return (
    <span
      aria-hidden
      style={{ backgroundColor: color }}
      className={cx('size-3 shrink-0 rounded-full border border-control', className)}
    />
  );
}
