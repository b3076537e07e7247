import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { ConflictError, ErrorCode, NotFoundError, ValidationError } from '../../domain/errors';
import { storable } from '../../domain/flow/complete';
import type { FlowDocument } from '../../domain/flow/document';
import { NODE_KINDS } from '../../domain/flow/registry';
import type { FlowObject } from '../../domain/flow/runtime/value';
import type { FlowVersion } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import { demandFlow, demandVersion, documentOf } from './flow-row';
import { startRun } from './start-run';

export interface ManualRun {
  payload: FlowObject;
  contactId?: string | null | undefined;
  /** Node of the trigger whose way it goes; left out, the first. */
  trigger?: string | undefined;
  /** The same key again is the same run. */
  idempotencyKey: string | null;
}

type RunDeps = Pick<Deps, 'db' | 'workflows' | 'live'>;

/**
 * Begins a run of the published version by hand, in the contact's last conversation where it has one.
 *
 * @throws ConflictError not_published, flow_paused
 * @throws NotFoundError for a contact that is not this tenant's
 */
export async function startManualRun(
  deps: RunDeps,
  ctx: TenantContext,
  flowId: string,
  input: ManualRun,
): Promise<{ runId: string; began: boolean }> {
  const { tenantId } = ctx;
  const found = await deps.db.withTenant(tenantId, async (tx) => {
    const { version, document } = await publishedVersion(tx, tenantId, flowId);
    return {
      versionId: version.id,
      node: triggerNode(document, input.trigger),
      ...(await whereabouts(tx, tenantId, input.contactId ?? null)),
    };
  });
  const started = await startRun(deps, {
    tenantId,
    flowId,
    versionId: found.versionId,
    trigger: { kind: 'manual', node: found.node },
    eventKey: `manual:${input.idempotencyKey ?? newId()}`,
    payload: storable(input.payload) as FlowObject,
    contactId: found.contactId,
    conversationId: found.conversationId,
  });
  if (started.began) deps.live.publish(tenantId, { type: 'flowRun', flowId, runId: started.runId });
  return started;
}

/** @throws ConflictError not_published, flow_paused */
export async function publishedVersion(
  tx: Transaction,
  tenantId: string,
  flowId: string,
): Promise<{ version: FlowVersion; document: FlowDocument }> {
  const flow = await demandFlow(tx, tenantId, flowId);
  if (flow.status === 'paused') throw new ConflictError(ErrorCode.flow_paused, 'The automation is paused');
  if (flow.published === null) throw new ConflictError(ErrorCode.not_published, 'Nothing is published');
  const version = await demandVersion(tx, flow, flow.published);
  return { version, document: documentOf(version.document, flow.name) };
}

/** @throws ValidationError for a node that is no trigger */
export function triggerNode({ nodes }: FlowDocument, wanted: string | undefined): string {
  const triggers = nodes.filter(
    ({ kind, disabled }) => disabled !== true && NODE_KINDS.get(kind)?.family === 'trigger',
  );
  const found = wanted === undefined ? triggers[0] : triggers.find(({ id }) => id === wanted);
  if (found) return found.id;
  throw new ValidationError(ErrorCode.validation_failed, 'No such trigger', {
    details: { fields: [{ path: 'trigger', message: 'not a trigger of the published version' }] },
  });
}

async function whereabouts(
  tx: Transaction,
  tenantId: string,
  contactId: string | null,
): Promise<{ contactId: string | null; conversationId: string | null }> {
  if (contactId === null) return { contactId: null, conversationId: null };
  const contact = await tx.contact.findFirst({ where: { tenantId, id: contactId } });
  if (contact === null) throw new NotFoundError('Contact');
  const owner = contact.mergedIntoId ?? contact.id;
  const conversation = await tx.conversation.findFirst({
    where: { tenantId, contactId: owner, mergedIntoId: null, kind: 'person' },
    orderBy: { lastMessageAt: 'desc' },
    select: { id: true },
  });
  return { contactId: owner, conversationId: conversation?.id ?? null };
}
