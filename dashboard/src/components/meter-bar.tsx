import { cx } from '../lib/cx';

const FILLS = {
  success: 'bg-success',
  warning: 'bg-warning',
  danger: 'bg-danger',
  primary: 'bg-primary-text',
};

interface MeterBarProps {
  /** 0 to 1. */
  value: number;
  tone: keyof typeof FILLS;
  /** Where a limit lies, 0 to 1: drawn as a line across. */
  mark?: number;
  className?: string;
}

/** A share as a bar. The figure always stands beside it, so this is for eyes only. */
export function MeterBar({ value, tone, mark, className }: MeterBarProps) {
  const percent = (share: number) => `${Math.min(1, Math.max(0, share)) * 100}%`;
  return (
    <span aria-hidden className={cx('relative block h-1.5 rounded-full bg-divider', className)}>
      <span
        className={cx('absolute inset-y-0 left-0 rounded-full transition-[width] duration-300', FILLS[tone])}
        style={{ width: percent(value) }}
      />
      {mark !== undefined && (
        <span
          className="absolute -inset-y-1 w-0.5 -translate-x-1/2 bg-text"
          style={{ left: percent(mark) }}
        />
      )}
    </span>
  );
}
