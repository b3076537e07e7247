import type { ComponentProps } from 'react';
import { cx } from '../lib/cx';

/** 16 px on phones: below it iOS zooms the page when a field is focused. */
export const controlClass = cx(
  'ring-focus w-full min-w-0 rounded-control border border-control bg-surface text-md text-text sm:text-base',
  'transition-colors duration-120 hover:not-disabled:border-muted aria-invalid:border-danger',
  'disabled:border-divider disabled:text-muted read-only:bg-transparent',
);

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input {...rest} className={cx(controlClass, 'h-9 px-3 pointer-coarse:h-11', className)} />;
}
