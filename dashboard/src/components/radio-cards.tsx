import { type ReactNode, useId } from 'react';
import { cx } from '../lib/cx';

interface RadioCardsProps<T extends string> {
  legend: string;
  value: T;
  options: { value: T; label: string; detail?: ReactNode; icon?: ReactNode; lang?: string }[];
  onChange: (value: T) => void;
  disabled?: boolean;
  className?: string;
}

/** A few choices that are worth comparing, side by side. */
export function RadioCards<T extends string>(props: RadioCardsProps<T>) {
  const name = useId();
  return (
    <fieldset disabled={props.disabled} className="min-w-0">
      <legend className="sr-only">{props.legend}</legend>
      <div className={cx('grid gap-3', props.className)}>
        {props.options.map((option) => (
          <label
            key={option.value}
            lang={option.lang}
            className={cx(
              'flex min-w-0 cursor-pointer gap-3 rounded-card border border-divider p-3.5 transition-colors duration-120 hover:bg-raised',
              'has-checked:border-primary-text has-checked:bg-raised has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus',
              'has-disabled:cursor-not-allowed has-disabled:opacity-60',
            )}
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
              className="mt-0.5 size-4 shrink-0 appearance-none rounded-full border border-control outline-none checked:border-[5px] checked:border-primary checked:bg-white"
            />
            <span className="min-w-0 flex-1">
              <span className="flex items-center gap-2 font-medium [&_svg]:size-4 [&_svg]:text-muted">
                {option.icon}
                {option.label}
              </span>
              {option.detail !== undefined && (
                <span className="mt-1 block text-sm text-text-2">{option.detail}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
