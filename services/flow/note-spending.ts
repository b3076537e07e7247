import { currentCorrelation } from '../../config/correlation';
import { newId } from '../../config/new-id';
import type { PromptMessage } from '../../domain/agent/build-prompt';
import { priceOf } from '../../domain/agent/price';
import type { TurnTrace } from '../../domain/agent/trace';
import type { ChatAnswer } from '../../adapters/openai/chat';
import type { Prisma } from '../../prisma/generated/client';
import type { Transaction } from '../../adapters/postgres/database';
import type { Deps } from '../deps';
import type { Spent } from '../agent/spending';

/** What an answer from the documents has used, on its run's account. A try that ended early is a line of its own. */
export async function noteOrderSpending(
  tx: Transaction,
  order: { tenantId: string; runId: string; effect: string; nodeId: string },
  { promptTokens, completionTokens }: Spent,
  ended: { model: string; early: boolean },
): Promise<void> {
  if (promptTokens + completionTokens === 0) return;
  const { tenantId, runId, nodeId } = order;
  const effect = ended.early ? `${order.effect}#${newId()}` : order.effect;
  const used = { model: ended.model, promptTokens, completionTokens };
  await tx.flowCall.createMany({
    data: { id: newId(), tenantId, runId, effect, nodeId, kind: 'rag_answer', outcome: {}, ...used },
    skipDuplicates: true,
  });
}

/** What a model has used in a trial of a drawing, of which there is no run: a line of its own each time. */
export async function noteTrialSpending(
  deps: Pick<Deps, 'db'>,
  { tenantId, flowId, nodeId, kind }: { tenantId: string; flowId: string; nodeId: string; kind: string },
  { model, promptTokens, completionTokens }: Pick<ChatAnswer, 'model' | 'promptTokens' | 'completionTokens'>,
): Promise<void> {
  const line = { tenantId, flowId, effect: newId(), nodeId, kind, outcome: {} };
  const used = { model, promptTokens, completionTokens };
  await deps.db.withTenant(tenantId, (tx) => tx.flowCall.create({ data: { id: newId(), ...line, ...used } }));
}

/** What asking for a customer's intent has used, as a turn of the decision "intent": there may be no run of it. */
export async function noteIntentSpending(
  deps: Pick<Deps, 'db'>,
  at: { tenantId: string; conversationId: string; fence: number; uptoSeq: number },
  asked: { prompt: PromptMessage[]; answer: ChatAnswer; ms: number },
): Promise<void> {
  const { content, model, promptTokens, completionTokens } = asked.answer;
  const trace: TurnTrace = {
    prompt: asked.prompt,
    passages: [],
    retrieval: null,
    raw: content,
    confidence: null,
    threshold: 0,
    model,
    costMicros: priceOf(model, promptTokens, completionTokens),
    latency: { search: 0, model: asked.ms },
    attempt: 1,
    problem: null,
  };
  await deps.db.withTenant(at.tenantId, (tx) =>
    tx.turn.createMany({
      data: {
        ...at,
        id: newId(),
        uptoSeq: BigInt(at.uptoSeq),
        decision: 'intent',
        trace: trace as unknown as Prisma.InputJsonObject,
        promptTokens,
        completionTokens,
        correlationId: currentCorrelation()?.correlationId ?? null,
      },
    }),
  );
}
