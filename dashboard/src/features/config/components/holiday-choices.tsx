import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { nextHolidays } from '../../../../../domain/hours/holidays';
import { Checkbox } from '../../../components/checkbox';
import { dayOf } from '../../../lib/format/date';
import { useFormat } from '../../../lib/format/use-format';
import { useNow } from '../../../lib/time/use-now';
import type { ConfigForm } from '../lib/config-form';

const SHOWN = 3;
const HOUR_MS = 3_600_000;

/** Whether holidays are closed, and which come next. */
export function HolidayChoices() {
  const { t } = useTranslation('config');
  const { language } = useFormat().place;
  const now = useNow(HOUR_MS);
  const { register, control } = useFormContext<ConfigForm>();
  const [holidays, optional, timeZone] = useWatch({
    control,
    name: ['hours.holidays', 'hours.optionalHolidays', 'hours.timeZone'],
  });
  const next = nextHolidays(dayOf(new Date(now), { timeZone }), SHOWN, optional);
  const format = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return (
    <div className="flex flex-col gap-2.5">
      <Checkbox {...register('hours.holidays')} label={t('hours.holidays')} />
      {holidays && (
        <>
          <Checkbox
            {...register('hours.optionalHolidays')}
            label={t('hours.optionalHolidays')}
            className="pl-6.5"
          />
          <div className="pl-6.5 text-sm">
            <p className="text-muted">{t('hours.nextHolidays')}</p>
            <ul className="mt-1 flex flex-col gap-0.5 text-text-2">
              {next.map(({ date, key }) => (
                <li key={date}>
                  <time dateTime={date}>{format.format(Date.parse(date))}</time> · {t(`holiday.${key}`)}
                </li>
              ))}
            </ul>
          </div>
        </>
      )}
    </div>
  );
}
