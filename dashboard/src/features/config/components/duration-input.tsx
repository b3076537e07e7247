import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { Select } from '../../../components/select';
import { formatDuration } from '../../../lib/format/duration';
import { type ConfigForm, TIMING_UNITS, type TimingName } from '../lib/config-form';
import { TIMING_LIMITS } from '../lib/config-schema';
import { useProblemWords } from './use-problem-words';

/** A time as a figure and its unit. */
export function DurationInput({ name }: { name: TimingName }) {
  const { t } = useTranslation('config');
  const words = useProblemWords();
  const { register, control, formState } = useFormContext<ConfigForm>();
  const isOne = Number(useWatch({ control, name: `timing.${name}.amount` })) === 1;
  const error = formState.errors.timing?.[name]?.amount?.message;
  const label = t(`timing.${name}.label`);
  const units = TIMING_UNITS[name];
  return (
    <Field
      label={label}
      error={words(error)}
      hint={`${t(`timing.${name}.hint`)} ${t('timing.limit', { time: formatDuration(TIMING_LIMITS[name].max) })}`}
    >
      {(control) => (
        <div className="flex gap-2">
          <div className="w-24 shrink-0">
            <Input
              {...control}
              {...register(`timing.${name}.amount`)}
              inputMode="decimal"
              autoComplete="off"
            />
          </div>
          <Select
            {...register(`timing.${name}.unit`, { deps: `timing.${name}.amount` })}
            aria-label={t('timing.unitOf', { name: label })}
            className="flex-1"
          >
            {units.map((unit) => (
              <option key={unit} value={unit}>
                {t(`unit.${unit}`, { count: isOne ? 1 : 2 })}
              </option>
            ))}
          </Select>
        </div>
      )}
    </Field>
  );
}
