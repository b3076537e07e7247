import { useTranslation } from 'react-i18next';
import { Chip, type Tone } from '../../../components/chip';
import { Disclosure } from '../../../components/disclosure';
import { Notice } from '../../../components/notice';
import type { Turn } from '../../../lib/api/types';
import { useFormat } from '../../../lib/format/use-format';
import { TurnConfidence } from './turn-confidence';
import { TurnFacts } from './turn-facts';
import { TurnPassages } from './turn-passages';
import { TurnPrompt } from './turn-prompt';

const TONES: Record<Turn['decision'], Tone> = {
  answered: 'success',
  handover: 'warning',
  silenced: 'neutral',
  stale: 'neutral',
  fenced: 'human',
  summary: 'neutral',
  intent: 'neutral',
  interrupted: 'neutral',
};

/** What the AI decided and everything that led to it, from the plain to the technical. */
export function TurnReasons({ turn }: { turn: Turn }) {
  const { t } = useTranslation('conversation');
  const format = useFormat();
  const { trace } = turn;
  return (
    <div className="flex flex-col gap-6 p-5">
      <section className="flex flex-col items-start gap-2">
        <Chip tone={TONES[turn.decision]} dot>
          {t(`turn.decision.${turn.decision}`)}
        </Chip>
        <p className="text-text-2">{t(`turn.decisionDetail.${turn.decision}`)}</p>
        <p className="text-xs text-muted">{format.dateTime(turn.createdAt)}</p>
      </section>
      {trace.problem !== null && (
        <Notice tone="danger" title={t('turn.problem')}>
          {trace.problem}
        </Notice>
      )}
      {trace.confidence !== null && (
        <TurnConfidence confidence={trace.confidence} threshold={trace.threshold} />
      )}
      <TurnPassages trace={trace} />
      <TurnFacts turn={turn} />
      <div className="flex flex-col gap-2">
        {trace.raw !== null && (
          <Disclosure summary={t('turn.raw')}>
            <pre
              tabIndex={0}
              className="ring-focus max-h-80 overflow-auto rounded-control bg-canvas p-3 font-mono text-xs whitespace-pre-wrap"
            >
              {prettyJson(trace.raw)}
            </pre>
          </Disclosure>
        )}
        {trace.prompt.length > 0 && <TurnPrompt prompt={trace.prompt} />}
      </div>
    </div>
  );
}

/** The model answers in JSON, mostly. */
function prettyJson(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
