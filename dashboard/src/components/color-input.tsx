import type { FieldControl } from './field';

interface ColorInputProps extends FieldControl {
  /** #rrggbb */
  value: string;
  onChange: (color: string) => void;
}

/** The browser's own choice of a colour, with its number beside it. */
export function ColorInput({ value, onChange, ...control }: ColorInputProps) {
  return (
    <span className="flex items-center gap-2.5">
      <input
        {...control}
        type="color"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="ring-focus h-9 w-14 shrink-0 cursor-pointer rounded-control border border-control bg-surface p-1 pointer-coarse:h-11"
      />
      <span className="font-mono text-sm text-muted">{value}</span>
    </span>
  );
}
