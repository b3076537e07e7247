import { type ComponentProps, type ReactNode, useId } from 'react';
import { cx } from '../lib/cx';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  label: ReactNode;
  hint?: ReactNode;
}

/** A yes or no with its words, all of which may be pressed. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const hintId = useId();
  return (
    <label className={cx('flex min-w-0 cursor-pointer items-start gap-2.5 pointer-coarse:py-1.5', className)}>
      <input
        {...rest}
        type="checkbox"
        aria-describedby={hint === undefined ? undefined : hintId}
        className="ring-focus mt-0.5 size-4 shrink-0 rounded-xs accent-primary"
      />
      <span className="min-w-0">
        <span className="block">{label}</span>
        {hint !== undefined && (
          <span id={hintId} className="block text-sm text-muted">
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
