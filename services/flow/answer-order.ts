import type { Transaction } from '../../adapters/postgres/database';
import { buildPrompt } from '../../domain/agent/build-prompt';
import { confidenceOf, type ScoredPassage } from '../../domain/agent/confidence';
import { parseModelReply } from '../../domain/agent/model-reply';
import { splitAnswer } from '../../domain/agent/split-answer';
import { Tone } from '../../domain/agent/tone';
import type { ConversationPace } from '../../domain/conversation/pace';
import { ConversationState } from '../../domain/conversation/state';
import { meterChat } from '../agent/spending';
import { leaveBy, personHasIt } from '../../domain/flow/order-words';
import { asText, type FlowObject } from '../../domain/flow/runtime/value';
import type { Prisma } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import type { EmbedQuestion } from '../knowledge/embed-question';
import { searchKnowledge } from '../knowledge/search-knowledge';
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
      draft = await think({ ...deps, chat: meter.chat }, tenantId, question, signal);
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

interface Question {
  /** On whose account it is thought about. */
  order: { tenantId: string; runId: string; effect: string; nodeId: string };
  settings: FlowObject;
  tenantName: string;
  contactName: string | null;
  tone: Tone;
  localTime: string;
}

/** @returns undefined when there is nothing to think about: it has ended, or was thought of before */
async function questionOf(
  tx: Parameters<typeof lockOrder>[0],
  input: FlowOrderRef,
): Promise<Question | undefined> {
  const { tenantId } = input;
  const found = await lockOrder(tx, input);
  if (found === null || found.order.outcome !== null || found.order.draft !== null) return undefined;
  const [tenant, contact, config] = [
    await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true, timeZone: true } }),
    await tx.contact.findFirst({
      where: { tenantId, id: found.conversation.contactId },
      select: { name: true },
    }),
    await tx.botConfig.findUniqueOrThrow({ where: { tenantId }, select: { tone: true } }),
  ];
  const clock = { timeZone: tenant.timeZone, dateStyle: 'full', timeStyle: 'short' } as const;
  const { runId, effect, nodeId } = found.order;
  return {
    order: { tenantId, runId, effect, nodeId },
    settings: found.order.order.settings,
    tenantName: tenant.name,
    contactName: contact?.name ?? null,
    tone: Object.values(Tone).find((tone) => tone === config.tone) ?? Tone.casual,
    localTime: new Date().toLocaleString('pt-BR', clock),
  };
}

async function think(
  deps: AnswerDeps,
  tenantId: string,
  asked: Question,
  signal?: AbortSignal,
): Promise<DraftedAnswer> {
  const { settings, order: _order, ...rest } = asked;
  const question = asText(settings['question']);
  const passages = await findPassages(deps, tenantId, settings, question, signal);
  const tone = asText(settings['tone']);
  const prompt = buildPrompt({
    ...rest,
    ...(tone === '' ? {} : { instructions: `Tom da resposta: ${tone}` }),
    timeline: [{ seq: 1, author: 'customer', kind: 'text', text: question, sender: null }],
    answeredSeq: 0,
    passages,
  });
  const { content } = await deps.chat(prompt, signal);
  const parsed = parseModelReply(content);
  const confidence = confidenceOf(parsed, passages).value;
  const text =
    parsed.kind === 'structured' ? parsed.reply.answer.trim() : parsed.kind === 'plain' ? parsed.text : '';
  const sources = [...new Set(passages.map(({ document }) => document))];
  const wanted = Number(settings['confidence'] ?? 0.5);
  const cited = settings['citeSources'] === true && sources.length > 0;
  const words = splitAnswer(cited ? `${text}\n\nFontes: ${sources.join('; ')}` : text);
  return {
    confident: text !== '' && confidence >= wanted,
    output: { texto: text, fontes: sources, confianca: confidence },
    words: settings['send'] === false ? [] : words.map((each) => ({ text: each })),
  };
}

/** How many are looked at for each that is wanted: others' documents are among them. */
const LOOKED_AT = 4;

/** The best passages of the documents that the node names. */
async function findPassages(
  deps: AnswerDeps,
  tenantId: string,
  settings: FlowObject,
  question: string,
  signal?: AbortSignal,
): Promise<ScoredPassage[]> {
  const topK = Number(settings['topK'] ?? 5);
  const documentIds = Array.isArray(settings['knowledgeIds']) ? settings['knowledgeIds'].map(asText) : [];
  const search = { question, limit: topK * LOOKED_AT, ...(signal === undefined ? {} : { signal }) };
  const { passages } = await searchKnowledge(deps, { tenantId }, search);
  const theirs = await deps.db.withTenant(tenantId, (tx) =>
    tx.chunk.findMany({
      where: { tenantId, id: { in: passages.map(({ id }) => id) }, documentId: { in: documentIds } },
      select: { id: true },
    }),
  );
  const known = new Set(theirs.map(({ id }) => id));
  return passages.filter(({ id }) => known.has(id)).slice(0, topK);
}
