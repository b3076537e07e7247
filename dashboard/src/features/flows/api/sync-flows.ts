import type { QueryClient } from '@tanstack/react-query';
import { createBatch } from '../../../lib/live/batch';
import type { LiveEvent } from '../../../lib/live/live-event';
import { flowKeys, flowsKey } from './keys';

type FlowEvent = Extract<LiveEvent, { type: 'flow' | 'flowRun' }>;

/** A busy automation tells of hundreds of steps a second. */
const PAUSE_MS = 1_000;

/** Asks again for what the server says has changed: an automation, or one of its runs. Only what is shown is fetched. */
export function createFlowSync(queries: QueryClient, tenantId: string) {
  const batch = createBatch<FlowEvent>(PAUSE_MS, handle);
  return { add: (event: FlowEvent) => batch.add(event), stop: () => batch.clear() };

  function handle(events: FlowEvent[]): void {
    if (events.some(({ type }) => type === 'flow')) {
      void queries.invalidateQueries({ queryKey: flowsKey(tenantId) });
      return;
    }
    void queries.invalidateQueries({ queryKey: flowKeys.list(tenantId) });
    void queries.invalidateQueries({ queryKey: flowKeys.runs(tenantId) });
    for (const event of events) {
      if (event.type === 'flowRun') {
        void queries.invalidateQueries({ queryKey: flowKeys.run(tenantId, event.runId) });
      }
    }
  }
}
