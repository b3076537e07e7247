import type { ButtonHTMLAttributes } from 'react';
import { classNames } from './class-names';

type Look = 'primary' | 'quiet' | 'danger' | 'destroy';

const looks: Record<Look, string> = {
  primary: 'bg-primary text-white border-primary hover:bg-primary-hover',
  quiet: 'border-divider text-text hover:bg-raised',
  destroy: 'bg-danger-solid text-white border-danger-solid hover:brightness-110',
  danger: 'border-divider text-danger hover:bg-raised',
};

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
}

export function Button({ look = 'quiet', className, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classNames(
        'inline-flex min-h-9 items-center justify-center gap-2 rounded-control border px-3 font-medium whitespace-nowrap transition-colors disabled:opacity-50',
        looks[look],
        className,
      )}
      {...rest}
    />
  );
}
