import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PACE_LIMITS, typingPauseMs } from '../../../../../domain/conversation/pace';
import { Card } from '../../../components/card';
import { Field } from '../../../components/field';
import { Input } from '../../../components/input';
import { useFormat } from '../../../lib/format/use-format';
import type { ConfigForm } from '../lib/config-form';
import { DEFAULT_PACE_FORM, PACE_FACTOR, PACE_NAMES, type PaceName, readPaceField } from '../lib/pace-fields';
import { RestoreButton } from './restore-button';
import { useProblemWords } from './use-problem-words';

/** How long an answer is that most people would call short. */
const SAMPLE_CHARACTERS = 160;

/** How fast the AI types, how patient it is, and how much one number sends. */
export function PaceCard() {
  const { t } = useTranslation('config');
  return (
    <Card title={t('pace.title')} description={t('pace.detail')}>
      <div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
        {PACE_NAMES.map((name) => (
          <PaceField key={name} name={name} />
        ))}
      </div>
      <TypingSample />
    </Card>
  );
}

function PaceField({ name }: { name: PaceName }) {
  const { t } = useTranslation('config');
  const format = useFormat();
  const words = useProblemWords();
  const { register, control, formState, setValue } = useFormContext<ConfigForm>();
  const typed = useWatch({ control, name: `pace.${name}` });
  const { min, max } = PACE_LIMITS[name];
  const shown = (value: number) => format.number(value / PACE_FACTOR[name]);
  return (
    <Field
      label={t(`pace.${name}.label`)}
      error={words(formState.errors.pace?.[name]?.message)}
      hint={`${t(`pace.${name}.hint`)} ${t('pace.limit', { min: shown(min), max: shown(max) })}`}
      aside={
        typed !== DEFAULT_PACE_FORM[name] && (
          <RestoreButton
            name={t(`pace.${name}.label`)}
            onRestore={() =>
              setValue(`pace.${name}`, DEFAULT_PACE_FORM[name], { shouldDirty: true, shouldValidate: true })
            }
          />
        )
      }
    >
      {(control) => (
        <div className="flex items-center gap-2.5">
          <div className="w-24 shrink-0">
            <Input {...control} {...register(`pace.${name}`)} inputMode="decimal" autoComplete="off" />
          </div>
          <span className="text-text-2">
            {t(`pace.${name}.unit`, { count: readPaceField(name, typed) === PACE_FACTOR[name] ? 1 : 2 })}
          </span>
        </div>
      )}
    </Field>
  );
}

/** What the figures mean for a customer who waits. */
function TypingSample() {
  const { t } = useTranslation('config');
  const format = useFormat();
  const { control } = useFormContext<ConfigForm>();
  const [speed, longest] = useWatch({ control, name: ['pace.charactersPerSecond', 'pace.pauseMaxMs'] });
  const charactersPerSecond = readPaceField('charactersPerSecond', speed);
  const pauseMaxMs = readPaceField('pauseMaxMs', longest);
  if (charactersPerSecond === undefined || pauseMaxMs === undefined) return null;
  const pause = typingPauseMs({ charactersPerSecond, pauseMaxMs, customerTypingMaxMs: 0 }, SAMPLE_CHARACTERS);
  return (
    <p role="status" className="mt-5 rounded-control bg-raised px-3 py-2 text-sm text-text-2">
      {pause === 0
        ? t('pace.sampleNone')
        : t('pace.sample', { characters: SAMPLE_CHARACTERS, seconds: format.number(pause / 1_000) })}
    </p>
  );
}
