import type { Deps } from '../deps';

/**
 * Something happened to a conversation at a tenant's Chatwoot: its synchronisation is told to look.
 *
 * @param displayId the conversation's id there
 * @returns false for a conversation that is none of ours
 * @throws ProviderUnavailableError engine_unavailable; the sweep finds it within a minute or two
 */
export async function noteHeard(
  deps: Pick<Deps, 'db' | 'workflows'>,
  tenantId: string,
  displayId: number,
): Promise<boolean> {
  const link = await deps.db.withTenant(tenantId, async (tx) => {
    await tx.chatwootConnection.updateMany({ where: { tenantId }, data: { heardAt: new Date() } });
    return tx.chatwootConversation.findUnique({
      where: { tenantId_displayId: { tenantId, displayId } },
      select: { conversationId: true },
    });
  });
  if (link === null) return false;
  await deps.workflows.chatwootChanged({ tenantId, conversationId: link.conversationId }, { hear: true });
  return true;
}
