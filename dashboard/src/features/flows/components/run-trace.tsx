import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from '../../../lib/cx';
import { useFormat } from '../../../lib/format/use-format';
import { formatDuration } from '../../../lib/format/duration';
import { useNow } from '../../../lib/time/use-now';
import { stepMs, type TitledStep } from '../lib/trace';
import { JsonView } from './json-view';
import { KindIcon } from './kind-icon';
import { StepStatusChip } from './run-status';
import { useHandleName } from './use-handle-name';
import { useKindName } from './use-kind-name';

const SECOND_MS = 1_000;

/** A step that somebody asked to see; again each time it is asked for. */
export interface WantedStep {
  seq: number;
}

interface RunTraceProps {
  steps: TitledStep[];
  selected: string | undefined;
  wanted: WantedStep | undefined;
  onSelect: (nodeId: string) => void;
}

/** Every node it went through, in order; each opens to what went in and came out. */
export function RunTrace({ steps, selected, wanted, onSelect }: RunTraceProps) {
  const { t } = useTranslation('flows');
  const now = useNow(SECOND_MS);
  if (steps.length === 0) return <p className="text-text-2">{t('run.noSteps')}</p>;
  return (
    <ol aria-label={t('run.trace')} className="flex flex-col gap-1.5">
      {steps.map((step) => (
        <Step
          key={step.seq}
          step={step}
          now={now}
          isSelected={step.nodeId === selected}
          wanted={wanted?.seq === step.seq ? wanted : undefined}
          onSelect={() => onSelect(step.nodeId)}
        />
      ))}
    </ol>
  );
}

interface StepProps {
  step: TitledStep;
  now: number;
  isSelected: boolean;
  wanted: WantedStep | undefined;
  onSelect: () => void;
}

function Step(props: StepProps) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  const kindName = useKindName();
  const handleName = useHandleName();
  const { step, now, wanted } = props;
  const details = useRef<HTMLDetailsElement>(null);
  const ms = stepMs(step, now);
  useEffect(() => {
    if (wanted === undefined || details.current === null) return;
    details.current.open = true;
    details.current.querySelector('summary')?.focus();
    details.current.scrollIntoView({ block: 'nearest' });
  }, [wanted]);
  return (
    <li>
      <details
        ref={details}
        className={cx('rounded-card border', props.isSelected ? 'border-primary-text' : 'border-hairline')}
        onToggle={props.onSelect}
      >
        <summary className="ring-focus flex min-h-11 list-none flex-wrap items-center gap-x-3 gap-y-1 rounded-card px-3 py-2 hover:bg-raised [&::-webkit-details-marker]:hidden">
          <span className="w-6 shrink-0 text-right text-sm text-muted tabular-nums">{step.seq}</span>
          <KindIcon kind={step.kind} className="size-4 shrink-0 text-muted" />
          <span className="min-w-0 flex-1 basis-40">
            <span className="font-medium">{step.title === '' ? kindName(step.kind) : step.title}</span>
            {step.handle !== null && (
              <span className="block text-sm text-muted">
                {t('run.leftBy', { handle: handleName(step.handle, step.node) })}
              </span>
            )}
          </span>
          <StepStatusChip status={step.status} />
          <span className="text-sm text-muted tabular-nums">
            {ms < SECOND_MS ? format.milliseconds(ms) : formatDuration(ms)}
          </span>
        </summary>
        <div className="flex flex-col gap-3 px-3 pb-3">
          <p className="text-sm text-muted">{format.dateTime(step.startedAt)}</p>
          {hasContent(step.error) && (
            <div>
              <p className="mb-1 text-sm font-medium text-danger">{t('run.error')}</p>
              <JsonView value={step.error} />
            </div>
          )}
          <div>
            <p className="mb-1 text-sm font-medium">{t('run.input')}</p>
            <JsonView value={step.input} />
          </div>
          <div>
            <p className="mb-1 text-sm font-medium">{t('run.output')}</p>
            <JsonView value={step.output} />
          </div>
        </div>
      </details>
    </li>
  );
}

function hasContent(value: unknown): boolean {
  return value !== null && value !== undefined;
}
