import { Plus, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EXTRA_DATES_MAX, type ExtraDate } from '../../../../../domain/hours/opening-hours';
import { Button } from '../../../components/button';
import { Checkbox } from '../../../components/checkbox';
import { IconButton } from '../../../components/icon-button';
import { Input } from '../../../components/input';
import { NEW_DAY } from '../lib/week';
import { DayHours } from './day-hours';

const NAME_MAX_CHARACTERS = 60;

interface ExtraDatesProps {
  dates: ExtraDate[];
  onChange: (dates: ExtraDate[]) => void;
}

/** Days unlike their weekday: a bridge day off, a Sunday before Christmas. */
export function ExtraDates({ dates, onChange }: ExtraDatesProps) {
  const { t } = useTranslation('config');
  const change = (index: number, part: Partial<ExtraDate>) =>
    onChange(dates.map((date, at) => (at === index ? { ...date, ...part } : date)));
  return (
    <div className="flex flex-col gap-3">
      {dates.length > 0 && (
        <ul className="divide-y divide-hairline">
          {dates.map(({ date, name, open }, index) => (
            <li key={index} className="flex flex-col gap-2 py-3 first:pt-0">
              <div className="flex min-w-0 flex-wrap items-center gap-2">
                <Input
                  type="date"
                  aria-label={t('hours.dateLabel')}
                  aria-invalid={date === '' || undefined}
                  value={date}
                  onChange={(event) => change(index, { date: event.target.value })}
                  className="max-w-44"
                />
                <Input
                  aria-label={t('hours.dateName')}
                  placeholder={t('hours.dateName')}
                  maxLength={NAME_MAX_CHARACTERS}
                  value={name}
                  onChange={(event) => change(index, { name: event.target.value })}
                  className="max-w-60 min-w-32 flex-1"
                />
                <IconButton
                  label={t('hours.removeDate')}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => onChange(dates.filter((_, at) => at !== index))}
                />
              </div>
              <Checkbox
                label={t('hours.dateOpen')}
                checked={open.length > 0}
                onChange={(event) => change(index, { open: event.target.checked ? [NEW_DAY] : [] })}
              />
              {open.length > 0 && (
                <DayHours
                  name={name === '' ? date : name}
                  intervals={open}
                  onChange={(intervals) => change(index, { open: intervals })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {dates.length < EXTRA_DATES_MAX && (
        <Button
          size="sm"
          icon={<Plus aria-hidden />}
          className="self-start"
          onClick={() => onChange([...dates, { date: '', name: '', open: [] }])}
        >
          {t('hours.addDate')}
        </Button>
      )}
    </div>
  );
}
