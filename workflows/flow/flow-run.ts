import {
  allHandlersFinished,
  CancellationScope,
  condition,
  continueAsNew,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Duty, FlowMemory, FlowNews } from '../../services/flow/run-types';
import { takeFlowTurn } from './activities';
import { FlowDesk } from './desk';
import { cancelFlowRun, flowOutcome, type FlowRunInput, moveFlowRun } from './messages';

/** What a run that continues as new takes along. */
interface Carried {
  memory: FlowMemory;
  duties: Duty[];
  news: FlowNews[];
}

/**
 * One run of an automation: a generic interpreter of published drawings. It waits, and remembers where the run stands; a
 * turn between two waits is one local activity, whatever it goes through (services/flow/advance-run.ts). Words of tenants
 * are never evaluated here.
 */
export async function flowRun(input: FlowRunInput): Promise<void> {
  const { tenantId, runId } = input;
  const carried = input.carried as Carried | undefined;
  const desk = new FlowDesk({ tenantId, runId }, carried?.news ?? []);
  setHandler(flowOutcome, ({ effect, outcome }) => desk.hear({ type: 'outcome', effect, outcome }));
  setHandler(cancelFlowRun, () => desk.hear({ type: 'cancel' }));
  setHandler(moveFlowRun, ({ versionId }) => desk.hear({ type: 'move', versionId }));
  // Cancelled from outside of the product, it ends in order, too.
  CancellationScope.current().cancelRequested.catch(() => desk.hear({ type: 'cancel' }));
  await CancellationScope.nonCancellable(() => goThrough(input, desk, carried));
}

async function goThrough(input: FlowRunInput, desk: FlowDesk, carried: Carried | undefined): Promise<void> {
  const { tenantId, runId } = input;
  const mustContinueAsNew = () => workflowInfo().continueAsNewSuggested;
  let memory = carried?.memory ?? null;
  desk.begin(carried?.duties ?? []);
  for (;;) {
    if (memory === null || desk.hasNews()) {
      const news = desk.takeNews();
      const turn = await takeFlowTurn({ tenantId, runId, memory, news, at: Date.now() });
      if (turn === null) return;
      ({ memory } = turn);
      for (const each of news) if (each.type === 'outcome') desk.end(each.effect);
      for (const effect of turn.dropped) desk.end(effect);
      if (turn.over) return;
      desk.begin(turn.duties);
    }
    // Calls under way cannot be carried: their end is waited for, and heard by the run that comes.
    await condition(() => (mustContinueAsNew() ? desk.calls === 0 : desk.hasNews()));
    if (!mustContinueAsNew()) continue;
    await condition(allHandlersFinished);
    const next: Carried = { memory, duties: desk.duties(), news: desk.takeNews() };
    await continueAsNew<typeof flowRun>({ tenantId, runId, carried: next });
  }
}
