import { cx } from '../../../lib/cx';

interface FilterChipsProps<T extends string> {
  legend: string;
  /** The words of "no filter". */
  all: string;
  value: T | undefined;
  options: { value: T; label: string }[];
  onChange: (value: T | undefined) => void;
}

/** One of a few, or all. */
export function FilterChips<T extends string>({
  legend,
  all,
  value,
  options,
  onChange,
}: FilterChipsProps<T>) {
  const choices: { value: T | undefined; label: string }[] = [{ value: undefined, label: all }, ...options];
  return (
    <div role="group" aria-label={legend} className="flex flex-wrap gap-1.5">
      {choices.map((choice) => (
        <button
          key={choice.value ?? ''}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
          className={cx(
            'ring-focus h-8 rounded-full border px-3 text-sm transition-colors duration-120 pointer-coarse:h-11',
            choice.value === value
              ? 'border-primary-text bg-raised text-text'
              : 'border-divider text-text-2 hover:bg-raised',
          )}
        >
          {choice.label}
        </button>
      ))}
    </div>
  );
}
