import { z } from 'zod';
import type { FileToPost, MessageToPost } from '../../adapters/chatwoot/conversations';
import { contentOf, sourceIdOf } from '../../domain/chatwoot/content';
import { chatwootStatus, statusToSet } from '../../domain/chatwoot/status';
import { CHATWOOT_WORDS } from '../../domain/chatwoot/words';
import { ProviderRejectedError } from '../../domain/errors';
import type { ChatwootMessage, Media, Message } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { hearConversation, type HearDeps } from './hear-conversation';
import { type OpenLink, readOurs, saveLink } from './open-link';

type PostDeps = Pick<Deps, 'db' | 'chatwoot' | 'mediaStore' | 'log'>;
type Row = Message & { media: Media | null; chatwoot: ChatwootMessage | null };

const BATCH = 50;
/** A send under way, or a file that is fetched, is waited for this long (ms): then it is told as it is. */
const SETTLES_WITHIN_MS = 120_000;
const ASK_AGAIN_MS = 1_000;
/** Older than so many lines, an edit or deletion is not told any more: WhatsApp allows neither for long. */
const LOOK_BACK_LINES = 200;

/**
 * Brings Chatwoot up to where the timeline is: its messages in their order, the state, and what changed about messages
 * that stand there already. Each is told once: a post of which we do not know how it ended is looked for there first.
 *
 * @returns after how long to come again (ms), when something is still under way; undefined when all is told
 */
export async function postConversation(
  deps: PostDeps & HearDeps,
  open: OpenLink,
  displayId: number,
): Promise<number | undefined> {
  // Reopened before what the customer says, closed after it: a message of theirs reopens what is closed by itself.
  if (!open.ours.resolved) await setStatus(deps, open, displayId);
  const waitMs = await postMessages(deps, open, displayId);
  if (waitMs !== undefined) return waitMs;
  await readOurs(deps, open);
  await setStatus(deps, open, displayId);
  await tellRevisions(deps, open, displayId);
  await tellSummary(deps, open, displayId);
  return undefined;
}

/** @param options.reopen ours is closed, and something that was said before is still to be told */
async function setStatus(
  deps: PostDeps & HearDeps,
  open: OpenLink,
  displayId: number,
  { reopen = false } = {},
): Promise<void> {
  const toSet = () =>
    statusToSet(reopen ? { ...open.ours, resolved: false } : open.ours, chatwootStatus(open.link.status));
  if (toSet() === undefined) return;
  // Somebody may have moved it there since we last looked: that comes first, and is not written over.
  const theirs = await deps.chatwoot.getConversation(open.access, displayId);
  if (theirs.status !== open.link.status) await hearConversation(deps, open);
  const status = toSet();
  if (status === undefined) return;
  await deps.chatwoot.setStatus(open.access, displayId, status);
  await saveLink(deps, open, { status });
}

async function postMessages(
  deps: PostDeps & HearDeps,
  open: OpenLink,
  displayId: number,
): Promise<number | undefined> {
  for (;;) {
    const { rows, upTo } = await nextRows(deps, open);
    for (const row of rows) {
      if (isUnderWay(row)) return ASK_AGAIN_MS;
      // By itself, Chatwoot would open it for people when a customer writes into what is closed.
      if (row.author === 'customer' && open.link.status === 'resolved') {
        await readOurs(deps, open);
        await setStatus(deps, open, displayId, { reopen: true });
      }
      await postOnce(deps, open, displayId, row);
      await saveLink(deps, open, { syncedSeq: row.seq });
    }
    if (rows.length < BATCH) {
      // What lies between was written there, or is nothing to tell.
      if (upTo > open.link.syncedSeq) await saveLink(deps, open, { syncedSeq: upTo });
      return undefined;
    }
  }
}

/** What is not there yet, and the timeline's last number as of the same moment. */
function nextRows(deps: PostDeps, { ref, link }: OpenLink): Promise<{ rows: Row[]; upTo: bigint }> {
  const { tenantId, conversationId } = ref;
  return deps.db.withTenant(tenantId, async (tx) => {
    const { seq: upTo } = await tx.conversation.findUniqueOrThrow({
      where: { id: conversationId },
      select: { seq: true },
    });
    const rows = await tx.message.findMany({
      where: {
        tenantId,
        conversationId,
        seq: { gt: link.syncedSeq, lte: upTo },
        OR: [{ chatwoot: null }, { chatwoot: { chatwootId: null } }],
      },
      orderBy: { seq: 'asc' },
      take: BATCH,
      include: { media: true, chatwoot: true },
    });
    return { rows, upTo };
  });
}

function isUnderWay({ status, media, createdAt }: Row): boolean {
  if (Date.now() - createdAt.getTime() > SETTLES_WITHIN_MS) return false;
  return status === 'pending' || status === 'sending' || (media !== null && media.settledAt === null);
}

async function postOnce(deps: PostDeps, open: OpenLink, displayId: number, row: Row): Promise<void> {
  const { tenantId } = open.ref;
  const file = await fileOf(deps, tenantId, row.media);
  const line = { ...row, words: row.media?.words ?? null };
  const content = contentOf({ ...line, hasFile: file !== undefined }, open.locale);
  if (content === undefined) return;
  const sourceId = sourceIdOf(row.id);
  const there = await claim(deps, open, displayId, { row, sourceId });
  const chatwootId =
    there ??
    (await post(deps, open, displayId, {
      withFile: { ...content, sourceId, file },
      // Of a kind or size that this Chatwoot does not take: what was said with it is told all the same.
      without: { ...(contentOf({ ...line, hasFile: false }, open.locale) ?? content), sourceId },
    }));
  const told = {
    chatwootId: BigInt(chatwootId),
    // A deletion is told on top: the words were said.
    toldRevision: row.editedAt,
    toldFailure: row.status === 'failed',
  };
  await deps.db.withTenant(tenantId, (tx) =>
    tx.chatwootMessage.updateMany({ where: { messageId: row.id }, data: told }),
  );
}

/** Notes that it is about to be posted; where that was noted before, looks whether it is there. @returns its id there */
async function claim(
  deps: PostDeps,
  { ref: { tenantId }, access }: OpenLink,
  displayId: number,
  { row, sourceId }: { row: Row; sourceId: string },
): Promise<number | undefined> {
  if (row.chatwoot !== null) {
    const latest = await deps.chatwoot.listMessages(access, displayId);
    return latest.find((message) => message.sourceId === sourceId)?.id;
  }
  await deps.db.withTenant(tenantId, (tx) =>
    tx.chatwootMessage.createMany({ data: { messageId: row.id, tenantId }, skipDuplicates: true }),
  );
  return undefined;
}

async function post(
  deps: PostDeps,
  { access }: OpenLink,
  displayId: number,
  { withFile, without }: { withFile: MessageToPost; without: MessageToPost },
): Promise<number> {
  try {
    return await deps.chatwoot.postMessage(access, displayId, withFile);
  } catch (error) {
    const isUnfit = error instanceof ProviderRejectedError && error.details['status'] === 422;
    if (withFile.file === undefined || !isUnfit) throw error;
    deps.log.warn({ err: error, sourceId: withFile.sourceId }, 'Chatwoot does not take a file');
    return deps.chatwoot.postMessage(access, displayId, without);
  }
}

async function fileOf(
  deps: PostDeps,
  tenantId: string,
  media: Media | null,
): Promise<FileToPost | undefined> {
  if (media?.status !== 'stored' || media.sha256 === null) return undefined;
  const bytes = await deps.mediaStore.read(tenantId, media.sha256);
  if (bytes === undefined) return undefined;
  const mimeType = media.mimetype ?? 'application/octet-stream';
  const ending = /\/([\w.+-]+)/.exec(mimeType)?.[1] ?? 'bin';
  return { name: media.fileName ?? `${media.kind}.${ending}`, mimeType, bytes: new Uint8Array(bytes) };
}

const revisionSchema = z.array(
  z.object({
    id: z.string(),
    text: z.string(),
    change: z.enum(['deleted', 'edited', 'failed']),
    chatwootId: z.coerce.number(),
    at: z.date().nullable(),
  }),
);

/** Edits, deletions, and replies from there that never reached the customer: Chatwoot can show none of them itself. */
async function tellRevisions(deps: PostDeps, open: OpenLink, displayId: number): Promise<void> {
  const { ref, access, locale } = open;
  const { tenantId, conversationId } = ref;
  const found = await deps.db.withTenant(
    tenantId,
    (tx) => tx.$queryRaw`
      SELECT m.id, m.text, p.chatwoot_id AS "chatwootId", greatest(m.deleted_at, m.edited_at) AS at,
             CASE WHEN m.deleted_at > v.told THEN 'deleted' WHEN m.edited_at > v.told THEN 'edited' ELSE 'failed' END AS change
        FROM messages m JOIN chatwoot_messages p ON p.message_id = m.id,
             LATERAL (SELECT coalesce(p.told_revision, '-infinity') AS told) v
       WHERE m.tenant_id = ${tenantId}::uuid AND m.conversation_id = ${conversationId}::uuid
         AND m.seq > ${open.link.syncedSeq - BigInt(LOOK_BACK_LINES)} AND p.chatwoot_id IS NOT NULL
         AND (m.deleted_at > v.told OR m.edited_at > v.told
              OR (m.status = 'failed' AND NOT p.told_failure AND m.author = 'human'))
       ORDER BY m.seq`,
  );
  const words = CHATWOOT_WORDS[locale];
  for (const { id, text, change, chatwootId, at } of revisionSchema.parse(found)) {
    const content =
      change === 'edited'
        ? words.edited(text)
        : change === 'deleted'
          ? words.deleted
          : words.yoursNotDelivered;
    // Told before it is noted: after a crash between, a note stands there twice, which only the team sees.
    await deps.chatwoot.postMessage(access, displayId, {
      as: 'note',
      content,
      sourceId: sourceIdOf(id, `:${change}`),
      inReplyTo: chatwootId,
    });
    const told = change === 'failed' ? { toldFailure: true } : { toldRevision: at };
    await deps.db.withTenant(tenantId, (tx) =>
      tx.chatwootMessage.updateMany({ where: { messageId: id }, data: told }),
    );
  }
}

/** What the team should know of a conversation that was handed over, as a note of the team's. */
async function tellSummary(deps: PostDeps, open: OpenLink, displayId: number): Promise<void> {
  const { access, conversation, link, locale } = open;
  const summary = conversation.handoffSummary;
  if (summary === null || summary === link.toldSummary) return;
  await deps.chatwoot.postMessage(access, displayId, {
    as: 'note',
    content: CHATWOOT_WORDS[locale].summary(summary),
    sourceId: sourceIdOf(conversation.id, ':summary'),
  });
  await saveLink(deps, open, { toldSummary: summary });
}
