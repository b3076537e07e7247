import { sniff } from '../../domain/media/sniff';
import { isMediaKind, type MediaKind, MediaProblem, MediaStatus } from '../../domain/media/media';
import { ErrorCode, ProviderUnavailableError } from '../../domain/errors';
import type { Media, Prisma } from '../../prisma/generated/client';
import { openAccess } from '../channel/channel-access';
import type { Deps } from '../deps';
import { lockStore } from './store-lock';
import { understandMedia } from './understand-media';

export interface MediaRef {
  tenantId: string;
  conversationId: string;
  mediaId: string;
}

type TakeInDeps = Pick<
  Deps,
  'db' | 'evolution' | 'secrets' | 'mediaStore' | 'transcribe' | 'describeImage' | 'env' | 'live' | 'log'
>;

/** "Not there" also comes while WhatsApp's store stumbles: it is believed when it was said this often. */
const BELIEVE_GONE_AT_ATTEMPT = 3;

/**
 * Fetches the file of a customer, or of the business's own phone, keeps it, and finds out what it says. May be run again at any point: what is done is
 * found done. Whatever is wrong with the file itself ends in its row, not in an error.
 *
 * @throws ProviderUnavailableError worth another try
 * @throws NotFoundError, ProviderRejectedError another try is in vain: call giveUpMedia
 */
export async function takeInMedia(
  deps: TakeInDeps,
  ref: MediaRef,
  options: { attempt: number; signal?: AbortSignal },
): Promise<void> {
  const file = await find(deps, ref);
  if (file === null || file.settledAt !== null || !isMediaKind(file.kind)) return;
  const fetched = file.status === MediaStatus.pending ? await fetch(deps, ref, file, options.attempt) : file;
  // Failed while it was fetched: that is settled.
  if (fetched === undefined) return;
  const ours = file.message.author === 'human';
  const understood = await understandMedia(deps, { ...fetched, kind: file.kind, ours }, options.signal);
  await settle(deps, ref, understood);
}

/** Stops trying: a file that is not here by now will not come, one whose words are unknown stays so. */
export async function giveUpMedia(deps: Pick<Deps, 'db' | 'live'>, ref: MediaRef): Promise<void> {
  const { tenantId } = ref;
  const file = await deps.db.withTenant(tenantId, (tx) =>
    tx.media.findFirst({ where: { tenantId, id: ref.mediaId } }),
  );
  if (file === null) return;
  await settle(
    deps,
    ref,
    file.status === MediaStatus.stored
      ? { problem: file.kind === 'audio' ? MediaProblem.not_understood : null }
      : { status: MediaStatus.failed, problem: MediaProblem.unavailable },
  );
}

function find(deps: TakeInDeps, { tenantId, mediaId }: MediaRef) {
  return deps.db.withTenant(tenantId, (tx) =>
    tx.media.findFirst({
      where: { tenantId, id: mediaId },
      include: { message: { include: { channel: true } } },
    }),
  );
}
type FoundMedia = NonNullable<Awaited<ReturnType<typeof find>>>;

async function fetch(
  deps: TakeInDeps,
  ref: MediaRef,
  file: FoundMedia,
  attempt: number,
): Promise<Media | undefined> {
  const fail = async (problem: MediaProblem) => {
    await settle(deps, ref, { status: MediaStatus.failed, problem });
    return undefined;
  };
  const { message, kind } = file;
  const { maxBytes } = deps.env.media;
  const declaredBytes = declaredSize(message.payload);
  if (declaredBytes !== undefined && declaredBytes > maxBytes) return fail(MediaProblem.too_large);
  // Taken back by its sender, who does not want it kept.
  if (message.deletedAt !== null || message.providerMessageId === null) return fail(MediaProblem.expired);
  const { channel } = message;
  const download = await deps.evolution.downloadMedia(openAccess(deps, ref.tenantId, channel), {
    providerMessageId: message.providerMessageId,
    maxBytes,
    declaredBytes,
  });
  switch (download.status) {
    case 'too_large':
      return fail(MediaProblem.too_large);
    case 'broken':
      return fail(MediaProblem.broken);
    case 'gone':
      if (attempt >= BELIEVE_GONE_AT_ATTEMPT) return fail(MediaProblem.expired);
      throw new ProviderUnavailableError(ErrorCode.provider_unavailable, 'Evolution does not have the file');
    case 'ok': {
      const mimetype = sniff(download.bytes, kind as MediaKind);
      if (mimetype === undefined) return fail(MediaProblem.broken);
      return keep(deps, ref, download.bytes, mimetype);
    }
  }
}

/** Retention removes bytes that no row names: between writing them and naming them it may have come by. */
async function keep(deps: TakeInDeps, ref: MediaRef, bytes: Buffer, mimetype: string): Promise<Media> {
  const { tenantId, mediaId: id } = ref;
  const sha256 = await deps.mediaStore.put(tenantId, bytes);
  const row = await deps.db.withTenant(tenantId, async (tx) => {
    await lockStore(tx, tenantId);
    if (!(await deps.mediaStore.has(tenantId, sha256))) await deps.mediaStore.put(tenantId, bytes);
    return tx.media.update({
      where: { id, tenantId },
      data: { status: MediaStatus.stored, mimetype, sha256, bytes: bytes.length },
    });
  });
  publish(deps, ref);
  return row;
}

async function settle(
  deps: Pick<Deps, 'db' | 'live'>,
  ref: MediaRef,
  data: Prisma.MediaUpdateManyMutationInput,
): Promise<void> {
  const { tenantId, mediaId: id } = ref;
  await deps.db.withTenant(tenantId, (tx) =>
    tx.media.updateMany({
      where: { tenantId, id, settledAt: null },
      data: { ...data, settledAt: new Date() },
    }),
  );
  publish(deps, ref);
}

function publish(deps: Pick<Deps, 'live'>, { tenantId, conversationId, mediaId }: MediaRef): void {
  deps.live.publish(tenantId, { type: 'conversation', conversationId, messageId: mediaId });
}

function declaredSize(payload: Prisma.JsonValue): number | undefined {
  const bytes =
    typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? payload['bytes'] : undefined;
  return typeof bytes === 'number' ? bytes : undefined;
}
