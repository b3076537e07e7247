import { Controller, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { Slider } from '../../../components/slider';
import { useFormat } from '../../../lib/format/use-format';
import type { ConfigForm } from '../lib/config-form';

/** How sure the AI must be before it answers by itself. */
export function ConfidenceCard() {
  const { t } = useTranslation('config');
  const format = useFormat();
  const { control } = useFormContext<ConfigForm>();
  return (
    <Card title={t('confidence.title')} description={t('confidence.detail')}>
      <Controller
        control={control}
        name="threshold"
        render={({ field }) => (
          <>
            <div className="mb-1 flex items-baseline justify-between gap-4">
              <p className="text-xl font-semibold">{format.percent(field.value / 100)}</p>
              <p className="text-right text-sm text-text-2">{t(`confidence.${levelOf(field.value)}`)}</p>
            </div>
            <Slider
              label={t('confidence.label')}
              value={field.value}
              valueText={format.percent(field.value / 100)}
              onChange={field.onChange}
            />
            <div aria-hidden className="flex justify-between text-xs text-muted">
              <span>{t('confidence.bold')}</span>
              <span>{t('confidence.careful')}</span>
            </div>
          </>
        )}
      />
    </Card>
  );
}

function levelOf(threshold: number): 'never' | 'low' | 'balanced' | 'high' | 'always' {
  if (threshold === 0) return 'never';
  if (threshold < 40) return 'low';
  if (threshold <= 65) return 'balanced';
  return threshold < 100 ? 'high' : 'always';
}
