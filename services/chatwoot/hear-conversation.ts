import type { ChatwootMessage } from '../../adapters/chatwoot/shapes';
import { isOwnSource, sourceIdOf } from '../../domain/chatwoot/content';
import { chatwootStatus, type ChatwootWish, wishOf } from '../../domain/chatwoot/status';
import { CHATWOOT_WORDS } from '../../domain/chatwoot/words';
import type { FileToSend } from '../../domain/flow/order-words';
import { HUMAN_TEXT_MAX_CHARACTERS, replyAsHuman } from '../conversation/reply-as-human';
import { type ConversationOrder, orderConversation } from '../conversation/order-conversation';
import type { Deps, TenantContext } from '../deps';
import { type OpenLink, readOurs, saveLink } from './open-link';

export type HearDeps = Pick<Deps, 'db' | 'chatwoot' | 'workflows' | 'live' | 'log'>;

/** What Chatwoot calls a file's kind, as channels send it. */
const FILE_TYPES: Partial<Record<string, FileToSend['type']>> = {
  image: 'image',
  audio: 'audio',
  video: 'video',
};

/**
 * Asks Chatwoot what people there wrote to the customer since we last looked, and whether they moved the conversation,
 * and does both here. Events only say that it is time to ask: one that is lost, doubled, late or forged changes nothing.
 */
export async function hearConversation(deps: HearDeps, open: OpenLink): Promise<void> {
  const { link, access } = open;
  if (link.displayId === null) return;
  for (;;) {
    const messages = await deps.chatwoot.listMessages(access, link.displayId, Number(link.heardId));
    const unheard = messages.filter(({ id }) => id > Number(link.heardId));
    if (unheard.length === 0) break;
    for (const message of unheard) {
      if (message.byPerson && !isOwnSource(message.sourceId)) {
        await forward(deps, open, message);
        await saveLink(deps, open, { heardId: BigInt(message.id) });
      }
    }
    await saveLink(deps, open, { heardId: BigInt(unheard.at(-1)?.id ?? 0) });
  }
  await follow(deps, open, link.displayId);
}

/** What a person wrote there goes to the customer, text and each file as a message of its own. */
async function forward(deps: HearDeps, open: OpenLink, message: ChatwootMessage): Promise<void> {
  const { ref, access, locale, link } = open;
  const { id, content, attachments, sender } = message;
  const { userId } = await actorOf(deps, open, sender.email);
  const ctx = { tenantId: ref.tenantId, userId };
  const said = { via: 'chatwoot' as const, by: sender.name };
  const text = content.trim();
  if (text.length > HUMAN_TEXT_MAX_CHARACTERS) {
    const note = CHATWOOT_WORDS[locale].tooLong(HUMAN_TEXT_MAX_CHARACTERS);
    const sourceId = sourceIdOf(`refused:${id}`);
    await deps.chatwoot.postMessage(access, link.displayId ?? 0, {
      as: 'note',
      content: note,
      sourceId,
      inReplyTo: id,
    });
    return;
  }
  const parts: { text: string; file?: FileToSend }[] = [
    ...(text === '' ? [] : [{ text }]),
    ...attachments.map(({ type, url }) => ({
      text: '',
      file: { type: FILE_TYPES[type] ?? 'document', url } as const,
    })),
  ];
  for (const [index, part] of parts.entries()) {
    const stored = await replyAsHuman(deps, ctx, {
      conversationId: ref.conversationId,
      idempotencyKey: `chatwoot:${id}:${index}`,
      said,
      ...part,
    });
    const row = { messageId: stored.id, tenantId: ref.tenantId, chatwootId: BigInt(id) };
    await deps.db.withTenant(ref.tenantId, (tx) =>
      tx.chatwootMessage.createMany({ data: row, skipDuplicates: true }),
    );
  }
}

/** Somebody moved it there: the same happens here. */
async function follow(deps: HearDeps, open: OpenLink, displayId: number): Promise<void> {
  const { link, access, connection, ref } = open;
  const theirs = await deps.chatwoot.getConversation(access, displayId);
  // An agent's token that opens a conversation is given it by Chatwoot itself.
  const assigneeId = theirs.assigneeId === connection.chatwootUserId ? null : theirs.assigneeId;
  // A reply, or the clock, may have changed ours since this step began.
  await readOurs(deps, open);
  const known = { status: chatwootStatus(link.status), assigneeId: link.assigneeId };
  const unseen = await hasUnseen(deps, open);
  const wish = wishOf({ status: theirs.status, assigneeId }, known, { ...open.ours, unseen });
  if (wish !== undefined) {
    const { userId } = await actorOf(deps, open, theirs.assigneeEmail);
    const ctx: TenantContext = {
      tenantId: ref.tenantId,
      userId: userId ?? connection.connectedBy,
      role: 'ORG_AGENT',
    };
    await orderConversation(deps, ctx, ref.conversationId, orderFor(wish, Number(link.syncedSeq)));
    await readOurs(deps, open);
  }
  await saveLink(deps, open, { status: theirs.status, assigneeId });
}

/** The customer has said something that we have not told there yet. */
async function hasUnseen(deps: Pick<Deps, 'db'>, { ref, link }: OpenLink): Promise<boolean> {
  const { tenantId, conversationId } = ref;
  const count = await deps.db.withTenant(tenantId, (tx) =>
    tx.message.count({
      where: { tenantId, conversationId, author: 'customer', seq: { gt: link.syncedSeq } },
    }),
  );
  return count > 0;
}

function orderFor(wish: ChatwootWish, uptoSeq: number): ConversationOrder {
  if (wish === 'takeOver') return { type: wish };
  // Nobody there can tick "answer what is open"; a customer who waits gets an answer.
  return wish === 'returnToAi' ? { type: wish, answerPending: true, uptoSeq } : { type: wish, uptoSeq };
}

/** Who of ours a person there is: the one with the same e-mail address. */
async function actorOf(
  deps: Pick<Deps, 'db'>,
  { ref: { tenantId } }: OpenLink,
  email: string | null,
): Promise<{ userId: string | null }> {
  if (email === null) return { userId: null };
  const user = await deps.db.withTenant(tenantId, (tx) =>
    tx.user.findFirst({
      where: { email: email.toLowerCase(), memberships: { some: { tenantId } } },
      select: { id: true },
    }),
  );
  return { userId: user?.id ?? null };
}
