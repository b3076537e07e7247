import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field';
import { Select } from '../../../components/select';
import { RUN_STATUSES, type RunStatus } from '../api/shapes';
import { PERIODS, type Period } from '../lib/flows-search';

interface ChoiceProps<T> {
  value: T | undefined;
  onChange: (value: T | undefined) => void;
  className?: string;
}

/** How a run stands, or all. */
export function RunStatusField({ value, onChange, className = '' }: ChoiceProps<RunStatus>) {
  const { t } = useTranslation('flows');
  return (
    <Field label={t('runs.filter.status')} className={className}>
      {(control) => (
        <Select
          {...control}
          value={value ?? ''}
          onChange={({ target }) => onChange(RUN_STATUSES.find((known) => known === target.value))}
        >
          <option value="">{t('runs.filter.all')}</option>
          {RUN_STATUSES.map((status) => (
            <option key={status} value={status}>
              {t(`run.status.${status}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** Begun since when, or ever. */
export function RunPeriodField({ value, onChange, className = '' }: ChoiceProps<Period>) {
  const { t } = useTranslation('flows');
  return (
    <Field label={t('runs.filter.period')} className={className}>
      {(control) => (
        <Select
          {...control}
          value={value ?? ''}
          onChange={({ target }) => onChange(PERIODS.find((known) => known === target.value))}
        >
          <option value="">{t('runs.filter.ever')}</option>
          {PERIODS.map((period) => (
            <option key={period} value={period}>
              {t(`runs.period.${period}`)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
