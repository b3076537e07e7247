import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import { currentCorrelation } from '../../config/correlation';
import { newId } from '../../config/new-id';
import { ConversationState } from '../../domain/conversation/state';
import { ConflictError, ErrorCode } from '../../domain/errors';
import type { FileToSend } from '../../domain/flow/order-words';
import type { Message, Prisma } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import { humanDeadlineAfter } from './human-deadline';
import { lockConversation, refuseMerged } from './lock-conversation';
import { readTiming } from './read-timing';

const BALLOON_KIND = 'human';

export interface HumanReply {
  conversationId: string;
  text: string;
  /** The same key again returns the same message. */
  idempotencyKey: string | null;
  /** A file to go with it: the text is its caption. */
  file?: FileToSend;
  /** Written elsewhere than in the dashboard, by somebody of that name there. */
  said?: { via: 'chatwoot'; by: string | null };
}

/** Who wrote: a person of ours, or somebody elsewhere whom we do not know. */
type Writer = Pick<TenantContext, 'tenantId'> & { userId: string | null };

/** `userName`: who wrote it, which is who wrote it first where the call is a repeated one; null for somebody elsewhere. */
export type WrittenReply = Message & { userName: string | null };

/**
 * Stores what a person wrote in the dashboard and hands it to the conversation's workflow for sending. The fence
 * rises in the same transaction, so no AI balloon prepared before can leave after it. When the workflow cannot be
 * told now, the inbox sweep does it later: the message is stored and will go.
 *
 * @throws ConflictError idempotency_conflict: the key was used for other words; conversation_merged
 */
export async function replyAsHuman(
  deps: Pick<Deps, 'db' | 'workflows' | 'live' | 'log'>,
  ctx: Writer,
  input: HumanReply,
): Promise<WrittenReply> {
  const timing = await readTiming(deps, ctx);
  const stored = await store(deps, ctx, input, timing.humanReturnMs);
  deps.live.publish(ctx.tenantId, {
    type: 'conversation',
    conversationId: input.conversationId,
    messageId: stored.message.id,
  });
  try {
    await deps.workflows.humanReplied(
      { tenantId: ctx.tenantId, conversationId: input.conversationId },
      { uptoSeq: stored.uptoSeq, userId: ctx.userId, balloonId: stored.balloonId, timing },
    );
    await deps.db.withTenant(ctx.tenantId, (tx) =>
      tx.message.updateMany({
        where: { tenantId: ctx.tenantId, id: stored.message.id },
        data: { acceptedAt: new Date() },
      }),
    );
  } catch (error) {
    deps.log.warn({ err: error }, 'the workflow could not be told of a reply; the inbox sweep will');
  }
  return stored.message;
}

interface Stored {
  message: WrittenReply;
  balloonId: string | null;
  uptoSeq: number;
}

async function store(
  deps: Pick<Deps, 'db'>,
  ctx: Writer,
  input: HumanReply,
  humanReturnMs: number,
): Promise<Stored> {
  const { tenantId, userId } = ctx;
  return deps.db.withTenant(tenantId, async (tx) => {
    const conversation = await lockConversation(tx, ctx, input.conversationId);
    refuseMerged(conversation);
    const uptoSeq = Number(conversation.inboundSeq);
    if (input.idempotencyKey !== null) {
      const known = await tx.message.findFirst({
        where: { tenantId, conversationId: conversation.id, idempotencyKey: input.idempotencyKey },
      });
      if (known !== null) {
        if (known.text !== input.text) {
          throw new ConflictError(
            ErrorCode.idempotency_conflict,
            'The Idempotency-Key was used for another message',
          );
        }
        const balloon = await tx.outboxBalloon.findFirst({ where: { tenantId, messageId: known.id } });
        return { message: await signed(tx, known), balloonId: balloon?.id ?? null, uptoSeq };
      }
    }
    const now = new Date();
    const seq = conversation.seq + 1n;
    const message = await tx.message.create({
      data: {
        id: newId(),
        tenantId,
        conversationId: conversation.id,
        channelId: conversation.channelId,
        seq,
        author: 'human',
        kind: input.file?.type ?? 'text',
        text: input.text,
        ...((input.file ?? input.said) ? { payload: payloadOf(input) } : {}),
        status: 'pending',
        userId,
        idempotencyKey: input.idempotencyKey,
        correlationId: currentCorrelation()?.correlationId ?? null,
        sentAt: now,
      },
    });
    const balloonId = newId();
    await tx.outboxBalloon.create({
      data: {
        id: balloonId,
        tenantId,
        conversationId: conversation.id,
        kind: BALLOON_KIND,
        dedupeKey: message.id,
        body: input.text,
        ...(input.file === undefined ? {} : { file: { ...input.file } }),
        messageId: message.id,
      },
    });
    const deadline = await humanDeadlineAfter(tx, tenantId, now.getTime(), now.getTime() + humanReturnMs);
    const alreadyWithPerson = conversation.state === ConversationState.HUMANO_RESPONDEU;
    await tx.conversation.update({
      where: { id: conversation.id },
      data: {
        seq,
        fence: { increment: 1 },
        state: ConversationState.HUMANO_RESPONDEU,
        answeredSeq: conversation.inboundSeq,
        ...(alreadyWithPerson ? {} : { stateSince: now, stateReason: null }),
        humanDeadline: new Date(deadline),
        assignedUserId: userId,
        resolvedAt: null,
        unread: 0,
        lastMessageAt: now,
      },
    });
    return { message: await signed(tx, message), balloonId, uptoSeq };
  });
}

async function signed(tx: Transaction, message: Message): Promise<WrittenReply> {
  const { userId } = message;
  const writer =
    userId === null ? null : await tx.user.findUnique({ where: { id: userId }, select: { name: true } });
  return { ...message, userName: writer?.name ?? null };
}

function payloadOf({ file, said }: HumanReply): Prisma.InputJsonObject {
  return { ...said, ...(file === undefined ? {} : { file: { ...file } }) };
}

/** WhatsApp's own limit for one text. */
export const HUMAN_TEXT_MAX_CHARACTERS = 4_096;

export const humanTextSchema = z.string().trim().min(1).max(HUMAN_TEXT_MAX_CHARACTERS);
