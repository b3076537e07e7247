import * as z from 'zod';
import { clipValue } from '../../domain/flow/clip-value';
import { type FlowObject, type FlowValue, isFlowObject } from '../../domain/flow/runtime/value';
import type { Deps, TenantContext } from '../deps';
import { demandFlow } from './flow-row';

/** Characters of JSON that all samples of a run have together. */
const MOST = 64_000;

export interface RunSamples {
  runId: string;
  contactName: string | null;
  /** `gatilho` of the run. */
  payload: FlowObject | null;
  /** What each node gave last; nodes whose values would be beyond the limit are left out. */
  blocks: Record<string, FlowValue>;
  redacted: boolean;
}

const rowsSchema = z.array(z.object({ nodeId: z.string(), output: z.unknown() }));

/**
 * What the last run of an automation was given and what its nodes gave last, cut as `clipValue` says and 64,000 characters
 * in all; null where there was no run. Like a trace, it says nothing of values to who only attends.
 *
 * @throws NotFoundError
 */
export async function runSamples(
  deps: Pick<Deps, 'db'>,
  { tenantId, role }: TenantContext,
  flowId: string,
): Promise<RunSamples | null> {
  const redacted = role === 'ORG_AGENT';
  return deps.db.withTenant(tenantId, async (tx) => {
    await demandFlow(tx, tenantId, flowId);
    const run = await tx.flowRun.findFirst({
      where: { tenantId, flowId },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      select: { id: true, payload: true, contact: { select: { name: true } } },
    });
    if (run === null) return null;
    const known = { runId: run.id, contactName: run.contact?.name ?? null, redacted };
    if (redacted) return { ...known, payload: null, blocks: {} };
    const given = rowsSchema.parse(
      await tx.$queryRaw`
        SELECT l.node_id AS "nodeId", l.output
          FROM (SELECT DISTINCT ON (s.node_id) s.node_id, s.seq, s.output
                  FROM flow_run_steps s
                 WHERE s.tenant_id = ${tenantId}::uuid AND s.run_id = ${run.id}::uuid
                   AND jsonb_typeof(s.output) <> 'null'
                 ORDER BY s.node_id, s.seq DESC) l
         ORDER BY l.seq DESC`,
    );
    return { ...known, ...within(run.payload, given) };
  });
}

/** The payload first, then the nodes from the last on, as long as there is room. */
function within(
  payload: unknown,
  given: { nodeId: string; output?: unknown }[],
): Pick<RunSamples, 'payload' | 'blocks'> {
  let room = MOST;
  const fits = (value: FlowValue | undefined): value is FlowValue => {
    if (value === undefined) return false;
    const size = JSON.stringify(value).length;
    if (size > room) return false;
    room -= size;
    return true;
  };
  const begun = clipValue(payload);
  const blocks: Record<string, FlowValue> = {};
  const kept = fits(begun) && isFlowObject(begun) ? begun : null;
  for (const { nodeId, output } of given) {
    const clipped = clipValue(output);
    if (fits(clipped)) blocks[nodeId] = clipped;
  }
  return { payload: kept, blocks };
}
