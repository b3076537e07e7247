import { defineSignal } from '@temporalio/workflow';
import type { FlowOutcome } from '../../domain/flow/order';

/** What a run's workflow begins with; everything else stands in its row and its version. */
export interface FlowRunInput {
  tenantId: string;
  runId: string;
}

/** Something that a run waits for came to its end. Of an effect that nobody waits for it changes nothing. */
export const flowOutcome = defineSignal<[{ effect: string; outcome: FlowOutcome }]>('flowOutcome');

/** Ends the run; what it waits for is withdrawn. */
export const cancelFlowRun = defineSignal<[{ userId: string | null }]>('cancelFlowRun');

/** A newer version stands in place of its own, if the run waits where that version has the same nodes. */
export const moveFlowRun = defineSignal<[{ versionId: string }]>('moveFlowRun');
