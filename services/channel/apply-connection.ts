import type { ChannelStatus } from '../../domain/channel/inbound';
import type { Deps } from '../deps';

/** A code is replaced after this long at Evolution (ms). */
const QR_LIFETIME_MS = 45_000;

interface ChannelRef {
  tenantId: string;
  id: string;
}

/** Writes down what the provider says of a number's connection. */
export async function applyConnection(
  deps: Pick<Deps, 'db' | 'live'>,
  channel: ChannelRef,
  connection: {
    status: ChannelStatus;
    reason: string | null;
    ownerAddress: string | null;
    profileName: string | null;
  },
): Promise<void> {
  const now = new Date();
  const paired = connection.status === 'open';
  await deps.db.withTenant(channel.tenantId, (tx) =>
    tx.channel.updateMany({
      where: { tenantId: channel.tenantId, id: channel.id },
      data: {
        status: connection.status,
        statusReason: connection.reason,
        lastEventAt: now,
        // The provider tells the owner only when it knows it.
        ...(connection.ownerAddress === null ? {} : { ownerAddress: connection.ownerAddress }),
        ...(connection.profileName === null ? {} : { profileName: connection.profileName }),
        ...(paired ? { connectedAt: now } : {}),
        ...(connection.status === 'connecting'
          ? {}
          : { qrCode: null, qrImage: null, pairingCode: null, qrExpiresAt: null }),
      },
    }),
  );
  deps.live.publish(channel.tenantId, { type: 'channel', channelId: channel.id });
}

/** Keeps the newest code to be scanned. Returns when it stops working. */
export async function applyQrCode(
  deps: Pick<Deps, 'db' | 'live'>,
  channel: ChannelRef,
  qr: { code: string; image: string; pairingCode: string | null },
): Promise<Date> {
  const now = new Date();
  const qrExpiresAt = new Date(now.getTime() + QR_LIFETIME_MS);
  await deps.db.withTenant(channel.tenantId, (tx) =>
    tx.channel.updateMany({
      // A code that arrives after the pairing is of no use.
      where: { tenantId: channel.tenantId, id: channel.id, status: { not: 'open' } },
      data: {
        status: 'connecting',
        qrCode: qr.code,
        qrImage: qr.image,
        pairingCode: qr.pairingCode,
        qrExpiresAt,
        lastEventAt: now,
      },
    }),
  );
  deps.live.publish(channel.tenantId, { type: 'channel', channelId: channel.id });
  return qrExpiresAt;
}
