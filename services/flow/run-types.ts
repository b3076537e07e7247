import type { FlowOutcome } from '../../domain/flow/order';
import type { FlowState } from '../../domain/flow/runtime/state';
import type { FlowObject } from '../../domain/flow/runtime/value';

/** Where a walker of a run stands still (flow_runs.standing). */
export interface Standing {
  node: string;
  kind: string;
  /** What it waits for; null: for the walkers it has sent out. */
  effect: string | null;
  /** Unix ms. */
  since: number;
  /** When it stops waiting by itself (Unix ms). */
  until: number | null;
  thread: number;
  /** Its place in the trace. */
  seq: number;
}

/** What a run's workflow has to see to. Its outcome is news of the next turn. */
export type Duty = {
  effect: string;
  node: string;
  kind: string;
  /** Unix ms at which nobody waits for it any more, and what it is then. */
  until: number | null;
  late: FlowOutcome;
} & (
  | { as: 'timer' }
  /** Somebody signals: the conversation, the call of an address, a run that was begun. */
  | { as: 'signal' }
  /** An activity carries it out. */
  | { as: 'call'; title: string; settings: FlowObject; timeoutSeconds: number | null; retries: number }
);

export type FlowNews =
  | { type: 'outcome'; effect: string; outcome: FlowOutcome }
  | { type: 'cancel' }
  /** Go on in another version, if every walker has its place there. */
  | { type: 'move'; versionId: string };

/** Of the run's row: what stays as it is. */
export interface RunFacts {
  tenantId: string;
  runId: string;
  flowId: string;
  contactId: string | null;
  conversationId: string | null;
  parent: { runId: string; effect: string } | null;
  depth: number;
}

/** All that a run's workflow remembers. */
export interface FlowMemory {
  facts: RunFacts;
  versionId: string;
  /** Turns taken. */
  turn: number;
  /** What nodes have given that is still to be said in the conversation, by effect. */
  toSay: Record<string, FlowObject | null>;
  state: FlowState;
  standing: Standing[];
}

export interface FlowTurnInput {
  tenantId: string;
  runId: string;
  /** Null: the run begins. */
  memory: FlowMemory | null;
  news: FlowNews[];
  /** Unix ms: the only clock a run has. */
  at: number;
}

export interface FlowTurn {
  memory: FlowMemory;
  duties: Duty[];
  /** Effects that nobody waits for any more. */
  dropped: string[];
  over: boolean;
}
