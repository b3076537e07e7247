import { Slider as Base } from '@base-ui/react/slider';

interface SliderProps {
  label: string;
  value: number;
  /** The value in words, as screen readers say it. */
  valueText: string;
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
}

export function Slider({ label, value, valueText, onChange, min = 0, max = 100, step = 1 }: SliderProps) {
  return (
    <Base.Root value={value} min={min} max={max} step={step} largeStep={step * 10} onValueChange={onChange}>
      <Base.Control className="flex h-11 w-full touch-none items-center select-none">
        <Base.Track className="h-1.5 w-full rounded-full bg-divider">
          <Base.Indicator className="rounded-full bg-primary" />
          <Base.Thumb
            aria-label={label}
            getAriaValueText={() => valueText}
            className="size-5 rounded-full border-[3px] border-primary bg-white has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
