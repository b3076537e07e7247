import { useTranslation } from 'react-i18next';
import type { Turn } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';

/** Model, tokens, cost, time: what a turn took. */
export function TurnFacts({ turn }: { turn: Turn }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const { trace } = turn;
  const facts: [string, string][] = [
    [t('turn.model'), trace.model ?? t('turn.noModel')],
    [
      t('turn.tokens'),
      t('turn.tokensValue', {
        prompt: format.number(turn.promptTokens),
        completion: format.number(turn.completionTokens),
      }),
    ],
    [t('turn.cost'), trace.costMicros === null ? t('turn.unknown') : format.micros(trace.costMicros)],
    [t('turn.searchTime'), format.milliseconds(trace.latency.search)],
    [t('turn.modelTime'), format.milliseconds(trace.latency.model)],
    ...(trace.attempt > 1 ? [[t('turn.attempt'), format.number(trace.attempt)] as [string, string]] : []),
  ];
  return (
    <section>
      <h3 className="mb-2 font-semibold">{t('turn.facts')}</h3>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-card border border-hairline bg-hairline">
        {facts.map(([label, value]) => (
          <div key={label} className="bg-surface px-3 py-2.5">
            <dt className="text-xs text-muted">{label}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
        {facts.length % 2 === 1 && <div className="bg-surface" />}
      </dl>
    </section>
  );
}
