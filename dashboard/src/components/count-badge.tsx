import { cx } from '../lib/cx';

interface CountBadgeProps {
  count: number;
  /** What is counted, in words. */
  label: string;
  tone?: 'accent' | 'primary';
  className?: string;
}

/** A small number that says how much waits; nothing when nothing does. */
export function CountBadge({ count, label, tone = 'accent', className }: CountBadgeProps) {
  if (count === 0) return null;
  return (
    <span
      className={cx(
        'grid h-[18px] min-w-[18px] shrink-0 place-items-center rounded-full px-1.5 text-xs leading-none font-medium text-white tabular-nums',
        tone === 'accent' ? 'bg-accent' : 'bg-primary',
        className,
      )}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
