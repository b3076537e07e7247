import type { ReactNode } from 'react';
import { classNames } from './class-names';

export type Tone = 'success' | 'warning' | 'danger' | 'info' | 'plain';

const tones: Record<Tone, string> = {
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-danger',
  info: 'text-info',
  plain: 'text-text-2',
};

export function Chip({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        'inline-flex h-[22px] shrink-0 items-center gap-1.5 rounded-full bg-raised px-2 text-xs whitespace-nowrap',
        tones[tone],
      )}
    >
      {tone !== 'plain' && <i className="size-[7px] rounded-full bg-current" aria-hidden />}
      {children}
    </span>
  );
}
