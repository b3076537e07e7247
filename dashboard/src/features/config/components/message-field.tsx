import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { BOT_MESSAGE_MAX_CHARACTERS, DEFAULT_MESSAGES } from '../../../../../domain/agent/default-messages';
import { fillVariables, MESSAGE_VARIABLES } from '../../../../../domain/agent/fill-variables';
import { Field } from '../../../components/field';
import { Textarea } from '../../../components/textarea';
import { useMe } from '../../../lib/api/me-query';
import { cx } from '../../../lib/cx';
import { useFormat } from '../../../lib/format/use-format';
import { type ConfigForm, type MessageName, OPTIONAL_MESSAGES } from '../lib/config-form';
import { MessagePreview } from './message-preview';
import { RestoreButton } from './restore-button';
import { useProblemWords } from './use-problem-words';

/** From here on it is said how much is left. */
const COUNTED_FROM = 800;

/** A fixed text beside the balloon that the customer will see. */
export function MessageField({ name }: { name: MessageName }) {
  const { t } = useTranslation('config');
  const format = useFormat();
  const words = useProblemWords();
  const { control } = useFormContext<ConfigForm>();
  const samples = { opensAt: t('messages.sample.opensAt'), business: useMe().data?.tenant.name ?? '' };
  const { field, fieldState } = useController({ control, name: `messages.${name}` });
  const length = field.value.trim().length;
  const emptyWords = name === 'outOfHours' ? t('messages.outOfHours.empty') : t('messages.optional');
  const variables = variablesOf(name).map((variable) => `{{${variable}}}`);
  const isDefault = field.value === DEFAULT_MESSAGES[name];
  return (
    <div className="grid gap-x-6 gap-y-3 py-5 first:pt-0 last:pb-0 lg:grid-cols-[minmax(0,1fr)_280px]">
      <Field
        label={t(`messages.${name}.label`)}
        hint={
          <>
            {t(`messages.${name}.hint`)}
            {OPTIONAL_MESSAGES.includes(name) && ` ${emptyWords}`}
            {variables.length > 0 && ` ${t('messages.variables', { names: variables.join(', ') })}`}
            {length >= COUNTED_FROM && (
              <span className={cx('ml-2', length > BOT_MESSAGE_MAX_CHARACTERS && 'text-danger')}>
                {format.number(length)}/{format.number(BOT_MESSAGE_MAX_CHARACTERS)}
              </span>
            )}
          </>
        }
        error={words(fieldState.error?.message)}
        aside={
          !isDefault && (
            <RestoreButton
              name={t(`messages.${name}.label`)}
              onRestore={() => field.onChange(DEFAULT_MESSAGES[name])}
            />
          )
        }
      >
        {(control) => <Textarea {...control} {...field} rows={2} className="min-h-16" />}
      </Field>
      <MessagePreview
        text={fillVariables(field.value, samples)}
        silent={name === 'outOfHours' ? emptyWords : undefined}
      />
    </div>
  );
}

function variablesOf(name: MessageName): readonly string[] {
  return name === 'outOfHours' || name === 'closing' ? MESSAGE_VARIABLES[name] : [];
}
