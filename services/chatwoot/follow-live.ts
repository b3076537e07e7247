import { LRUCache } from 'lru-cache';
import type { LiveEvents } from '../../adapters/live/live-events';
import type { Deps } from '../deps';

/** Whether a tenant has a Chatwoot is remembered this long (ms): what is missed meanwhile, the sweep tells. */
const REMEMBERED_MS = 60_000;
const TENANTS_REMEMBERED = 10_000;
/** What changes within this time is told together (ms). */
const TOGETHER_MS = 200;

/**
 * Live events that reach Chatwoot too: whoever tells dashboards of a change in a conversation tells its
 * synchronisation, where the tenant has one. Like all live events it may be lost, which costs a minute.
 */
export function followLive(deps: Pick<Deps, 'db' | 'workflows' | 'log'>, live: LiveEvents): LiveEvents {
  const connected = new LRUCache<string, boolean>({ max: TENANTS_REMEMBERED, ttl: REMEMBERED_MS });
  const waiting = new Map<string, NodeJS.Timeout>();

  async function isConnected(tenantId: string): Promise<boolean> {
    const known = connected.get(tenantId);
    if (known !== undefined) return known;
    const count = await deps.db.withTenant(tenantId, (tx) =>
      tx.chatwootConnection.count({ where: { tenantId, status: 'active' } }),
    );
    connected.set(tenantId, count > 0);
    return count > 0;
  }

  async function tell(tenantId: string, conversationId: string): Promise<void> {
    waiting.delete(conversationId);
    try {
      if (!(await isConnected(tenantId))) return;
      await deps.workflows.chatwootChanged({ tenantId, conversationId }, { hear: false });
    } catch (error) {
      deps.log.warn({ err: error, conversationId }, 'Chatwoot is told of a change later, by the sweep');
    }
  }

  return {
    publish(tenantId, event) {
      live.publish(tenantId, event);
      if (event.type === 'chatwoot') connected.delete(tenantId);
      // Most have none, and most events are of a busy one: those cost a look.
      if (event.type !== 'conversation' || connected.get(tenantId) === false) return;
      const { conversationId } = event;
      if (waiting.has(conversationId)) return;
      waiting.set(
        conversationId,
        setTimeout(() => void tell(tenantId, conversationId), TOGETHER_MS),
      );
    },
    close() {
      for (const timer of waiting.values()) clearTimeout(timer);
      waiting.clear();
      return live.close();
    },
  };
}
