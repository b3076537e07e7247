import { useId, type InputHTMLAttributes } from 'react';

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  hint?: string;
  error?: string | undefined;
}

export function Field({ label, hint, error, ...rest }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-[13px] text-text-2">
        {label}
      </label>
      <input
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        className="h-10 w-full rounded-control border border-control bg-canvas px-3 text-text placeholder:text-muted"
        {...rest}
      />
      {note !== undefined && (
        <p id={`${id}-note`} className={error === undefined ? 'text-xs text-muted' : 'text-xs text-danger'}>
          {note}
        </p>
      )}
    </div>
  );
}
