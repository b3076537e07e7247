import { cx } from '../lib/cx';

interface CountdownRingProps {
  /** 1 when it begins, 0 when it is over. */
  share: number;
  /** What is left, in words. */
  label: string;
  className?: string;
}

const RADIUS = 9;
const LENGTH = 2 * Math.PI * RADIUS;

/** Time that runs out, as a ring that empties. */
export function CountdownRing({ share, label, className }: CountdownRingProps) {
  const left = Math.min(1, Math.max(0, share));
  return (
    <span className={cx('inline-flex items-center gap-2 text-sm text-text-2 tabular-nums', className)}>
      <svg viewBox="0 0 24 24" aria-hidden className="size-6 -rotate-90">
        <circle cx="12" cy="12" r={RADIUS} fill="none" strokeWidth="3" className="stroke-divider" />
        <circle
          cx="12"
          cy="12"
          r={RADIUS}
          fill="none"
          strokeWidth="3"
          strokeLinecap="round"
          strokeDasharray={LENGTH}
          strokeDashoffset={LENGTH * (1 - left)}
          className={cx(
            'transition-[stroke-dashoffset] duration-1000 ease-linear',
            left < 0.25 ? 'stroke-warning' : 'stroke-primary-text',
          )}
        />
      </svg>
      {label}
    </span>
  );
}
