import type { ReactNode } from 'react';

interface CheckboxProps {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
  detail?: ReactNode;
  disabled?: boolean;
}

/** Yes or no, with its words beside it. */
export function Checkbox({ checked, onChange, children, detail, disabled }: CheckboxProps) {
  return (
    <label className="flex min-h-9 cursor-pointer items-start gap-3 py-1.5 has-disabled:cursor-not-allowed has-disabled:opacity-60 pointer-coarse:min-h-11">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
        className="ring-focus mt-0.5 size-4 shrink-0 accent-primary"
      />
      <span className="min-w-0 flex-1">
        {children}
        {detail !== undefined && <span className="block text-sm text-muted">{detail}</span>}
      </span>
    </label>
  );
}
