import { newId } from '../../config/new-id';
import type { Transaction } from '../../adapters/postgres/database';
import { ConversationState } from '../../domain/conversation/state';
import type { Conversation, Prisma } from '../../prisma/generated/client';
import { missingFields } from '../../domain/contact/fields';
import { asObject } from './lock-contact';
import type { JoinedPair } from './moved';

/** What a conversation's workflow has to be told after its timeline was written anew. */
export interface Rewriting {
  conversationId: string;
  seq: number;
  answeredSeq: number;
  withTeam: { state: ConversationState; humanDeadline: number } | null;
  /** Customer messages it has to answer now and was never told of. */
  untold: string[];
}

interface Join {
  tenantId: string;
  mergeId: string;
  userId: string | null;
  /** Both locked by the caller. */
  from: Conversation;
  into: Conversation;
}

/** The higher, the more a person is in it. A merge never takes a conversation away from the team. */
const CLAIM: Record<string, number> = {
  [ConversationState.IA_ATIVA]: 0,
  [ConversationState.AGUARDANDO_HUMANO]: 1,
  [ConversationState.HUMANO_RESPONDEU]: 2,
};

/**
 * Makes one timeline of two conversations of one person, within the caller's transaction.
 *
 * Everything gets a new number above all old ones: first what is done, in the order it happened; then a line about
 * the merge; last what no one has answered. So one watermark says again what is open, and a draft that was begun under
 * the old numbers is stale whichever of the two began it. The conversation that is left over keeps its row, with a
 * higher fence, nothing open and the way to the other: its workflow cannot claim, answer or save any more. Balloons
 * that were promised move too and stay promised, unless the team has the surviving conversation.
 */
export async function joinConversations(
  tx: Transaction,
  join: Join,
): Promise<{ pair: JoinedPair; rewriting: Rewriting }> {
  const { tenantId, from, into } = join;
  const fromTeam = claimOf(from) > claimOf(into);
  const state = (fromTeam ? from : into).state as ConversationState;
  const fence = into.fence + (fromTeam ? 1 : 0);
  const base = from.seq > into.seq ? from.seq : into.seq;

  const messages = await idsOf(tx, 'messages', tenantId, from.id);
  const turns = await idsOf(tx, 'turns', tenantId, from.id);
  const balloons = await idsOf(tx, 'outbox', tenantId, from.id);
  const { closed, open, untold } = await renumber(tx, join, base);
  await tx.$executeRaw`
    UPDATE turns SET conversation_id = ${into.id}::uuid WHERE tenant_id = ${tenantId}::uuid AND conversation_id = ${from.id}::uuid`;
  await moveBalloons(tx, { tenantId, from, intoId: into.id, fence, promised: state === from.state });

  const answeredSeq = base + BigInt(closed) + 1n;
  const seq = answeredSeq + BigInt(open);
  const newer = from.lastMessageAt > into.lastMessageAt ? from : into;
  const inCharge = fromTeam ? from : into;
  const variables = missingFields(asObject(from.variables), asObject(into.variables));
  await tx.conversation.update({
    where: { id: into.id },
    data: {
      seq,
      inboundSeq: seq,
      answeredSeq,
      fence,
      state,
      stateSince: inCharge.stateSince,
      humanDeadline: inCharge.humanDeadline,
      handoffReason: inCharge.handoffReason,
      assignedUserId: inCharge.assignedUserId,
      address: newer.address,
      unread: from.unread + into.unread,
      lastMessageAt: newer.lastMessageAt,
      resolvedAt: from.resolvedAt === null || into.resolvedAt === null ? null : newer.resolvedAt,
      variables: { ...asObject(into.variables), ...variables },
    },
  });
  await tx.conversation.update({
    where: { id: from.id },
    data: {
      mergedIntoId: into.id,
      fence: { increment: 1 },
      inboundSeq: from.seq,
      answeredSeq: from.seq,
      humanDeadline: null,
      unread: 0,
    },
  });
  const cause = { type: 'merged', userId: join.userId, mergeId: join.mergeId };
  await addEvent(tx, into, answeredSeq, {
    cause,
    to: state,
    text: 'Duas conversas deste cliente foram unidas numa só.',
  });

  const deadline = inCharge.humanDeadline?.getTime() ?? 0;
  return {
    pair: {
      fromId: from.id,
      intoId: into.id,
      intoAddress: into.address,
      messages,
      turns,
      balloons,
      variables,
    },
    rewriting: {
      conversationId: into.id,
      seq: Number(seq),
      answeredSeq: Number(answeredSeq),
      withTeam: fromTeam ? { state, humanDeadline: deadline } : null,
      untold,
    },
  };
}

async function renumber(
  tx: Transaction,
  { tenantId, from, into }: Join,
  base: bigint,
): Promise<{ closed: number; open: number; untold: string[] }> {
  const rows = await tx.$queryRaw<{ id: string; open: boolean; moved: boolean }[]>`
    WITH lines AS (
      SELECT m.id, m.conversation_id, m.seq,
             m.author = 'customer' AND m.seq <= c.inbound_seq AND m.seq > c.answered_seq AS open,
             -- A conversation's own order stands, whatever its clocks say.
             max(m.created_at) OVER (PARTITION BY m.conversation_id ORDER BY m.seq) AS at
        FROM messages m JOIN conversations c ON c.id = m.conversation_id
       WHERE m.tenant_id = ${tenantId}::uuid AND m.conversation_id IN (${from.id}::uuid, ${into.id}::uuid)),
    places AS (
      SELECT id, open, conversation_id = ${from.id}::uuid AS moved,
             row_number() OVER (ORDER BY open, at, conversation_id, seq) + CASE WHEN open THEN 1 ELSE 0 END AS place
        FROM lines)
    UPDATE messages m
       SET conversation_id = ${into.id}::uuid, seq = ${base} + p.place,
           idempotency_key = CASE WHEN p.moved THEN NULL ELSE m.idempotency_key END,
           -- Until the surviving workflow has accepted it, the inbox sweep looks after it.
           accepted_at = CASE WHEN p.moved AND p.open THEN NULL ELSE m.accepted_at END
      FROM places p WHERE m.tenant_id = ${tenantId}::uuid AND m.id = p.id
    RETURNING m.id, p.open, p.moved`;
  await moveFiles(tx, tenantId, into.id);
  // After an undo they stay here: what they led to is in this timeline.
  await tx.transfer.updateMany({
    where: { tenantId, conversationId: from.id },
    data: { conversationId: into.id, idempotencyKey: null },
  });
  const open = rows.filter((row) => row.open);
  return {
    closed: rows.length - open.length,
    open: open.length,
    untold: open.filter((row) => row.moved).map((row) => row.id),
  };
}

/** A file stands in the timeline where its message does. */
export async function moveFiles(tx: Transaction, tenantId: string, conversationId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE media f SET conversation_id = m.conversation_id, seq = m.seq
      FROM messages m WHERE m.tenant_id = ${tenantId}::uuid AND m.conversation_id = ${conversationId}::uuid
       AND f.tenant_id = m.tenant_id AND f.id = m.id`;
}

/** What was promised keeps its promise under the other fence; what was not, and is not settled, never leaves. */
export async function moveBalloons(
  tx: Transaction,
  move: {
    tenantId: string;
    from: Conversation;
    intoId: string;
    fence: number;
    promised: boolean;
    ids?: string[];
  },
): Promise<void> {
  const { tenantId, from, intoId, fence, promised } = move;
  const fenced = { not: null };
  const where = {
    tenantId,
    conversationId: from.id,
    ...(move.ids === undefined ? {} : { id: { in: move.ids } }),
  } satisfies Prisma.OutboxBalloonWhereInput;
  const unsettled = { in: ['pending', 'sending', 'uncertain'] };
  await tx.outboxBalloon.updateMany({
    where: { ...where, status: unsettled, fence: promised ? { not: from.fence } : fenced },
    data: { fence: NEVER },
  });
  if (promised) {
    await tx.outboxBalloon.updateMany({
      where: { ...where, status: unsettled, fence: from.fence },
      data: { fence },
    });
  }
  await tx.outboxBalloon.updateMany({ where, data: { conversationId: intoId } });
}

/** A fence no conversation ever has. */
const NEVER = -1;

export async function addEvent(
  tx: Transaction,
  conversation: Pick<Conversation, 'id' | 'tenantId' | 'channelId' | 'state'>,
  seq: bigint,
  event: { cause: Prisma.InputJsonObject & { userId: string | null }; to: string; text: string },
): Promise<void> {
  const now = new Date();
  await tx.message.create({
    data: {
      id: newId(),
      tenantId: conversation.tenantId,
      conversationId: conversation.id,
      channelId: conversation.channelId,
      seq,
      author: 'system',
      kind: 'event',
      text: event.text,
      payload: { from: conversation.state, to: event.to, cause: event.cause },
      status: 'none',
      userId: event.cause.userId,
      sentAt: now,
      acceptedAt: now,
    },
  });
}

async function idsOf(
  tx: Transaction,
  table: 'messages' | 'turns' | 'outbox',
  tenantId: string,
  conversationId: string,
): Promise<string[]> {
  const where = { tenantId, conversationId };
  const select = { id: true };
  const rows =
    table === 'messages'
      ? await tx.message.findMany({ where, select })
      : table === 'turns'
        ? await tx.turn.findMany({ where, select })
        : await tx.outboxBalloon.findMany({ where, select });
  return rows.map((row) => row.id);
}

function claimOf(conversation: Pick<Conversation, 'state'>): number {
  return CLAIM[conversation.state] ?? 0;
}
