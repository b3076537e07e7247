import { useTranslation } from 'react-i18next';
import type { WeeklyInterval } from '../../../../../domain/hours/opening-hours';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { useFormat } from '../../../lib/format/use-format';
import { intervalsOn, likeOnWorkdays, NEW_DAY, OFFICE_WEEK, WEEK, withDay } from '../lib/week';
import { DayHours } from './day-hours';

interface WeekEditorProps {
  weekly: WeeklyInterval[];
  onChange: (weekly: WeeklyInterval[]) => void;
}

/** When people are there, day by day. */
export function WeekEditor({ weekly, onChange }: WeekEditorProps) {
  const { t } = useTranslation('config');
  const names = weekdayNames(useFormat().place.language);
  if (weekly.length === 0) {
    return (
      <div className="flex flex-wrap items-center justify-between gap-3 rounded-card border border-divider px-3.5 py-3">
        <p className="min-w-0 text-text-2">{t('hours.none')}</p>
        <Button onClick={() => onChange(OFFICE_WEEK)}>{t('hours.start')}</Button>
      </div>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      <ul className="divide-y divide-hairline">
        {WEEK.map((day) => {
          const intervals = intervalsOn(weekly, day);
          const name = names[day] ?? '';
          return (
            <li key={day} className="grid gap-x-4 gap-y-2 py-2.5 sm:grid-cols-[11rem_minmax(0,1fr)]">
              <Checkbox
                label={<span className="inline-block font-medium first-letter:uppercase">{name}</span>}
                checked={intervals.length > 0}
                onChange={(event) => onChange(withDay(weekly, day, event.target.checked ? [NEW_DAY] : []))}
                className="sm:pt-1.5"
              />
              {intervals.length === 0 ? (
                <p className="text-muted max-sm:hidden sm:pt-1.5">{t('hours.closed')}</p>
              ) : (
                <DayHours
                  name={name}
                  intervals={intervals}
                  onChange={(changed) => onChange(withDay(weekly, day, changed))}
                />
              )}
            </li>
          );
        })}
      </ul>
      <Button size="sm" className="self-start" onClick={() => onChange(likeOnWorkdays(weekly, 1))}>
        {t('hours.copyMonday')}
      </Button>
    </div>
  );
}

/** By their number, Sunday first. */
function weekdayNames(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // 4 January 2026 is a Sunday.
  return [0, 1, 2, 3, 4, 5, 6].map((day) => format.format(Date.UTC(2026, 0, 4 + day)));
}
