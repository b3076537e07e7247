import { Plus, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { INTERVALS_A_DAY_MAX, type OpenInterval } from '../../../../../domain/hours/opening-hours';
import { Button } from '../../../components/button';
import { IconButton } from '../../../components/icon-button';
import { Input } from '../../../components/input';
import { oneMore } from '../lib/week';

interface DayHoursProps {
  /** Names the day for screen readers. */
  name: string;
  intervals: OpenInterval[];
  onChange: (intervals: OpenInterval[]) => void;
}

/** On a phone the whole field opens the clock, and there is no room for its sign. */
const timeClass = 'max-w-32 max-sm:px-2 max-sm:[&::-webkit-calendar-picker-indicator]:hidden';

/** The times of one day: from, to, and one more. */
export function DayHours({ name, intervals, onChange }: DayHoursProps) {
  const { t } = useTranslation('config');
  const change = (index: number, part: Partial<OpenInterval>) =>
    onChange(intervals.map((interval, at) => (at === index ? { ...interval, ...part } : interval)));
  return (
    <div className="flex min-w-0 flex-col gap-2">
      {intervals.map(({ opens, closes }, index) => (
        <div key={index} className="flex min-w-0 items-center gap-2">
          <Input
            type="time"
            aria-label={t('hours.opensOf', { name })}
            aria-invalid={opens === '' || undefined}
            value={opens}
            onChange={(event) => change(index, { opens: event.target.value })}
            className={timeClass}
          />
          <span aria-hidden className="text-muted">
            {t('hours.to')}
          </span>
          <Input
            type="time"
            aria-label={t('hours.closesOf', { name })}
            aria-invalid={closes === '' || undefined}
            value={closes}
            onChange={(event) => change(index, { closes: event.target.value })}
            className={timeClass}
          />
          <IconButton
            label={t('hours.removeTime', { name })}
            icon={<X aria-hidden />}
            onClick={() => onChange(intervals.filter((_, at) => at !== index))}
          />
          {closes !== '' && closes <= opens && (
            <span className="shrink-0 text-xs text-muted max-sm:hidden">{t('hours.nextDay')}</span>
          )}
        </div>
      ))}
      {intervals.length < INTERVALS_A_DAY_MAX && (
        <Button
          size="sm"
          variant="quiet"
          icon={<Plus aria-hidden />}
          aria-label={t('hours.addTimeOf', { name })}
          onClick={() => onChange(oneMore(intervals))}
          className="self-start"
        >
          {t('hours.addTime')}
        </Button>
      )}
    </div>
  );
}
