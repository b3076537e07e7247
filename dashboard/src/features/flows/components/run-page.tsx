import { Link, useParams } from '@tanstack/react-router';
import { Ban, ChevronLeft, Repeat } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../../../components/button';
import { Card } from '../../../components/card';
import { ErrorState } from '../../../components/error-state';
import { Loading } from '../../../components/loading';
import { Page } from '../../../components/page';
import { Skeleton } from '../../../components/skeleton';
import { useMay } from '../../../lib/session/use-session';
import { useRun } from '../api/use-runs';
import type { RunDetail } from '../api/shapes';
import { useVersion } from '../api/use-versions';
import { isOver, lastStepAt, standingOf, titledSteps } from '../lib/trace';
import { CancelRunDialog } from './cancel-run-dialog';
import { type RunCanvasProps, RunSketch } from './painted-sketch';
import { RepeatRunDialog } from './repeat-run-dialog';
import { RunDrawing } from './run-drawing';
import { RunFacts } from './run-facts';
import { RunStanding } from './run-standing';
import { RunTrace, type WantedStep } from './run-trace';

/**
 * One passage: what it went through, where it stands, and what may be done about it. The page itself knows only a
 * sketch; who mounts it may give a canvas.
 */
export function RunPage({ Canvas = RunSketch }: { Canvas?: ComponentType<RunCanvasProps> }) {
  const { t } = useTranslation('flows');
  const { runId } = useParams({ from: '/shell/automations/runs/$runId' });
  const run = useRun(runId);
  if (run.data !== undefined) return <Loaded run={run.data} Canvas={Canvas} />;
  return (
    <Page title={t('run.title')}>
      {run.isError ? (
        <ErrorState error={run.error} onRetry={() => void run.refetch()} retrying={run.isFetching} />
      ) : (
        <Loading className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
          <Skeleton className="h-96 rounded-card" />
          <Skeleton className="h-56 rounded-card" />
        </Loading>
      )}
    </Page>
  );
}

function Loaded({ run, Canvas }: { run: RunDetail; Canvas: ComponentType<RunCanvasProps> }) {
  const { t } = useTranslation('flows');
  const mayEdit = useMay('ORG_MANAGER');
  const version = useVersion(run.flowId, run.version);
  const [dialog, setDialog] = useState<'cancel' | 'repeat'>();
  const [selected, setSelected] = useState<string>();
  const document = version.data?.document;
  const standing = standingOf(run.nodes);
  const [wanted, setWanted] = useState<WantedStep>();
  const openStep = (nodeId: string) => {
    setSelected(nodeId);
    const step = lastStepAt(run.trace, nodeId);
    if (step !== undefined) setWanted({ seq: step.seq });
  };
  return (
    <Page
      title={`${t('run.title')} · ${run.flowName}`}
      actions={
        mayEdit && (
          <span className="flex flex-wrap gap-2">
            <Link to="/automations/$id" params={{ id: run.flowId }} className={buttonClass()}>
              {t('run.editor')}
            </Link>
            {!isOver(run.status) && (
              <Button icon={<Ban aria-hidden />} onClick={() => setDialog('cancel')}>
                {t('run.cancel')}
              </Button>
            )}
            {isOver(run.status) && (
              <Button icon={<Repeat aria-hidden />} onClick={() => setDialog('repeat')}>
                {t('run.repeat')}
              </Button>
            )}
          </span>
        )
      }
    >
      <p className="mb-5">
        <Link
          to="/automations/$id/runs"
          params={{ id: run.flowId }}
          className="ring-focus inline-flex items-center gap-1 rounded-xs text-primary-text"
        >
          <ChevronLeft aria-hidden className="size-4" />
          {t('run.back', { name: run.flowName })}
        </Link>
      </p>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="flex min-w-0 flex-col gap-5">
          {document !== undefined && (
            <RunDrawing
              run={run}
              document={document}
              Canvas={Canvas}
              selected={selected}
              onSelect={openStep}
            />
          )}
          <Card title={t('run.trace')} description={t('run.traceDetail')}>
            <RunTrace
              steps={titledSteps(run.trace, document)}
              selected={selected}
              wanted={wanted}
              onSelect={setSelected}
            />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-5 max-lg:row-start-1">
          <RunFacts run={run} />
          {standing.length > 0 && !isOver(run.status) && (
            <RunStanding standing={standing} document={document} />
          )}
        </div>
      </div>
      {dialog === 'cancel' && <CancelRunDialog runId={run.id} onClose={() => setDialog(undefined)} />}
      {dialog === 'repeat' && <RepeatRunDialog run={run} onClose={() => setDialog(undefined)} />}
    </Page>
  );
}
