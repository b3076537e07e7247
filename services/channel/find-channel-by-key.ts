import { LRUCache } from 'lru-cache';
import type { Deps } from '../deps';
import { SEALED } from './channel-access';
import { hashWebhookKey } from './create-channel';

/** What an inbound webhook must match, and whose it is. */
export interface WebhookChannel {
  id: string;
  tenantId: string;
  instanceName: string;
  webhookSecret: string;
}

export type FindChannelByKey = (key: string) => Promise<WebhookChannel | undefined>;

/** A removed channel's webhooks may be taken this much longer (ms); each message then finds no open channel anyway. */
const REMEMBERED_MS = 30_000;

/** Finds the tenant of a webhook by the key in its path. Asked for every webhook, so it is remembered a little. */
export function createFindChannelByKey(deps: Pick<Deps, 'db' | 'secrets'>): FindChannelByKey {
  const cache = new LRUCache<string, WebhookChannel>({ max: 10_000, ttl: REMEMBERED_MS });
  return async (key) => {
    const hash = hashWebhookKey(key);
    const known = cache.get(hash);
    if (known !== undefined) return known;
    const row = await deps.db.withSystem((tx) =>
      tx.channel.findUnique({ where: { webhookKeyHash: hash, removedAt: null } }),
    );
    if (row === null) return undefined;
    const channel = {
      id: row.id,
      tenantId: row.tenantId,
      instanceName: row.instanceName,
      webhookSecret: deps.secrets.open(
        { tenantId: row.tenantId, column: SEALED.webhookSecret },
        row.webhookSecret,
      ),
    };
    cache.set(hash, channel);
    return channel;
  };
}
