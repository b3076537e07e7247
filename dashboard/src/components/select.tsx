import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '../lib/cx';
import { controlClass } from './input';

/** The browser's own: the best list a phone has. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cx('relative flex min-w-0', className)}>
      <select {...rest} className={cx(controlClass, 'h-9 appearance-none pr-8 pl-3 pointer-coarse:h-11')}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
