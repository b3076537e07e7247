import type { Transaction } from '../../adapters/postgres/database';
import type { ConversationPace } from '../../domain/conversation/pace';
import { ConversationState } from '../../domain/conversation/state';
import { meterChat } from '../agent/spending';
import { answerWords } from '../../domain/flow/answer-words';
import { leaveBy, personHasIt } from '../../domain/flow/order-words';
import type { Prisma } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import type { EmbedQuestion } from '../knowledge/embed-question';
import {
  answerFromDocuments,
  type AskedOfDocuments,
  type DocumentsAnswer,
  speakerOf,
} from './answer-from-documents';
import type { DraftedAnswer } from './finish-saying';
import { type FlowOrderNext, type FlowOrderRef, lockOrder } from './open-order';
import { noteOrderSpending } from './note-spending';
import { putIntoOutbox } from './order-balloons';
import { tellOutcome, writeOutcome } from './settle-order';

export interface OrderToAnswer extends FlowOrderRef {
  pace: ConversationPace | undefined;
}

type AnswerDeps = Pick<Deps, 'db' | 'chat' | 'workflows' | 'env'> & { embedQuestion: EmbedQuestion };

/**
 * Answers a flow's question from the tenant's documents, as a turn does: below the node's confidence it says nothing and
 * leaves by the other way. What the model wrote is kept before it is said, so that it is asked once.
 *
 * @throws ProviderUnavailableError worth another try
 * @throws ProviderRejectedError another try is in vain
 */
export async function answerOrder(
  deps: AnswerDeps,
  input: OrderToAnswer,
  signal?: AbortSignal,
): Promise<FlowOrderNext> {
  const { tenantId, orderId } = input;
  const question = await deps.db.withTenant(tenantId, (tx) => questionOf(tx, input));
  if (question !== undefined) {
    const meter = meterChat(deps.chat);
    const note = (tx: Transaction, early: boolean) =>
      noteOrderSpending(tx, question.order, meter.spent(), { model: deps.env.openai.model, early });
    let draft: DraftedAnswer;
    try {
      const asked = { ...deps, chat: meter.chat };
      draft = draftOf(question, await answerFromDocuments(asked, tenantId, question, signal));
    } catch (error) {
      await deps.db.withTenant(tenantId, (tx) => note(tx, true));
      throw error;
    }
    await deps.db.withTenant(tenantId, async (tx) => {
      await note(tx, false);
      await tx.flowOrder.updateMany({
        where: { tenantId, id: orderId },
        data: { draft: { ...draft } as unknown as Prisma.InputJsonObject },
      });
    });
  }
  const next = await deps.db.withTenant(tenantId, async (tx): Promise<FlowOrderNext> => {
    const found = await lockOrder(tx, input);
    if (found === null || found.order.outcome !== null) return { next: 'ended' };
    const { order, conversation } = found;
    const { handles } = order.order;
    const draft = order.draft as unknown as DraftedAnswer | null;
    if (conversation.state !== ConversationState.IA_ATIVA || draft === null) {
      await writeOutcome(tx, input, personHasIt(handles));
      return { next: 'ended' };
    }
    const { words, output } = draft;
    const handle = draft.confident ? 'answered' : 'not_confident';
    if (!draft.confident || words.length === 0) {
      await writeOutcome(tx, input, leaveBy(handles, handle, 'not_answered', 'There is no such way', output));
      return { next: 'ended' };
    }
    return {
      next: 'say',
      attempt: 0,
      balloons: await putIntoOutbox(tx, found, { attempt: 0, words, pace: input.pace }),
    };
  });
  if (next.next === 'ended') await tellOutcome(deps, input);
  return next;
}

interface Question extends AskedOfDocuments {
  /** On whose account it is thought about. */
  order: { tenantId: string; runId: string; effect: string; nodeId: string };
}

/** @returns undefined when there is nothing to think about: it has ended, or was thought of before */
async function questionOf(
  tx: Parameters<typeof lockOrder>[0],
  input: FlowOrderRef,
): Promise<Question | undefined> {
  const { tenantId } = input;
  const found = await lockOrder(tx, input);
  if (found === null || found.order.outcome !== null || found.order.draft !== null) return undefined;
  const contact = await tx.contact.findFirst({
    where: { tenantId, id: found.conversation.contactId },
    select: { name: true },
  });
  const { runId, effect, nodeId } = found.order;
  return {
    order: { tenantId, runId, effect, nodeId },
    settings: found.order.order.settings,
    contactName: contact?.name ?? null,
    ...(await speakerOf(tx, tenantId)),
  };
}

function draftOf({ settings }: Question, { confident, output }: DocumentsAnswer): DraftedAnswer {
  return { confident, output, words: answerWords(settings, output).map((text) => ({ text })) };
}
