import type { Deps, TenantContext } from '../deps';
import { type ChannelView, viewChannel } from './channel-view';

export async function listChannels(deps: Pick<Deps, 'db'>, ctx: TenantContext): Promise<ChannelView[]> {
  const rows = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.channel.findMany({
      where: { tenantId: ctx.tenantId, removedAt: null },
      orderBy: { createdAt: 'asc' },
    }),
  );
  return rows.map(viewChannel);
}
