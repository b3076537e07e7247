import { reconcileChatwoot } from '../../services/chatwoot/reconcile';
import { syncConversation } from '../../services/chatwoot/sync-conversation';
import type { ActivityDeps } from '../deps';
import { keepAlive } from '../keep-alive';

/** One step of keeping a conversation and its twin at Chatwoot the same. */
export function createSyncChatwoot(deps: ActivityDeps) {
  return async function sync(input: {
    tenantId: string;
    conversationId: string;
    hear: boolean;
  }): Promise<{ againInMs?: number }> {
    const { tenantId, conversationId, hear } = input;
    const { againInMs } = await keepAlive(() =>
      syncConversation(deps, { ref: { tenantId, conversationId }, hear }),
    );
    return againInMs === undefined ? {} : { againInMs };
  };
}

export function createReconcileChatwoot(deps: ActivityDeps) {
  return async function reconcile({ tenantId }: { tenantId: string }): Promise<number> {
    return keepAlive(() => reconcileChatwoot(deps, tenantId));
  };
}
