import { createHash, randomBytes } from 'node:crypto';
import { newId } from '../../config/new-id';
import type { Deps, TenantContext } from '../deps';
import { SEALED } from './channel-access';
import { type ChannelView, viewChannel } from './channel-view';

/** The header by which Evolution proves that a webhook is its own. */
export const WEBHOOK_SECRET_HEADER = 'x-prosa-webhook-secret';

/**
 * Registers a number: an instance at Evolution with a webhook that only it can call. The row comes first, so that no
 * webhook can arrive for a channel we do not know; if Evolution refuses, the row goes again.
 */
export async function createChannel(
  deps: Pick<Deps, 'db' | 'env' | 'secrets' | 'evolution' | 'live'>,
  ctx: TenantContext,
  input: { name: string },
): Promise<ChannelView> {
  const { tenantId } = ctx;
  const id = newId();
  // A global key at Evolution and a path segment there: opaque, never what the tenant typed.
  const instanceName = `prosa_${randomBytes(10).toString('hex')}`;
  const token = randomBytes(24).toString('hex');
  const webhookKey = randomBytes(32).toString('base64url');
  const webhookSecret = randomBytes(32).toString('base64url');
  const row = await deps.db.withTenant(tenantId, (tx) =>
    tx.channel.create({
      data: {
        id,
        tenantId,
        kind: 'evolution',
        name: input.name,
        instanceName,
        webhookKeyHash: hashWebhookKey(webhookKey),
        webhookKey: deps.secrets.seal({ tenantId, column: SEALED.webhookKey }, webhookKey),
        webhookSecret: deps.secrets.seal({ tenantId, column: SEALED.webhookSecret }, webhookSecret),
        token: deps.secrets.seal({ tenantId, column: SEALED.token }, token),
      },
    }),
  );
  try {
    await deps.evolution.createInstance({
      instanceName,
      token,
      webhookUrl: `${deps.env.webhookBaseUrl}/webhooks/evolution/${webhookKey}`,
      webhookHeaders: { [WEBHOOK_SECRET_HEADER]: webhookSecret },
    });
  } catch (error) {
    await deps.db.withTenant(tenantId, (tx) => tx.channel.deleteMany({ where: { tenantId, id } }));
    throw error;
  }
  deps.live.publish(tenantId, { type: 'channel', channelId: id });
  return viewChannel(row);
}

/** Keys are random 256 bits: a plain hash hides them and still finds them. */
export function hashWebhookKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
