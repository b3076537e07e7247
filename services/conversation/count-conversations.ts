import { ConversationState } from '../../domain/conversation/state';
import type { Deps, TenantContext } from '../deps';

/** How many open conversations are in each state. */
export async function countConversations(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
): Promise<Record<ConversationState, number>> {
  const groups = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.conversation.groupBy({
      by: ['state'],
      where: { tenantId: ctx.tenantId, resolvedAt: null, mergedIntoId: null },
      _count: { _all: true },
    }),
  );
  const count = (state: ConversationState) => groups.find((group) => group.state === state)?._count._all ?? 0;
  return {
    IA_ATIVA: count(ConversationState.IA_ATIVA),
    AGUARDANDO_HUMANO: count(ConversationState.AGUARDANDO_HUMANO),
    HUMANO_RESPONDEU: count(ConversationState.HUMANO_RESPONDEU),
  };
}
