import type { ReactNode } from 'react';
import { cx } from '../lib/cx';

export type Tone = 'neutral' | 'ai' | 'human' | 'warning' | 'success' | 'danger' | 'info';

export const toneText: Record<Tone, string> = {
  neutral: 'text-text-2',
  ai: 'text-primary-text',
  human: 'text-accent-text',
  warning: 'text-warning',
  success: 'text-success',
  danger: 'text-danger',
  info: 'text-info',
};

interface ChipProps {
  tone?: Tone;
  /** The dot before the words; a chip without one is a plain label. */
  dot?: boolean;
  children: ReactNode;
  className?: string;
}

/** A state in words. The colour only repeats them. */
export function Chip({ tone = 'neutral', dot = false, children, className }: ChipProps) {
  return (
    <span
      data-chip
      className={cx(
        'inline-flex h-[22px] max-w-full shrink-0 items-center gap-1.5 rounded-full bg-text/7 px-2 text-xs whitespace-nowrap',
        toneText[tone],
        className,
      )}
    >
      {dot && <span aria-hidden className="size-[7px] shrink-0 rounded-full bg-current" />}
      <span className="truncate">{children}</span>
    </span>
  );
}
