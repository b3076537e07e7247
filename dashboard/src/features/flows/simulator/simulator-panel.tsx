import { RotateCcw, ShieldCheck } from 'lucide-react';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowDocument } from '../../../../../domain/flow/document';
import { isAiKind } from '../../../../../domain/flow/simulate/simulation';
import { Button } from '../../../components/button';
import { FilterChips } from '../components/filter-chips';
import { AiSwitch } from './ai-switch';
import { CannedAnswers } from './canned-answers';
import { ChatPhone } from './chat-phone';
import { OneNodeForm } from './one-node-form';
import { SimulatedTrace } from './simulated-trace';
import { pausedAt, traceOf } from './simulator';
import { type Tries, createTries, useSimulator } from './use-simulator';
import { WaitingFor } from './waiting-for';

export interface SimulatorPanelProps {
  document: FlowDocument;
  flowId: string;
  /** The node the try has come to, or that is looked at in the trace. */
  onNode?: (nodeId: string | undefined) => void;
  /** Kept by whoever shows it also elsewhere; else its own. */
  tries?: Tries;
}

const SIDES = ['answers', 'one'] as const;
type Side = (typeof SIDES)[number];

/** A phone to try a drawing on, with the trace beside it. No message leaves and nothing changes. */
export function SimulatorPanel({ document, flowId, onNode, tries }: SimulatorPanelProps) {
  const { t } = useTranslation('flows');
  const [own] = useState(createTries);
  const kept = tries ?? own;
  const { state, act, flow } = useSimulator(document, flowId, kept);
  const [side, setSide] = useState<Side>();
  const titles = useMemo(() => new Map(document.nodes.map((node) => [node.id, node])), [document]);
  const { sim } = state;
  const trace = traceOf(sim);
  const here = pausedAt(sim) ?? trace.at(-1)?.nodeId;
  const tell = useEffectEvent((nodeId: string | undefined) => onNode?.(nodeId));
  useEffect(() => {
    tell(here);
    return () => tell(undefined);
  }, [here]);
  return (
    <section
      aria-label={t('simulator.title')}
      data-flow={flowId}
      className="flex min-h-0 flex-1 flex-col gap-3 overflow-y-auto p-3"
    >
      <p className="flex items-start gap-2 text-sm text-text-2">
        <ShieldCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
        {t(state.ai === 'real' ? 'simulator.safeButAi' : 'simulator.safe')}
      </p>
      {document.nodes.some(({ kind }) => isAiKind(kind)) && <AiSwitch state={state} act={act} />}
      <div className="flex flex-wrap items-start gap-4">
        <div className="flex min-w-0 flex-1 basis-72 flex-col gap-3">
          <ChatPhone state={state} act={act} flow={flow} />
          <Button icon={<RotateCcw aria-hidden />} onClick={() => act({ type: 'restart' })}>
            {t('simulator.restart')}
          </Button>
        </div>
        <div className="flex min-w-0 flex-1 basis-72 flex-col gap-4">
          <WaitingFor sim={sim} flow={flow} nodes={titles} act={act} />
          <SimulatedTrace
            steps={trace}
            nodes={titles}
            pauses={state.pauses}
            act={act}
            onNode={(nodeId) => onNode?.(nodeId)}
          />
          <FilterChips
            legend={t('simulator.more')}
            all={t('simulator.side.trace')}
            value={side}
            options={SIDES.map((value) => ({ value, label: t(`simulator.side.${value}`) }))}
            onChange={setSide}
          />
          {side === 'answers' && <CannedAnswers state={state} act={act} document={document} />}
          {side === 'one' && <OneNodeForm document={document} flowId={flowId} tries={kept} />}
        </div>
      </div>
    </section>
  );
}
