import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Tone } from '../../../../../domain/agent/tone';
import { Card } from '../../../components/card';
import { RadioCards } from '../../../components/radio-cards';
import type { ConfigForm } from '../lib/config-form';

export function ToneCard() {
  const { t } = useTranslation('config');
  const { control } = useFormContext<ConfigForm>();
  return (
    <Card title={t('tone.title')} description={t('tone.detail')}>
      <Controller
        control={control}
        name="tone"
        render={({ field }) => (
          <RadioCards
            legend={t('tone.title')}
            value={field.value}
            onChange={field.onChange}
            className="sm:grid-cols-3"
            options={Object.values(Tone).map((tone) => ({
              value: tone,
              label: t(`tone.${tone}.label`),
              detail: <q>{t(`tone.${tone}.sample`)}</q>,
            }))}
          />
        )}
      />
    </Card>
  );
}
