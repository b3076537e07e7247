import { ConflictError, ErrorCode } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';
import { applyConnection, applyQrCode } from './apply-connection';
import { openAccess, requireChannel } from './channel-access';

export interface QrCodeView {
  /** PNG as a data URI; null while the provider prepares one: ask again. */
  qrcode: string | null;
  /** What the picture says, for drawing it sharper. */
  code: string | null;
  pairingCode: string | null;
  expiresAt: Date | null;
}

/**
 * The code to pair a number with: the one the provider announced last, or a new one.
 *
 * @param input.phone digits; with it a pairing code comes too (for who holds only this one phone)
 * @throws ConflictError channel_already_connected
 */
export async function getQrCode(
  deps: Pick<Deps, 'db' | 'secrets' | 'evolution' | 'live'>,
  ctx: TenantContext,
  input: { id: string; phone: string | undefined },
): Promise<QrCodeView> {
  const channel = await requireChannel(deps, ctx, input.id);
  if (channel.status === 'open') throw alreadyConnected();
  const { qrCode, qrImage, pairingCode, qrExpiresAt } = channel;
  const fresh = qrCode !== null && qrExpiresAt !== null && qrExpiresAt > new Date();
  if (fresh && (input.phone === undefined || pairingCode !== null)) {
    return { qrcode: qrImage, code: qrCode, pairingCode, expiresAt: qrExpiresAt };
  }
  const access = openAccess(deps, ctx.tenantId, channel);
  let answer = await deps.evolution.connect(access, input.phone);
  if (input.phone !== undefined && !('state' in answer) && answer.pairingCode === null) {
    // An attempt under way keeps the way it was begun in; only a new one gives a code for the phone.
    await deps.evolution.logout(access);
    answer = await deps.evolution.connect(access, input.phone);
  }
  if ('state' in answer) {
    await applyConnection(deps, channel, {
      status: 'open',
      reason: null,
      ownerAddress: null,
      profileName: null,
    });
    throw alreadyConnected();
  }
  const { code, image } = answer;
  if (code === undefined)
    return { qrcode: null, code: null, pairingCode: answer.pairingCode, expiresAt: null };
  const expiresAt = await applyQrCode(deps, channel, {
    code,
    image: image ?? '',
    pairingCode: answer.pairingCode,
  });
  return { qrcode: image ?? null, code, pairingCode: answer.pairingCode, expiresAt };
}

function alreadyConnected(): ConflictError {
  return new ConflictError(ErrorCode.channel_already_connected, 'This number is already connected');
}
