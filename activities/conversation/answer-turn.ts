import { CancelledFailure, Context } from '@temporalio/activity';
import { AppError, ProviderUnavailableError } from '../../domain/errors';
import type { ConversationState, HandoffReason } from '../../domain/conversation/state';
import { type Draft, draftReply, failedDraft, silencedDraft } from '../../services/agent/draft-reply';
import { draftWithFiles, filesToWaitFor } from '../../services/agent/draft-with-files';
import { type LoadedTurn, loadTurn } from '../../services/conversation/load-turn';
import { raisePriority } from '../../services/conversation/raise-priority';
import { recordTurn } from '../../services/conversation/record-turn';
import { withMediaOf } from '../../services/media/media-of-timeline';
import { sendClaimed } from '../../services/conversation/send-claimed';
import type { ActivityDeps } from '../deps';
import { keepAlive } from '../keep-alive';
import { showProgress } from './show-progress';

export interface AnswerTurnInput {
  tenantId: string;
  conversationId: string;
  turnId: string;
  correlationId: string | null;
  /** Files up to this place are waited for no longer. */
  gaveUpSeq?: number;
}

export type TurnOutcome =
  /** Said, or on its way: the balloons in `unsent` are left to deliverBalloon. */
  | { decision: 'answered'; uptoSeq: number; unsent: string[] }
  | { decision: 'handover'; uptoSeq: number; reason: HandoffReason; fence: number }
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
  | { decision: 'fenced'; state: ConversationState };

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
      if (turn.decided !== null) return outcomeOfEarlierAttempt(turn, turn.decided);
      if (turn.state !== 'IA_ATIVA') return { decision: 'fenced', state: turn.state };
      if (turn.internal) return { decision: 'silenced', uptoSeq: turn.uptoSeq };
      if (turn.uptoSeq <= turn.answeredSeq) return { decision: 'nothing', uptoSeq: turn.uptoSeq };
      const gaveUpSeq = input.gaveUpSeq ?? 0;
      turn.timeline = await withMediaOf(deps, { ...input, gaveUpSeq }, turn.timeline);
      const unheard = filesToWaitFor(turn);
      if (unheard.length > 0) return { decision: 'unheard', media: unheard, waitMs: deps.env.media.waitMs };
      const draft = await think(deps, input, turn, signal);
      return storeAndSend(deps, input, turn, draft);
    });
  };
}

async function think(
  deps: ActivityDeps,
  input: AnswerTurnInput,
  turn: LoadedTurn,
  signal: AbortSignal,
): Promise<Draft> {
  const { attempt } = Context.current().info;
  if (turn.tenant.status !== 'active' || turn.tenant.billingStatus === 'cancelled') {
    return silencedDraft(turn, attempt);
  }
  const progress = showProgress(deps, input, turn);
  try {
    return await draftWithFiles(turn, attempt, (heard) =>
      draftReply(deps, { tenantId: input.tenantId, turn: heard, attempt, signal }),
    );
  } catch (error) {
    if (signal.aborted) throw new CancelledFailure('The turn was cancelled');
    if (!(error instanceof AppError)) throw error;
    if (error instanceof ProviderUnavailableError && attempt < LAST_ATTEMPT) throw error;
    deps.log.warn({ err: error, attempt }, 'the model cannot answer: handing over');
    return failedDraft(turn, attempt, error.message);
  } finally {
    progress.stop();
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
  const recorded = await recordTurn(deps, { ...draft, tenantId, conversationId, turnId, fence, uptoSeq });
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
      const unsent = later.map((balloon) => balloon.id);
      if (first === undefined) return { decision: 'answered', uptoSeq, unsent };
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
      return { decision: 'answered', uptoSeq, unsent: settled ? unsent : [first.id, ...unsent] };
    }
  }
}

/** The decision stands; whatever was not settled goes to deliverBalloon, which reads back what is uncertain. */
function outcomeOfEarlierAttempt(turn: LoadedTurn, decided: NonNullable<LoadedTurn['decided']>): TurnOutcome {
  const { uptoSeq, fence } = decided;
  switch (decided.decision) {
    case 'answered':
      return { decision: 'answered', uptoSeq, unsent: turn.balloons.map((balloon) => balloon.id) };
    case 'handover':
      return { decision: 'handover', uptoSeq, reason: decided.reason ?? 'low_confidence', fence };
    case 'silenced':
      return { decision: 'silenced', uptoSeq };
    case 'stale':
      return { decision: 'stale' };
    case 'fenced':
      return { decision: 'fenced', state: turn.state };
  }
}
