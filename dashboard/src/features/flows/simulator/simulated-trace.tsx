import { CirclePause } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FlowNode } from '../../../../../domain/flow/document';
import type { SimulatedStep } from '../../../../../domain/flow/simulate/simulation';
import { IconButton } from '../../../components/icon-button';
import { cx } from '../../../lib/cx';
import { JsonView } from '../components/json-view';
import { KindIcon } from '../components/kind-icon';
import { StepStatusChip } from '../components/run-status';
import { useHandleName } from '../components/use-handle-name';
import { useKindName } from '../components/use-kind-name';
import type { SimulatorAction } from './simulator';
import { useFailureWords } from '../components/use-failure-words';

interface SimulatedTraceProps {
  steps: SimulatedStep[];
  nodes: Map<string, FlowNode>;
  pauses: string[];
  act: (action: SimulatorAction) => void;
  onNode: (nodeId: string) => void;
}

/** What the try went through. */
export function SimulatedTrace({ steps, nodes, pauses, act, onNode }: SimulatedTraceProps) {
  const { t } = useTranslation('flows');
  const failureWords = useFailureWords();
  const kindName = useKindName();
  const handleName = useHandleName();
  if (steps.length === 0) return <p className="text-sm text-muted">{t('simulator.noSteps')}</p>;
  return (
    <ol aria-label={t('run.trace')} className="flex flex-col gap-1.5">
      {steps.map((step, index) => {
        const title = nodes.get(step.nodeId)?.title || kindName(step.type);
        const paused = pauses.includes(step.nodeId);
        return (
          <li key={`${index}:${step.nodeId}`} className="flex items-start gap-1">
            <details
              className="min-w-0 flex-1 rounded-card border border-hairline"
              onToggle={() => onNode(step.nodeId)}
            >
              <summary className="ring-focus flex min-h-10 list-none flex-wrap items-center gap-x-2 gap-y-1 rounded-card px-2.5 py-1.5 hover:bg-raised [&::-webkit-details-marker]:hidden">
                <KindIcon kind={step.type} className="size-4 shrink-0 text-muted" />
                <span className="min-w-0 flex-1">
                  {title}
                  {step.handle !== null && (
                    <span className="block text-sm text-muted">
                      {t('run.leftBy', { handle: handleName(step.handle, nodes.get(step.nodeId)) })}
                    </span>
                  )}
                </span>
                <StepStatusChip status={step.status} />
              </summary>
              <div className="flex flex-col gap-2 px-2.5 pb-2.5 text-sm">
                {step.error !== null && (
                  <p className="text-danger" title={step.error.message}>
                    {failureWords(step.error.type)}
                  </p>
                )}
                {step.input !== null && (
                  <div>
                    <p className="mb-1 font-medium">{t('run.input')}</p>
                    <JsonView value={step.input} />
                  </div>
                )}
                <div>
                  <p className="mb-1 font-medium">{t('run.output')}</p>
                  <JsonView value={step.output} />
                </div>
              </div>
            </details>
            <IconButton
              label={t(paused ? 'simulator.unpause' : 'simulator.pause', { title })}
              icon={<CirclePause aria-hidden />}
              aria-pressed={paused}
              onClick={() => act({ type: 'pause', nodeId: step.nodeId, on: !paused })}
              className={cx('mt-1', paused && 'bg-raised text-primary-text')}
            />
          </li>
        );
      })}
    </ol>
  );
}
