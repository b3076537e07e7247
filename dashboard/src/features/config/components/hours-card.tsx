import type { ReactNode } from 'react';
import { Controller, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { Checkbox } from '../../../components/checkbox';
import { Field } from '../../../components/field';
import { Notice } from '../../../components/notice';
import { Select } from '../../../components/select';
import type { ConfigForm } from '../lib/config-form';
import { BRAZILIAN_ZONES, cityOf, otherZones } from '../lib/time-zones';
import { ClosedChoices } from './closed-choices';
import { ExtraDates } from './extra-dates';
import { HolidayChoices } from './holiday-choices';
import { WeekEditor } from './week-editor';

/** When people are there, and what happens when they are not. */
export function HoursCard() {
  const { t } = useTranslation('config');
  const { register, control, formState } = useFormContext<ConfigForm>();
  const [weekly, timeZone] = useWatch({ control, name: ['hours.weekly', 'hours.timeZone'] });
  const wrong = formState.errors.hours;
  return (
    <Card title={t('hours.title')} description={t('hours.detail')}>
      <div className="flex flex-col gap-6">
        <Controller
          control={control}
          name="hours.weekly"
          render={({ field }) => <WeekEditor weekly={field.value} onChange={field.onChange} />}
        />
        {wrong?.weekly !== undefined && (
          <Notice tone="danger" role="alert">
            {t('problem.timeMissing')}
          </Notice>
        )}
        {weekly.length > 0 && (
          <>
            <Field label={t('hours.timeZone')} hint={t('hours.timeZoneHint')} className="max-w-80">
              {(field) => (
                <Select {...field} {...register('hours.timeZone')}>
                  <optgroup label={t('hours.brazil')}>
                    {BRAZILIAN_ZONES.map((zone) => (
                      <option key={zone} value={zone}>
                        {cityOf(zone)}
                      </option>
                    ))}
                  </optgroup>
                  <optgroup label={t('hours.world')}>
                    {otherZones(timeZone).map((zone) => (
                      <option key={zone} value={zone}>
                        {zone.replaceAll('_', ' ')}
                      </option>
                    ))}
                  </optgroup>
                </Select>
              )}
            </Field>
            <HolidayChoices />
            <Part title={t('hours.datesTitle')} detail={t('hours.datesDetail')}>
              <Controller
                control={control}
                name="hours.extraDates"
                render={({ field }) => <ExtraDates dates={field.value} onChange={field.onChange} />}
              />
              {wrong?.extraDates !== undefined && (
                <Notice tone="danger" role="alert" className="mt-3">
                  {t('problem.dateMissing')}
                </Notice>
              )}
            </Part>
            <Part title={t('hours.closedTitle')} detail={t('hours.closedDetail')}>
              <ClosedChoices />
            </Part>
            <Checkbox
              {...register('hours.returnInOpenHours')}
              label={t('hours.returnInOpenHours')}
              hint={t('hours.returnInOpenHoursHint')}
            />
          </>
        )}
      </div>
    </Card>
  );
}

function Part({ title, detail, children }: { title: string; detail: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="font-medium">{title}</h3>
      <p className="mb-3 text-sm text-muted">{detail}</p>
      {children}
    </section>
  );
}
