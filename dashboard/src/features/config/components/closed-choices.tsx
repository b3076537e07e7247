import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { RadioCards } from '../../../components/radio-cards';
import type { ConfigForm } from '../lib/config-form';

const CHOICES = ['answers', 'wait', 'handover'] as const;

/** What the AI does while nobody is there. */
export function ClosedChoices() {
  const { t } = useTranslation('config');
  const { control, setValue } = useFormContext<ConfigForm>();
  const [aiAnswers, whileClosed] = useWatch({ control, name: ['hours.aiAnswers', 'hours.whileClosed'] });
  return (
    <RadioCards
      legend={t('hours.closedTitle')}
      value={aiAnswers ? 'answers' : whileClosed}
      className="lg:grid-cols-3"
      options={CHOICES.map((choice) => ({
        value: choice,
        label: t(`hours.while.${choice}.label`),
        detail: t(`hours.while.${choice}.detail`),
      }))}
      onChange={(choice) => {
        setValue('hours.aiAnswers', choice === 'answers', { shouldDirty: true });
        if (choice !== 'answers') setValue('hours.whileClosed', choice, { shouldDirty: true });
      }}
    />
  );
}
