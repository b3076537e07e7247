import type { Transaction } from '../../adapters/postgres/database';
import { identityOfAddress } from '../../domain/contact/identity';
import { ConversationState } from '../../domain/conversation/state';
import type { ContactIdentity, Conversation } from '../../prisma/generated/client';
import { addEvent, moveBalloons, moveFiles, type Rewriting } from './join-conversations';
import { asObject } from './lock-contact';
import type { JoinedPair } from './moved';
import { without } from './unite-notes';

interface Parting {
  tenantId: string;
  mergeId: string;
  userId: string;
  pair: JoinedPair;
  /** Both locked by the caller: the one that was merged away, and the one that had it. */
  from: Conversation;
  into: Conversation;
  /** What goes back to the other contact. */
  identities: ContactIdentity[];
}

/**
 * The reverse of joinConversations: what was written before the merge goes back to where it was written, with new
 * numbers above the old ones; what came since stays, because nobody can say whose it is. While the team has the one
 * it has both. A draft of the joined conversation that is under way becomes stale.
 */
export async function partConversations(tx: Transaction, parting: Parting): Promise<Rewriting[]> {
  const { tenantId, pair, from, into } = parting;
  const back = await tx.$queryRaw<{ id: string; open: boolean }[]>`
    WITH places AS (
      SELECT m.id, m.author = 'customer' AND m.seq > ${into.answeredSeq} AND m.seq <= ${into.inboundSeq} AS open,
             row_number() OVER (ORDER BY m.seq) AS place
        FROM messages m
       WHERE m.tenant_id = ${tenantId}::uuid AND m.conversation_id = ${into.id}::uuid AND m.id = ANY(${pair.messages}::uuid[]))
    UPDATE messages m
       SET conversation_id = ${from.id}::uuid, seq = ${from.seq} + p.place + CASE WHEN p.open THEN 1 ELSE 0 END,
           accepted_at = CASE WHEN p.open THEN NULL ELSE m.accepted_at END
      FROM places p WHERE m.tenant_id = ${tenantId}::uuid AND m.id = p.id
    RETURNING m.id, p.open`;
  await moveFiles(tx, tenantId, from.id);
  await tx.turn.updateMany({
    where: { tenantId, conversationId: into.id, id: { in: pair.turns } },
    data: { conversationId: from.id },
  });
  const fence = from.fence + 1;
  await moveBalloons(tx, {
    tenantId,
    from: into,
    intoId: from.id,
    fence,
    promised: true,
    ids: pair.balloons,
  });

  const untold = back.filter((message) => message.open).map((message) => message.id);
  const answeredSeq = from.seq + BigInt(back.length - untold.length) + 1n;
  const seq = answeredSeq + BigInt(untold.length);
  const last = await tx.message.findFirst({
    where: { tenantId, conversationId: from.id, kind: { not: 'event' } },
    orderBy: { seq: 'desc' },
    select: { createdAt: true },
  });
  await tx.conversation.update({
    where: { id: from.id },
    data: {
      mergedIntoId: null,
      seq,
      inboundSeq: seq,
      answeredSeq,
      fence,
      state: into.state,
      stateSince: into.stateSince,
      humanDeadline: into.humanDeadline,
      handoffReason: into.handoffReason,
      assignedUserId: into.assignedUserId,
      resolvedAt: into.resolvedAt,
      unread: untold.length,
      ...(last === null ? {} : { lastMessageAt: last.createdAt }),
    },
  });
  await leaveRest(tx, parting);
  const cause = { type: 'parted', userId: parting.userId, mergeId: parting.mergeId };
  const event = { cause, to: into.state, text: 'A união de duas conversas foi desfeita.' };
  await addEvent(tx, from, answeredSeq, event);
  await addEvent(tx, into, into.seq + 1n, event);
  const withTeam = teamOf(into);
  if (untold.length === 0 && withTeam === null) return [];
  return [{ conversationId: from.id, seq: Number(seq), answeredSeq: Number(answeredSeq), withTeam, untold }];
}

/** The conversation that had both: nothing is open there that has gone, and replies go to whom it is with. */
async function leaveRest(tx: Transaction, { tenantId, pair, into, identities }: Parting): Promise<void> {
  const stillOpen = await tx.message.count({
    where: {
      tenantId,
      conversationId: into.id,
      author: 'customer',
      seq: { gt: into.answeredSeq, lte: into.inboundSeq },
    },
  });
  const seq = into.seq + 1n;
  const writesTo = identityOfAddress(into.address);
  const isTheOther = identities.some(
    ({ kind, value }) => kind === writesTo?.kind && value === writesTo.value,
  );
  await tx.conversation.update({
    where: { id: into.id },
    data: {
      seq,
      inboundSeq: seq,
      ...(stillOpen === 0 ? { answeredSeq: seq } : {}),
      ...(isTheOther ? { address: pair.intoAddress } : {}),
      variables: without(asObject(into.variables), pair.variables),
    },
  });
}

function teamOf(conversation: Conversation): Rewriting['withTeam'] {
  const state = conversation.state as ConversationState;
  if (state === ConversationState.IA_ATIVA) return null;
  return { state, humanDeadline: conversation.humanDeadline?.getTime() ?? 0 };
}
