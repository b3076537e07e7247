import { FastForward } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { Input } from '../../../components/input';

const MINUTE_MS = 60_000;
const JUMPS = [
  { key: 'minutes', ms: 10 * MINUTE_MS },
  { key: 'hour', ms: 60 * MINUTE_MS },
  { key: 'day', ms: 1_440 * MINUTE_MS },
] as const;

interface ClockButtonsProps {
  disabled: boolean;
  onAdvance: (ms: number) => void;
}

/** Lets simulated time pass. */
export function ClockButtons({ disabled, onAdvance }: ClockButtonsProps) {
  const { t } = useTranslation('flows');
  const [hours, setHours] = useState('');
  const custom = Number(hours.replace(',', '.'));
  const valid = hours !== '' && custom > 0;
  return (
    <div
      role="group"
      aria-label={t('clock.label')}
      className="flex flex-wrap items-center gap-1.5 border-t border-divider bg-surface px-2 py-2 text-sm"
    >
      <FastForward aria-hidden className="size-4 text-muted" />
      {JUMPS.map(({ key, ms }) => (
        <Button key={key} size="sm" disabled={disabled} onClick={() => onAdvance(ms)}>
          {t(`clock.${key}`)}
        </Button>
      ))}
      <form
        className="flex items-center gap-1"
        onSubmit={(event) => {
          event.preventDefault();
          if (valid && !disabled) onAdvance(custom * 60 * MINUTE_MS);
        }}
      >
        <span className="w-20">
          <Input
            aria-label={t('clock.hours')}
            placeholder={t('clock.hours')}
            inputMode="decimal"
            value={hours}
            disabled={disabled}
            onChange={(event) => setHours(event.target.value)}
            className="h-7 pointer-coarse:h-9"
          />
        </span>
        <Button type="submit" size="sm" disabled={disabled || !valid}>
          {t('clock.go')}
        </Button>
      </form>
    </div>
  );
}
