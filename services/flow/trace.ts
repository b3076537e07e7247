import { newId } from '../../config/new-id';
import { withoutSecrets } from '../../domain/flow/portable';
import type { FlowInput, FlowStep } from '../../domain/flow/runtime/step';
import type { FlowState, Leaving, RunError } from '../../domain/flow/runtime/state';
import type { CompiledFlow } from '../../domain/flow/runtime/compiled';
import type { Standing } from './run-types';

/** Characters of JSON that a trace keeps of what went into a node and what came out. */
const KEPT = 4_000;
/** Nodes of one run whose passage is kept, beyond those that waited. */
const ROWS = 2_000;

export interface TraceRow {
  id: string;
  seq: number;
  nodeId: string;
  kind: string;
  status: 'done' | 'failed' | 'waiting' | 'dropped';
  handle: string | null;
  input: unknown;
  output: unknown;
  error: RunError | null;
  /** Unix ms. */
  startedAt: number;
  endedAt: number | null;
}

/** Writes down who goes through which node, and where everybody stands. */
export class Trace {
  private readonly rows = new Map<number, TraceRow>();

  constructor(
    private readonly flow: CompiledFlow,
    public standing: Standing[],
  ) {}

  list(): TraceRow[] {
    return [...this.rows.values()];
  }

  record(before: FlowState, step: FlowStep, input: FlowInput): void {
    const { state } = step;
    const visitor =
      input.type === 'advance' && step.node !== null
        ? before.threads.find(({ waits }) => waits === null)
        : undefined;
    const left = [...step.left];
    if (visitor && step.node !== null) {
      const leaving = left.findIndex(({ thread, node }) => thread === visitor.id && node === step.node);
      const [gone] = leaving === -1 ? [] : left.splice(leaving, 1);
      this.visited(visitor.id, step, input.at, gone);
    }
    for (const leaving of left) {
      const place = this.standing.find(
        ({ thread, node }) => thread === leaving.thread && node === leaving.node,
      );
      if (place) this.leave(place, input.at, leaving);
    }
    const stands = new Map(state.threads.map((thread) => [thread.id, thread]));
    for (const place of this.standing) {
      const thread = stands.get(place.thread);
      if (!thread || thread.node !== place.node || thread.waits === null)
        this.end(place, input.at, 'dropped');
    }
  }

  /** Gives a waiting node what is only known now. */
  waits(effect: string, more: { until?: number | null; output?: unknown }): void {
    const place = this.standing.find((each) => each.effect === effect);
    if (!place) return;
    if (more.until !== undefined) place.until = more.until;
    if (more.output !== undefined) this.rowOf(place).output = kept(more.output);
  }

  private visited(thread: number, { state, effect, node }: FlowStep, at: number, left?: Leaving): void {
    const nodeId = node ?? '';
    const seq = state.steps;
    const kind = this.flow.nodes[nodeId]?.kind ?? '';
    const input = effect?.type === 'act' ? kept(effect.settings) : null;
    const row: TraceRow = {
      id: newId(),
      seq,
      nodeId,
      kind,
      status: 'done',
      handle: null,
      input,
      output: null,
      error: null,
      startedAt: at,
      endedAt: at,
    };
    const stands = state.threads.find(({ id }) => id === thread);
    if (!left && stands?.waits && stands.node === nodeId) {
      const { waits } = stands;
      this.rows.set(seq, { ...row, status: 'waiting', endedAt: null });
      this.standing.push({
        node: nodeId,
        kind,
        effect: 'effect' in waits ? waits.effect : null,
        since: at,
        until: null,
        thread,
        seq,
      });
      return;
    }
    if (seq > ROWS) return;
    const error = left?.error ?? (state.failure?.node === nodeId ? state.failure : null);
    this.rows.set(seq, {
      ...row,
      status: error ? 'failed' : 'done',
      handle: left?.handle ?? null,
      output: kept(left?.output ?? null),
      error,
    });
  }

  private leave(place: Standing, at: number, { handle, output, error }: Leaving): void {
    const row = this.rowOf(place);
    this.end(place, at, error ? 'failed' : 'done');
    row.handle = handle;
    row.output = kept(output) ?? row.output;
    row.error = error;
  }

  private end(place: Standing, at: number, status: TraceRow['status']): void {
    const row = this.rowOf(place);
    row.status = status;
    row.endedAt = at;
    this.standing = this.standing.filter((each) => each !== place);
  }

  private rowOf(place: Standing): TraceRow {
    const { seq, node, kind, since } = place;
    const known = this.rows.get(seq);
    if (known) return known;
    const row: TraceRow = {
      id: newId(),
      seq,
      nodeId: node,
      kind,
      status: 'waiting',
      handle: null,
      input: null,
      output: null,
      error: null,
      startedAt: since,
      endedAt: null,
    };
    this.rows.set(seq, row);
    return row;
  }
}

/** What people may see of a value: without secrets, and not more than a screen or two. */
export function kept(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const shown = withoutSecrets(value, '•••');
  const text = JSON.stringify(shown);
  return text.length <= KEPT ? shown : { cortado: text.slice(0, KEPT) };
}
