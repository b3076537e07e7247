import type { FlowDocument, FlowNode } from '../../../../../domain/flow/document';
import type { RunDetail, RunStatus, RunStep, StepStatus } from '../api/shapes';

/** Over: nothing will change it any more. */
export function isOver(status: RunStatus): boolean {
  return status === 'ended' || status === 'failed' || status === 'cancelled';
}

/** How long a step took or has taken, in ms. `now`: Unix ms. */
export function stepMs(step: Pick<RunStep, 'startedAt' | 'endedAt'>, now: number): number {
  const end = step.endedAt === null ? now : Date.parse(step.endedAt);
  return Math.max(0, end - Date.parse(step.startedAt));
}

export interface TitledStep extends RunStep {
  /** Of the node in the version that the run stands on; the node may be gone from the draft. */
  title: string;
  node: FlowNode | undefined;
}

export function titledSteps(trace: RunStep[], document: FlowDocument | undefined): TitledStep[] {
  const nodes = new Map(document?.nodes.map((node) => [node.id, node]));
  return trace.map((step) => {
    const node = nodes.get(step.nodeId);
    return { ...step, node, title: node?.title ?? '' };
  });
}

/** Kinds that reach out of the run: repeating it does them again. */
const SIDE_EFFECTS = new Set([
  'send_text',
  'send_media',
  'send_buttons',
  'send_list',
  'ask',
  'http_request',
  'send_email',
  'respond_webhook',
  'handoff_human',
  'transfer',
  'start_subflow',
  'set_variable',
]);

export interface SideEffect {
  id: string;
  kind: string;
  title: string;
  /** The run to be repeated did it already. */
  done: boolean;
}

/** What would act again, in the drawing's order. */
export function sideEffects(document: FlowDocument, trace: RunStep[]): SideEffect[] {
  const done = new Set(trace.filter(({ status }) => status === 'done').map(({ nodeId }) => nodeId));
  return document.nodes
    .filter(({ kind, disabled }) => disabled !== true && SIDE_EFFECTS.has(kind))
    .map(({ id, kind, title }) => ({ id, kind, title, done: done.has(id) }));
}

/** Where a run is now, and until when it may be there. */
export interface Standing {
  node: string;
  since: string | null;
  until: string | null;
}

export function standingOf(nodes: RunDetail['nodes']): Standing[] {
  return Object.entries(nodes).flatMap(([node, { status, since, until }]) =>
    status === 'waiting' ? [{ node, since, until }] : [],
  );
}

/** What the canvas paints: the latest status of each node. */
export function nodeStatuses({ trace, nodes }: Pick<RunDetail, 'trace' | 'nodes'>) {
  const statuses: Record<string, RunStep['status']> = {};
  for (const { nodeId, status } of trace) statuses[nodeId] = status;
  for (const { node } of standingOf(nodes)) statuses[node] = 'waiting';
  return statuses;
}

/** What became of a node in one run. */
export interface NodePaint {
  status: StepStatus;
  visits: number;
  /** When its wait ends by itself, ISO 8601. */
  until: string | null;
}

/** By node. What began the run has no step of its own where the trace is long: it is done in any case. */
export function nodePaints(run: Pick<RunDetail, 'trace' | 'nodes' | 'trigger'>): Record<string, NodePaint> {
  const statuses = { [run.trigger.node]: 'done' as const, ...nodeStatuses(run) };
  return Object.fromEntries(
    Object.entries(statuses).map(([node, status]) => {
      const known = run.nodes[node];
      const until = status === 'waiting' ? (known?.until ?? null) : null;
      return [node, { status, visits: known?.visits ?? 1, until }];
    }),
  );
}

/** Ids of the ways that a run went, by the way out that each step left by. */
export function takenWays(
  { trace, trigger }: Pick<RunDetail, 'trace' | 'trigger'>,
  { edges }: FlowDocument,
): ReadonlySet<string> {
  const left = new Set(
    trace.flatMap(({ nodeId, handle }) => (handle === null ? [] : [`${nodeId} ${handle}`])),
  );
  const reached = new Set(trace.map(({ nodeId }) => nodeId));
  return new Set(
    edges
      .filter(
        ({ from, handle, to }) => left.has(`${from} ${handle}`) || (from === trigger.node && reached.has(to)),
      )
      .map(({ id }) => id),
  );
}

/** The latest step at a node. */
export function lastStepAt(trace: readonly RunStep[], nodeId: string): RunStep | undefined {
  return trace.findLast((step) => step.nodeId === nodeId);
}
