import { newId } from '../../config/new-id';
import { NotFoundError } from '../../domain/errors';
import { refuseMerged } from '../conversation/lock-conversation';
import type { Deps, TenantContext } from '../deps';
import { publishedVersion, triggerNode } from './start-manual-run';
import { startRun } from './start-run';

/**
 * A person begins an automation in a conversation (S2.89): its published version, by its first trigger, with the
 * conversation's contact.
 *
 * @param input.idempotencyKey the same key again is the same run
 * @throws NotFoundError for a conversation or an automation that is not this tenant's
 * @throws ConflictError conversation_merged, not_published, flow_paused
 * @throws ProviderUnavailableError engine_unavailable; say it again with the same key
 */
export async function startInConversation(
  deps: Pick<Deps, 'db' | 'workflows' | 'live'>,
  ctx: Pick<TenantContext, 'tenantId' | 'userId'>,
  input: { conversationId: string; flowId: string; idempotencyKey: string | null },
): Promise<{ runId: string; began: boolean }> {
  const { tenantId, userId } = ctx;
  const { conversationId, flowId } = input;
  const found = await deps.db.withTenant(tenantId, async (tx) => {
    const conversation = await tx.conversation.findFirst({ where: { tenantId, id: conversationId } });
    if (conversation === null) throw new NotFoundError('Conversation');
    refuseMerged(conversation);
    const { version, document } = await publishedVersion(tx, tenantId, flowId);
    const node = triggerNode(document, undefined);
    return { versionId: version.id, node, contactId: conversation.contactId };
  });
  const started = await startRun(deps, {
    tenantId,
    flowId,
    versionId: found.versionId,
    trigger: { kind: 'manual', node: found.node },
    eventKey: `conversation:${conversationId}:${input.idempotencyKey ?? newId()}`,
    payload: { usuario: userId },
    contactId: found.contactId,
    conversationId,
  });
  if (started.began) deps.live.publish(tenantId, { type: 'flowRun', flowId, runId: started.runId });
  return started;
}
