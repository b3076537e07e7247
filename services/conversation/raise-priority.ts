import { PRIORITIES, type Priority } from '../../domain/conversation/priority';
import type { Deps } from '../deps';

/** Raises a conversation's priority by rule, never lowers it. */
export async function raisePriority(
  deps: Pick<Deps, 'db' | 'live'>,
  input: { tenantId: string; conversationId: string; to: Priority },
): Promise<void> {
  const { tenantId, conversationId, to } = input;
  const lower = PRIORITIES.slice(0, PRIORITIES.indexOf(to));
  const { count } = await deps.db.withTenant(tenantId, (tx) =>
    tx.conversation.updateMany({
      where: { tenantId, id: conversationId, priority: { in: [...lower] } },
      data: { priority: to },
    }),
  );
  if (count > 0) deps.live.publish(tenantId, { type: 'conversation', conversationId });
}
