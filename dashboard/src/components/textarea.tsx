import type { ComponentProps } from 'react';
import { cx } from '../lib/cx';
import { controlClass } from './input';

/** Grows with its text, where the browser can. */
export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      className={cx(controlClass, 'field-sizing-content resize-none px-3 py-2', className)}
    />
  );
}
