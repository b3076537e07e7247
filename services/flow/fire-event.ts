import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { FLOW_LIMITS } from '../../domain/flow/limits';
import type { Deps } from '../deps';
import { contactScope } from './contact-scope';
import { triggerMatches, type EventFacts } from './match-trigger';
import type { FlowEvent } from './note-flow-event';
import { startRun } from './start-run';

interface Begin {
  flowId: string;
  versionId: string;
  nodeId: string;
}

interface Plan {
  begin: Begin[];
  depth: number;
}

const NOTHING: Plan = { begin: [], depth: 0 };

/**
 * Begins a run of every published automation that waits for the event, once each however often it is said, and marks
 * the event as handled if it was noted. A run that caused the event begins nothing of its own flow, and a chain of runs
 * ends at FLOW_LIMITS.subflowDepth. An automation that wants a state to last is asked again when it has.
 *
 * @param options.onlyFlowId the one flow that waited for a state to last
 * @returns the runs, those that began before too
 * @throws ProviderUnavailableError engine_unavailable; the event stays open then
 */
export async function fireEvent(
  deps: Pick<Deps, 'db' | 'workflows' | 'log'>,
  event: FlowEvent,
  options: { onlyFlowId?: string } = {},
): Promise<{ runIds: string[] }> {
  const { tenantId, kind, eventKey } = event;
  const { begin, depth } = await plan(deps, event, options.onlyFlowId);
  const { causedByRunId: _cause, ...payload } = event.payload;
  const runIds: string[] = [];
  for (const { flowId, versionId, nodeId } of begin) {
    const { runId } = await startRun(deps, {
      tenantId,
      flowId,
      versionId,
      trigger: { kind, node: nodeId },
      eventKey: `${kind}:${eventKey}`,
      payload,
      contactId: event.contactId,
      conversationId: event.conversationId ?? null,
      depth,
    });
    runIds.push(runId);
  }
  await deps.db.withTenant(tenantId, (tx) =>
    tx.flowEvent.updateMany({
      where: { tenantId, kind, eventKey, handledAt: null },
      data: { handledAt: new Date() },
    }),
  );
  return { runIds };
}

/** Which runs the event begins; what has to wait for a state to last is noted for later. */
async function plan(
  deps: Pick<Deps, 'db' | 'log'>,
  event: FlowEvent,
  onlyFlowId: string | undefined,
): Promise<Plan> {
  const { tenantId, kind } = event;
  return deps.db.withTenant(tenantId, async (tx) => {
    const tenant = await tx.tenant.findUnique({ where: { id: tenantId }, select: { status: true } });
    if (tenant?.status !== 'active') return NOTHING;
    const triggers = await tx.flowTrigger.findMany({
      where: { tenantId, kind, flow: { status: 'active' }, ...(onlyFlowId && { flowId: onlyFlowId }) },
      include: { flow: { select: { published: true } } },
      orderBy: [{ priority: 'asc' }, { id: 'asc' }],
    });
    if (triggers.length === 0) return NOTHING;

    const { causedByRunId } = event.payload;
    const cause =
      typeof causedByRunId === 'string'
        ? await tx.flowRun.findFirst({
            where: { tenantId, id: causedByRunId },
            select: { flowId: true, depth: true },
          })
        : null;
    const depth = cause === null ? 0 : cause.depth + 1;
    if (depth > FLOW_LIMITS.subflowDepth) {
      deps.log.warn({ kind, runId: causedByRunId }, 'a chain of automations was ended: it is too long');
      return NOTHING;
    }

    const facts = await factsOf(tx, event);
    const begin: Begin[] = [];
    for (const trigger of triggers) {
      const { flowId, version: number, nodeId, settings } = trigger;
      if (trigger.flow.published !== number || flowId === cause?.flowId) continue;
      if (begin.some((other) => other.flowId === flowId)) continue;
      const match = triggerMatches(kind, settings, facts);
      if (match === undefined) continue;
      if (match.afterSeconds > 0 && onlyFlowId === undefined) {
        await tx.flowEvent.createMany({
          data: [
            {
              id: newId(),
              tenantId,
              kind,
              eventKey: `${event.eventKey}:lasting:${flowId}`,
              contactId: event.contactId,
              conversationId: event.conversationId ?? null,
              payload: event.payload,
              onlyFlowId: flowId,
              dueAt: new Date(Date.now() + match.afterSeconds * 1_000),
            },
          ],
          skipDuplicates: true,
        });
        continue;
      }
      const version = await tx.flowVersion.findFirst({
        where: { tenantId, flowId, number },
        select: { id: true },
      });
      if (version !== null) begin.push({ flowId, versionId: version.id, nodeId });
    }
    return { begin, depth };
  });
}

async function factsOf(tx: Transaction, { tenantId, contactId, payload }: FlowEvent): Promise<EventFacts> {
  if (contactId === null) return { payload, contact: null, tagIds: [] };
  const tags = await tx.contactTag.findMany({
    where: { tenantId, contactId },
    select: { tagId: true },
    orderBy: { id: 'asc' },
  });
  const contact = await contactScope(tx, tenantId, contactId);
  return { payload, contact: contact ?? null, tagIds: tags.map(({ tagId }) => tagId) };
}
