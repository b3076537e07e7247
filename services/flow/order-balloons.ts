import { newId } from '../../config/new-id';
import type { Transaction } from '../../adapters/postgres/database';
import type { FlowCause } from '../../domain/conversation/cause';
import { type ConversationPace, typingPauseMs } from '../../domain/conversation/pace';
import type { FlowWords } from '../../domain/flow/order-words';
import type { Conversation, OutboxBalloon, Prisma } from '../../prisma/generated/client';
import type { OpenOrder } from './open-order';

/** A node asks at most five times, and says at most six balloons at once. */
const ATTEMPTS_AT_MOST = 6;
const BALLOONS_AT_MOST = 6;

const keyOf = (orderId: string, attempt: number, place: number) => `flow:${orderId}:${attempt}:${place}`;

function keysOf(orderId: string, attempts: number[]): string[] {
  return attempts.flatMap((attempt) =>
    Array.from({ length: BALLOONS_AT_MOST }, (_, place) => keyOf(orderId, attempt, place)),
  );
}

/** What was put into the outbox for one time an order speaks, in order. */
export async function balloonsOf(
  tx: Transaction,
  { tenantId, id }: Pick<OpenOrder, 'tenantId' | 'id'>,
  attempt: number,
): Promise<OutboxBalloon[]> {
  return tx.outboxBalloon.findMany({
    where: { tenantId, dedupeKey: { in: keysOf(id, [attempt]) } },
    orderBy: { position: 'asc' },
  });
}

/** The last time an order has spoken; 0 also when it has not yet. */
export async function lastAttempt(
  tx: Transaction,
  { tenantId, id }: Pick<OpenOrder, 'tenantId' | 'id'>,
): Promise<number> {
  const attempts = Array.from({ length: ATTEMPTS_AT_MOST }, (_, attempt) => attempt);
  const rows = await tx.outboxBalloon.findMany({
    where: { tenantId, dedupeKey: { in: keysOf(id, attempts) } },
    select: { dedupeKey: true },
  });
  return Math.max(0, ...rows.map(({ dedupeKey }) => Number(dedupeKey.split(':')[2])));
}

/** What nobody waits for any more is not said. */
export async function dropBalloons(
  tx: Transaction,
  order: Pick<OpenOrder, 'tenantId' | 'id'>,
): Promise<void> {
  const attempts = Array.from({ length: ATTEMPTS_AT_MOST }, (_, attempt) => attempt);
  await tx.outboxBalloon.updateMany({
    where: {
      tenantId: order.tenantId,
      dedupeKey: { in: keysOf(order.id, attempts) },
      status: 'pending',
    },
    data: { status: 'dropped', settledAt: new Date() },
  });
}

/**
 * Puts what an order says into the outbox, once, under the conversation's fence as it is now: a person who comes before a
 * balloon is claimed stops it.
 *
 * @returns those that are not settled, each with the pause before it (ms)
 */
export async function putIntoOutbox(
  tx: Transaction,
  { order, conversation }: { order: OpenOrder; conversation: Conversation },
  said: { attempt: number; words: FlowWords[]; pace: ConversationPace | undefined; typingMs?: number },
): Promise<{ id: string; pauseMs: number }[]> {
  const { tenantId, id: orderId, runId, nodeId } = order;
  const { attempt, words, pace, typingMs = 0 } = said;
  const run = await tx.flowRun.findFirst({ where: { tenantId, id: runId }, select: { flowId: true } });
  const cause: FlowCause = { flow: { id: run?.flowId ?? '', runId, nodeId } };
  await tx.outboxBalloon.createMany({
    data: words.slice(0, BALLOONS_AT_MOST).map(({ text, file }, position) => ({
      id: newId(),
      tenantId,
      conversationId: conversation.id,
      kind: 'flow',
      position,
      dedupeKey: keyOf(orderId, attempt, position),
      body: text,
      cause: { ...cause },
      fence: conversation.fence,
      messageId: newId(),
      ...(file === undefined ? {} : { file: { ...file } satisfies Prisma.InputJsonObject }),
    })),
    skipDuplicates: true,
  });
  const balloons = await balloonsOf(tx, order, attempt);
  return balloons
    .filter(({ status }) => ['pending', 'sending', 'uncertain'].includes(status))
    .map(({ id, body }) => ({ id, pauseMs: typingMs > 0 ? typingMs : typingPauseMs(pace, body.length) }));
}
