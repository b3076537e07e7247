import type { InstanceAccess } from '../../adapters/evolution/client';
import { NotFoundError } from '../../domain/errors';
import type { Channel } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';

/** Columns that hold sealed secrets, as the secret box wants them named. */
export const SEALED = {
  token: 'channels.token',
  webhookKey: 'channels.webhook_key',
  webhookSecret: 'channels.webhook_secret',
} as const;

/** What it takes to speak through a channel. */
export function openAccess(
  deps: Pick<Deps, 'secrets'>,
  tenantId: string,
  channel: { instanceName: string; token: string },
): InstanceAccess {
  return {
    instanceName: channel.instanceName,
    token: deps.secrets.open({ tenantId, column: SEALED.token }, channel.token),
  };
}

/** @throws NotFoundError for a channel that is not this tenant's, or was removed */
export async function requireChannel(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  id: string,
): Promise<Channel> {
  const channel = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.channel.findFirst({ where: { tenantId: ctx.tenantId, id, removedAt: null } }),
  );
  if (channel === null) throw new NotFoundError('Channel');
  return channel;
}
