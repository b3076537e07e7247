import type { ChannelStatus } from '../../domain/channel/inbound';
import { NotFoundError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';
import { applyConnection } from './apply-connection';
import { openAccess, requireChannel } from './channel-access';
import { type ChannelView, statusSchema, viewChannel } from './channel-view';

/**
 * A number's state, asked of the provider: webhooks about it may have been lost. While the provider does not answer,
 * the last known state is told.
 */
export async function getChannelStatus(
  deps: Pick<Deps, 'db' | 'secrets' | 'evolution' | 'live' | 'log'>,
  ctx: TenantContext,
  id: string,
): Promise<ChannelView> {
  const channel = await requireChannel(deps, ctx, id);
  const state = await askState(deps, ctx, channel);
  // "created" and "close" are the same to the provider; ours tells a number that never was connected.
  const neverConnected = channel.status === 'created' && state === 'close';
  if (state === undefined || state === channel.status || neverConnected) return viewChannel(channel);
  await applyConnection(deps, channel, {
    status: state,
    reason: null,
    ownerAddress: null,
    profileName: null,
  });
  return viewChannel(await requireChannel(deps, ctx, id));
}

async function askState(
  deps: Pick<Deps, 'secrets' | 'evolution' | 'log'>,
  ctx: TenantContext,
  channel: { instanceName: string; token: string },
): Promise<ChannelStatus | undefined> {
  try {
    const state = await deps.evolution.connectionState(openAccess(deps, ctx.tenantId, channel));
    return statusSchema.safeParse(state).data;
  } catch (error) {
    // Optional by nature: the row holds the last known state.
    if (error instanceof NotFoundError) return 'close';
    deps.log.warn({ err: error }, 'could not ask the provider for the connection state');
    return undefined;
  }
}
