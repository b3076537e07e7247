import * as z from 'zod';
import { NotFoundError } from '../../domain/errors';
import type { FlowRunStep } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';

/** The first and the last of a long trace: a run may go through thousands of nodes. */
const MOST_STEPS = 500;

export interface NodeOfRun {
  status: string;
  visits: number;
  since: string | null;
  /** When what it waits for is over by itself. */
  until: string | null;
  handle: string | null;
  error: unknown;
}

const standingSchema = z.array(
  z.object({
    node: z.string(),
    since: z.union([z.string(), z.number()]).nullish(),
    until: z.union([z.string(), z.number()]).nullish(),
  }),
);

/**
 * A run as its version's drawing shows it, and all it went through. Who only attends does not see what went in and out:
 * it may hold what other systems say of other people.
 *
 * @throws NotFoundError for a run that is not this tenant's
 */
export async function getRun(deps: Pick<Deps, 'db'>, ctx: TenantContext, id: string) {
  const { tenantId } = ctx;
  const { run, trace } = await deps.db.withTenant(tenantId, async (tx) => {
    const found = await tx.flowRun.findFirst({
      where: { tenantId, id },
      include: {
        version: { select: { number: true } },
        flow: { select: { name: true } },
        contact: { select: { id: true, name: true } },
      },
    });
    if (found === null) throw new NotFoundError('Run');
    const steps = await tx.flowRunStep.findMany({
      where: { tenantId, runId: id },
      orderBy: { seq: 'desc' },
      take: MOST_STEPS,
    });
    return { run: found, trace: steps.reverse() };
  });
  const redacted = ctx.role === 'ORG_AGENT';
  const hidden = <T>(value: T): T | null => (redacted ? null : value);
  return {
    id: run.id,
    flowId: run.flowId,
    flowName: run.flow.name,
    status: run.status,
    version: run.version.number,
    trigger: { kind: run.triggerKind, node: run.triggerNode },
    contact: run.contact,
    conversationId: run.conversationId,
    parentRunId: run.parentRunId,
    retryOfId: run.retryOfId,
    steps: run.steps,
    payload: hidden(run.payload),
    outputs: hidden(run.outputs),
    failure: redacted ? typeAndNode(run.failure) : run.failure,
    startedAt: run.startedAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
    redacted,
    nodes: nodesOf(trace, run.standing, redacted),
    trace: trace.map((step) => ({
      seq: step.seq,
      nodeId: step.nodeId,
      kind: step.kind,
      status: step.status,
      handle: step.handle,
      input: hidden(step.input),
      output: hidden(step.output),
      error: redacted ? typeAndNode(step.error) : step.error,
      startedAt: step.startedAt.toISOString(),
      endedAt: step.endedAt?.toISOString() ?? null,
    })),
  };
}

function nodesOf(trace: FlowRunStep[], standing: unknown, redacted: boolean): Record<string, NodeOfRun> {
  const nodes: Record<string, NodeOfRun> = {};
  for (const { nodeId, status, handle, error, startedAt } of trace) {
    nodes[nodeId] = {
      status,
      visits: (nodes[nodeId]?.visits ?? 0) + 1,
      since: startedAt.toISOString(),
      until: null,
      handle,
      error: redacted ? typeAndNode(error) : error,
    };
  }
  const places = standingSchema.safeParse(standing);
  for (const { node, since, until } of places.success ? places.data : []) {
    const known = nodes[node];
    nodes[node] = {
      status: 'waiting',
      visits: known?.visits ?? 1,
      since: instant(since) ?? known?.since ?? null,
      until: instant(until),
      handle: null,
      error: null,
    };
  }
  return nodes;
}

/** ISO 8601, or Unix ms, as ISO 8601. */
function instant(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

function typeAndNode(error: unknown): { type: string; node?: string } | null {
  if (typeof error !== 'object' || error === null) return null;
  const { type, node } = error as Record<string, unknown>;
  return {
    type: typeof type === 'string' ? type : 'error',
    ...(typeof node === 'string' && { node }),
  };
}
