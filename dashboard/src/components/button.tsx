import type { ComponentProps, ReactNode } from 'react';
import { cx } from '../lib/cx';
import { Spinner } from './spinner';

export type ButtonVariant = 'primary' | 'accent' | 'outline' | 'ghost' | 'quiet' | 'danger';
export type ButtonSize = 'sm' | 'md' | 'lg';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'bg-primary text-white hover:not-disabled:bg-primary-hover',
  accent: 'bg-accent text-white hover:not-disabled:bg-accent-hover',
  danger: 'bg-danger-solid text-white hover:not-disabled:bg-danger-solid-hover',
  outline: 'border border-divider text-text hover:not-disabled:bg-raised',
  quiet: 'text-primary-text hover:not-disabled:bg-raised',
  ghost: 'text-text-2 hover:not-disabled:bg-raised hover:not-disabled:text-text',
};

const SIZES: Record<ButtonSize, string> = {
  sm: 'h-7 px-2.5 text-sm pointer-coarse:h-9',
  md: 'h-8 px-3 pointer-coarse:h-11 pointer-coarse:px-4',
  lg: 'h-10 px-4 pointer-coarse:h-11',
};

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Shows that it is being done; presses are ignored meanwhile. */
  busy?: boolean;
  icon?: ReactNode;
}

/** `type="button"` unless told otherwise: a form is sent only by what says so. */
export function Button({
  variant = 'outline',
  size = 'md',
  busy = false,
  icon,
  className,
  children,
  disabled,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      disabled={disabled}
      // Not disabled while busy: that would throw the focus away.
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={cx(buttonClass(variant, size), busy && 'cursor-progress', className)}
    >
      {busy ? <Spinner /> : icon}
      {children}
    </button>
  );
}

/** For links that look like buttons. */
export function buttonClass(variant: ButtonVariant = 'outline', size: ButtonSize = 'md'): string {
  return cx(
    'ring-focus inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap',
    'transition-colors duration-120 select-none disabled:opacity-45 [&_svg]:size-4 [&_svg]:shrink-0',
    VARIANTS[variant],
    SIZES[size],
  );
}
