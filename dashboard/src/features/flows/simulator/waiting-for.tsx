import { Clock, Play } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FlowNode } from '../../../../../domain/flow/document';
import type { CompiledFlow } from '../../../../../domain/flow/runtime/compiled';
import { LISTENING } from '../../../../../domain/flow/simulate/canned';
import { REAL_KINDS } from '../../../../../domain/flow/simulate/play-script';
import type { Simulation } from '../../../../../domain/flow/simulate/simulation';
import { Button } from '../../../components/button';
import { Notice } from '../../../components/notice';
import { Spinner } from '../../../components/spinner';
import { useFormat } from '../../../lib/format/use-format';
import { useHandleName } from '../components/use-handle-name';
import { useKindName } from '../components/use-kind-name';
import { pausedBefore } from './pauses';
import type { SimulatorAction } from './simulator';

interface WaitingForProps {
  sim: Simulation | null;
  flow: CompiledFlow;
  nodes: Map<string, FlowNode>;
  act: (action: SimulatorAction) => void;
}

/** What the try stands still for, and how to let it happen. */
export function WaitingFor({ sim, flow, nodes, act }: WaitingForProps) {
  const { t } = useTranslation('flows');
  const format = useFormat();
  const kindName = useKindName();
  const handleName = useHandleName();
  const titleOf = (nodeId: string, kind: string) => nodes.get(nodeId)?.title || kindName(kind);
  return (
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {(sim?.pending ?? []).map(({ effect, nodeId, kind, until }) => {
        const before = pausedBefore(nodeId);
        if (before !== undefined) {
          return (
            <Notice
              key={effect}
              tone="info"
              title={t('simulator.pausedBefore', { title: titleOf(before, '') })}
              action={
                <Button
                  size="sm"
                  variant="primary"
                  icon={<Play aria-hidden />}
                  onClick={() => act({ type: 'goOn' })}
                >
                  {t('simulator.goOn')}
                </Button>
              }
            />
          );
        }
        if (REAL_KINDS.has(kind)) {
          return (
            <p key={effect} className="flex items-center gap-2 text-sm text-text-2">
              <Spinner />
              {t('simulator.worksOut', { title: titleOf(nodeId, kind) })}
            </p>
          );
        }
        const offered = offeredHandles(kind, flow.nodes[nodeId]?.handles ?? []);
        return (
          <div key={effect} className="rounded-card border border-warning/40 bg-warning/8 px-3.5 py-2.5">
            <p className="flex items-center gap-2">
              <Clock aria-hidden className="size-4 text-warning" />
              {t('simulator.waits', { title: titleOf(nodeId, kind) })}
            </p>
            {until !== null && (
              <p className="text-sm text-text-2">
                {t('simulator.until', { time: format.dateTime(new Date(until).toISOString()) })}
              </p>
            )}
            {offered.length > 0 && (
              <p className="mt-2 flex flex-wrap items-center gap-1.5 text-sm">
                {t('simulator.make')}
                {offered.map((handle) => (
                  <Button key={handle} size="sm" onClick={() => act({ type: 'outcome', nodeId, handle })}>
                    {handleName(handle, nodes.get(nodeId))}
                  </Button>
                ))}
              </p>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** What a tester may make happen: words come from the chat, time from the clock. */
function offeredHandles(kind: string, handles: string[]): string[] {
  if (kind === 'wait') return [];
  return LISTENING.has(kind) ? handles.filter((handle) => handle === 'taken_over') : handles;
}
