import { AppError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';
import { openAccess, requireChannel } from './channel-access';

/** Disconnects a number and deletes its instance. Its conversations stay readable. */
export async function removeChannel(
  deps: Pick<Deps, 'db' | 'secrets' | 'evolution' | 'live' | 'log'>,
  ctx: TenantContext,
  id: string,
): Promise<void> {
  const channel = await requireChannel(deps, ctx, id);
  const access = openAccess(deps, ctx.tenantId, channel);
  try {
    await deps.evolution.logout(access);
  } catch (error) {
    // It may not be connected, or gone already; deleting decides.
    if (!(error instanceof AppError)) throw error;
    deps.log.info({ code: error.code }, 'logout before removal had nothing to do');
  }
  await deps.evolution.deleteInstance(access);
  await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.channel.updateMany({
      where: { tenantId: ctx.tenantId, id },
      data: { removedAt: new Date(), status: 'close', qrCode: null, qrImage: null, pairingCode: null },
    }),
  );
  deps.live.publish(ctx.tenantId, { type: 'channel', channelId: id });
}
