import { useTranslation } from 'react-i18next';
import { MeterBar } from '../../../components/meter-bar';
import type { Turn } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { confidenceTone } from '../lib/confidence-tone';

interface TurnConfidenceProps {
  confidence: NonNullable<Turn['trace']['confidence']>;
  threshold: number;
}

/** How sure it was, against how sure it has to be. */
export function TurnConfidence({ confidence, threshold }: TurnConfidenceProps) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const { value, retrieval, support } = confidence;
  const enough = value >= threshold;
  return (
    <section className="rounded-card border border-hairline p-4">
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="font-semibold">{t('turn.confidence')}</h3>
        <span className="text-lg font-semibold">{format.percent(value)}</span>
      </div>
      <MeterBar
        value={value}
        mark={threshold}
        tone={confidenceTone(value, threshold)}
        className="mt-3 mb-2 h-2"
      />
      <p className="text-sm text-text-2">
        {t(enough ? 'turn.above' : 'turn.below', { percent: format.percent(threshold) })}
      </p>
      <dl className="mt-4 flex flex-col gap-3 border-t border-hairline pt-4 text-sm">
        <Part label={t('turn.retrieval')} detail={t('turn.retrievalDetail')} value={retrieval} />
        <Part label={t('turn.support')} detail={t('turn.supportDetail')} value={support} />
      </dl>
    </section>
  );
}

function Part({ label, detail, value }: { label: string; detail: string; value: number }) {
  const format = useFormat();
  return (
    <div className="grid grid-cols-[1fr_auto] gap-x-3">
      <dt>
        <span className="font-medium">{label}</span>
        <span className="block text-xs text-muted">{detail}</span>
      </dt>
      <dd className="flex items-center gap-2">
        <MeterBar value={value} tone="primary" className="w-16" />
        <span className="w-10 text-right">{format.percent(value)}</span>
      </dd>
    </div>
  );
}
