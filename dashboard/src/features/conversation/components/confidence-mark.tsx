import { useTranslation } from 'react-i18next';
import { MeterBar } from '../../../components/meter-bar';
import { useFormat } from '../../../lib/format/use-format';
import { confidenceTone } from '../lib/confidence-tone';

/** How sure the AI was, small. */
export function ConfidenceMark({ value }: { value: number }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <MeterBar value={value} tone={confidenceTone(value)} className="h-1 w-11" />
      {t('message.confidence', { percent: format.percent(value) })}
    </span>
  );
}
