import { reconcileChatwoot } from '../../services/chatwoot/reconcile';
import { syncConversation } from '../../services/chatwoot/sync-conversation';
import type { ActivityDeps } from '../deps';
import { keepAlive } from '../keep-alive';

/** `againInMs`: come again. `busy`: nothing was done, because the tenant holds its share of the worker's places. */
export interface ChatwootStep {
  againInMs?: number;
  busy?: boolean;
}

export interface ChatwootStepInput {
  tenantId: string;
  conversationId: string;
  /** Somebody at Chatwoot did something. */
  hear: boolean;
}

/** One step of keeping a conversation and its twin at Chatwoot the same. */
export function createSyncChatwoot(deps: ActivityDeps) {
  return async function sync({ tenantId, conversationId, hear }: ChatwootStepInput): Promise<ChatwootStep> {
    const { againInMs } = await keepAlive((signal) =>
      syncConversation(
        { ...deps, chatwoot: deps.chatwoot.until(signal) },
        { ref: { tenantId, conversationId }, hear },
      ),
    );
    return againInMs === undefined ? {} : { againInMs };
  };
}

/** Looks through a tenant's Chatwoot for what was not told. */
export function createReconcileChatwoot(deps: ActivityDeps) {
  return async function reconcile({ tenantId }: { tenantId: string }): Promise<number> {
    return keepAlive((signal) =>
      reconcileChatwoot({ ...deps, chatwoot: deps.chatwoot.until(signal) }, tenantId),
    );
  };
}
