import { CancelledFailure, Context } from '@temporalio/activity';
import { newId } from '../../config/new-id';
import { splitAnswer } from '../../domain/agent/split-answer';
import { AppError, ProviderUnavailableError } from '../../domain/errors';
import { NOTHING_SAID } from '../../domain/conversation/nothing-said';
import { type ConversationPace, typingPauseMs } from '../../domain/conversation/pace';
import type { ConversationState, HandoffReason } from '../../domain/conversation/state';
import {
  type Draft,
  draftReply,
  failedDraft,
  leftToPerson,
  silencedDraft,
} from '../../services/agent/draft-reply';
import { mayAnswer } from '../../domain/hours/may-answer';
import { meterChat, type Spent } from '../../services/agent/spending';
import { draftWithFiles, filesToWaitFor } from '../../services/agent/draft-with-files';
import { priceOf } from '../../domain/agent/price';
import { type LoadedTurn, loadTurn } from '../../services/conversation/load-turn';
import { beginByMessage } from '../../services/flow/begin-by-message';
import { findUnsettled } from '../../services/conversation/find-unsettled';
import { raisePriority } from '../../services/conversation/raise-priority';
import { recordSpentAttempt, recordTurn } from '../../services/conversation/record-turn';
import { withMediaOf } from '../../services/media/media-of-timeline';
import { mayUseAi } from '../../services/tenant/may-use-ai';
import { sendClaimed } from '../../services/conversation/send-claimed';
import type { ActivityDeps } from '../deps';
import { keepAlive } from '../keep-alive';
import { showProgress } from './show-progress';
import { showTyping } from './show-typing';

export interface AnswerTurnInput {
  tenantId: string;
  conversationId: string;
  turnId: string;
  /** When the AI got the conversation back from the team (Unix ms); absent when it had it all the time. */
  aiSince?: number;
  correlationId: string | null;
  /** Undefined: balloons follow each other at once. */
  pace?: ConversationPace | undefined;
  /** Files up to this place are waited for no longer. */
  gaveUpSeq?: number;
}

export type TurnOutcome =
  /**
   * Said, or on its way: the balloons in `unsent` are left to deliverBalloon, each after its pause (ms; at the same
   * place in `pausesMs`, none without it).
   */
  | { decision: 'answered'; uptoSeq: number; unsent: string[]; pausesMs?: number[] }
  /** The tenant has its share of this worker: ask again in a while. */
  | { decision: 'busy'; retryInMs: number }
  | { decision: 'handover'; uptoSeq: number; reason: HandoffReason; fence: number }
  /** Nobody is there, and the AI is silent until somebody is (Unix ms). */
  | { decision: 'closed'; uptoSeq: number; opensAt: number; fence: number; flowsAwake?: boolean }
  /** A flow has begun with it. */
  | { decision: 'flow'; uptoSeq: number }
  /** The tenant's AI may not speak. */
  | { decision: 'silenced'; uptoSeq: number }
  /** Files came that the workflow may not know of yet, and what they say is not known: wait for them. */
  | { decision: 'unheard'; media: { id: string; seq: number }[]; waitMs: number }
  /** All that came is answered already. */
  | { decision: 'nothing'; uptoSeq: number }
  /** The conversation was deleted with its tenant. */
  | { decision: 'gone' }
  /** The customer wrote more meanwhile. */
  | { decision: 'stale' }
  /** A person has the conversation. */
  | { decision: 'fenced'; state: ConversationState; humanDeadline?: number | null };

/** The attempt at which a provider that keeps failing leads to a person. */
const LAST_ATTEMPT = 4;

/**
 * One turn of the AI: load, think, store, claim, send. Any part may run again after a crash: the turn's id finds what
 * an earlier attempt has stored, so the model is not asked twice and nothing is said twice.
 */
export function createAnswerTurn(deps: ActivityDeps) {
  return async function answerTurn(input: AnswerTurnInput): Promise<TurnOutcome> {
    return keepAlive(async (signal) => {
      const turn = await loadTurn(deps, input);
      if (turn === undefined) return { decision: 'gone' };
      if (turn.decided !== null) return outcomeOfEarlierAttempt(deps, input, turn, turn.decided);
      if (turn.state !== 'IA_ATIVA') {
        return { decision: 'fenced', state: turn.state, humanDeadline: turn.humanDeadline };
      }
      if (turn.internal) return { decision: 'silenced', uptoSeq: turn.uptoSeq };
      if (turn.uptoSeq <= turn.answeredSeq) return { decision: 'nothing', uptoSeq: turn.uptoSeq };
      const { attempt } = Context.current().info;
      if (!mayUseAi(turn.tenant)) return storeAndSend(deps, input, turn, silencedDraft(turn, attempt));
      const flow = await beginFlow(deps, input, turn, signal);
      if (flow !== undefined) return flow;
      const permission = mayAnswer({ ...turn.clocks, aiSince: input.aiSince ?? null });
      if (permission.may === 'wait') {
        const { uptoSeq, fence } = turn;
        // While the AI is silent, what else the customer writes may still begin a flow.
        const flowsAwake = (turn.flows?.triggers.length ?? 0) > 0 ? { flowsAwake: true } : {};
        return { decision: 'closed', uptoSeq, opensAt: permission.opensAt, fence, ...flowsAwake };
      }
      if (permission.may === 'handOver') {
        return storeAndSend(deps, input, turn, leftToPerson(turn, attempt, permission.reason));
      }
      const gaveUpSeq = input.gaveUpSeq ?? 0;
      turn.timeline = await withMediaOf(deps, { ...input, gaveUpSeq }, turn.timeline);
      const unheard = filesToWaitFor(turn);
      if (unheard.length > 0) return { decision: 'unheard', media: unheard, waitMs: deps.env.media.waitMs };
      const draft = await think(deps, input, turn, signal);
      return storeAndSend(deps, input, turn, draft);
    });
  };
}

/** What the customer has said may begin a flow; then it is the flow's to answer. */
async function beginFlow(
  deps: ActivityDeps,
  input: AnswerTurnInput,
  turn: LoadedTurn,
  signal: AbortSignal,
): Promise<TurnOutcome | undefined> {
  if (turn.flows === undefined) return undefined;
  const { tenantId, conversationId, gaveUpSeq = 0 } = input;
  const askModel = Context.current().info.attempt < LAST_ATTEMPT;
  const asked = { tenantId, conversationId, turn, gaveUpSeq, askModel, signal };
  const begun = await beginByMessage(deps, asked);
  if (begun.begun) return { decision: 'flow', uptoSeq: begun.uptoSeq };
  if (begun.unheard.length === 0) return undefined;
  return { decision: 'unheard', media: begun.unheard, waitMs: deps.env.media.waitMs };
}

async function think(
  deps: ActivityDeps,
  input: AnswerTurnInput,
  turn: LoadedTurn,
  signal: AbortSignal,
): Promise<Draft> {
  const { attempt } = Context.current().info;
  const progress = showProgress(deps, input, turn);
  const meter = meterChat(deps.chat);
  try {
    const metered = { ...deps, chat: meter.chat };
    return await draftWithFiles(turn, attempt, (heard) =>
      draftReply(metered, { tenantId: input.tenantId, turn: heard, attempt, signal }),
    );
  } catch (error) {
    const spent = meter.spent();
    const cancelled = signal.aborted && isWorkflowsWish(signal.reason);
    const handsOver =
      error instanceof AppError && !(error instanceof ProviderUnavailableError && attempt < LAST_ATTEMPT);
    if (signal.aborted || !handsOver) await noteSpent(deps, input, turn, { ...spent, attempt, cancelled });
    if (signal.aborted) throw new CancelledFailure('The turn was cancelled', [NOTHING_SAID]);
    if (!handsOver) throw error;
    deps.log.warn({ err: error, attempt }, 'the model cannot answer: handing over');
    const { promptTokens, completionTokens } = spent;
    return { ...failedDraft(turn, attempt, error.message), promptTokens, completionTokens };
  } finally {
    progress.stop();
  }
}

/** A worker that stops cancels too, and another attempt follows. */
function isWorkflowsWish(reason: unknown): boolean {
  return reason instanceof CancelledFailure && reason.message === 'CANCELLED';
}

/** An attempt that decides nothing is still on the provider's bill. Never throws: it must not stop a cancellation. */
async function noteSpent(
  deps: ActivityDeps,
  { tenantId, conversationId, turnId }: AnswerTurnInput,
  turn: LoadedTurn,
  spent: Spent & { attempt: number; cancelled: boolean },
): Promise<void> {
  const { promptTokens, completionTokens, prompt, attempt, cancelled } = spent;
  if (promptTokens + completionTokens === 0) return;
  const { model } = deps.env.openai;
  const problem = cancelled ? 'the workflow did not want it any more' : 'the attempt ended early';
  const trace = {
    ...failedDraft(turn, attempt, problem).trace,
    prompt,
    model,
    costMicros: priceOf(model, promptTokens, completionTokens),
  };
  try {
    await recordSpentAttempt(deps, {
      tenantId,
      conversationId,
      // A cancelled turn is over. Any other end has another attempt, which must not find a decision.
      id: cancelled ? turnId : newId(),
      interrupted: cancelled ? 'fenced' : 'interrupted',
      fence: turn.fence,
      uptoSeq: turn.uptoSeq,
      trace,
      promptTokens,
      completionTokens,
    });
  } catch (error) {
    deps.log.error(
      { err: error, promptTokens, completionTokens },
      'could not store what an attempt has cost',
    );
  }
}

async function storeAndSend(
  deps: ActivityDeps,
  input: AnswerTurnInput,
  turn: LoadedTurn,
  draft: Draft,
): Promise<TurnOutcome> {
  const { uptoSeq, fence } = turn;
  const { tenantId, conversationId, turnId } = input;
  const parted = draft.balloons.flatMap((body) => splitAnswer(body));
  const turnRow = { ...draft, balloons: parted, tenantId, conversationId, turnId, fence, uptoSeq };
  const recorded = await recordTurn(deps, turnRow);
  if (draft.urgent === true) await raisePriority(deps, { ...input, to: 'urgent' });
  if (recorded.verdict === 'fenced') return { decision: 'fenced', state: recorded.state };
  if (recorded.verdict === 'stale') return { decision: 'stale' };
  switch (draft.decision) {
    case 'silenced':
      return { decision: 'silenced', uptoSeq };
    case 'handover':
      return { decision: 'handover', uptoSeq, reason: draft.reason ?? 'low_confidence', fence };
    case 'answered': {
      const [first, ...later] = recorded.balloons;
      if (first === undefined) return { decision: 'answered', uptoSeq, unsent: [] };
      if (recorded.waitMs > 0) return answered(uptoSeq, recorded.balloons, input.pace, recorded.waitMs);
      deps.live.publish(tenantId, { type: 'conversation', conversationId, messageId: first.messageId });
      const { outcome } = await sendClaimed(deps, {
        tenantId,
        conversationId,
        balloonId: first.id,
        messageId: first.messageId,
        body: first.body,
        address: turn.address,
        channel: turn.channel,
      });
      const settled = outcome.status === 'sent' || outcome.status === 'failed';
      if (!settled) return answered(uptoSeq, recorded.balloons, input.pace);
      const [next] = later;
      const pauseMs = typingPauseMs(input.pace, next?.body.length ?? 0);
      if (next !== undefined && pauseMs > 0) showTyping(deps, tenantId, turn, pauseMs);
      return answered(uptoSeq, later, input.pace, pauseMs);
    }
  }
}

/** @param firstPauseMs what the first of `unsent` waits for; the ones after it wait as long as typing them takes */
function answered(
  uptoSeq: number,
  unsent: { id: string; body: string }[],
  pace: ConversationPace | undefined,
  firstPauseMs = 0,
): TurnOutcome {
  const pausesMs = unsent.map(({ body }, index) =>
    index === 0 ? firstPauseMs : typingPauseMs(pace, body.length),
  );
  return {
    decision: 'answered',
    uptoSeq,
    unsent: unsent.map(({ id }) => id),
    ...(pausesMs.some((pauseMs) => pauseMs > 0) ? { pausesMs } : {}),
  };
}

/** The decision stands; whatever was not settled goes to deliverBalloon, which reads back what is uncertain. */
async function outcomeOfEarlierAttempt(
  deps: ActivityDeps,
  input: AnswerTurnInput,
  turn: LoadedTurn,
  decided: NonNullable<LoadedTurn['decided']>,
): Promise<TurnOutcome> {
  const { uptoSeq, fence } = decided;
  switch (decided.decision) {
    case 'answered':
      // Resumed at the first that is not settled: what was said is not said again.
      return answered(uptoSeq, await findUnsettled(deps, input), input.pace);
    case 'handover':
      return { decision: 'handover', uptoSeq, reason: decided.reason ?? 'low_confidence', fence };
    case 'silenced':
      return { decision: 'silenced', uptoSeq };
    case 'stale':
      return { decision: 'stale' };
    case 'fenced':
    case 'interrupted':
      return { decision: 'fenced', state: turn.state };
  }
}
