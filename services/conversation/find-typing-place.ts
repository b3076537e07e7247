import type { Deps } from '../deps';

/** Where a conversation is spoken to. Undefined when it is gone, or somebody else has it: nobody types then. */
export async function findTypingPlace(
  deps: Pick<Deps, 'db'>,
  input: { tenantId: string; conversationId: string; fence: number },
): Promise<{ address: string; channel: { instanceName: string; token: string } } | undefined> {
  const { tenantId, conversationId, fence } = input;
  const found = await deps.db.withTenant(tenantId, (tx) =>
    tx.conversation.findFirst({
      where: { tenantId, id: conversationId, fence },
      select: { address: true, channel: { select: { instanceName: true, token: true } } },
    }),
  );
  return found ?? undefined;
}
