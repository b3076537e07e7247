import * as z from 'zod';
import { currentCorrelation } from '../../config/correlation';
import { newId } from '../../config/new-id';
import type { TurnTrace } from '../../domain/agent/trace';
import { ConversationState, type HandoffReason } from '../../domain/conversation/state';
import type { Deps } from '../deps';

export interface TurnToRecord {
  tenantId: string;
  conversationId: string;
  turnId: string;
  /** The fence and the newest message the turn began with: what it is judged by. */
  fence: number;
  uptoSeq: number;
  decision: 'answered' | 'handover' | 'silenced';
  reason: HandoffReason | null;
  confidence: number | null;
  trace: TurnTrace;
  promptTokens: number;
  completionTokens: number;
  balloons: string[];
}

const verdictSchema = z.object({
  verdict: z.enum(['claimed', 'fenced', 'stale', 'interrupted']),
  state: z.enum(ConversationState),
  /** The first balloon is not claimed: its number may send it in so long (ms); 0 when it is. */
  waitMs: z.number(),
});

export interface RecordedBalloon {
  id: string;
  messageId: string;
  body: string;
}

/**
 * Stores a turn with its trace and, unless a person or a newer message came meanwhile, its balloons; the first one is
 * claimed at once and must be sent by the caller, unless its number has to wait (`waitMs`). A turn that lost keeps its
 * trace: its tokens were spent.
 */
export async function recordTurn(
  deps: Pick<Deps, 'db'>,
  turn: TurnToRecord,
): Promise<z.infer<typeof verdictSchema> & { balloons: RecordedBalloon[] }> {
  const { tenantId, ...rest } = turn;
  const balloons = turn.balloons.map((body) => ({ id: newId(), messageId: newId(), body }));
  const row = { ...rest, correlationId: currentCorrelation()?.correlationId ?? null, balloons };
  const result = await store(deps, tenantId, row);
  return { ...result, balloons: result.verdict === 'claimed' ? balloons : [] };
}

/** An attempt that ends without a decision, for what it has cost. */
export interface SpentAttempt {
  tenantId: string;
  conversationId: string;
  /** The turn's own when it is over; a fresh one when another attempt of it follows. */
  id: string;
  fence: number;
  uptoSeq: number;
  /** What to write when neither a person nor a newer message explains it. */
  interrupted: 'fenced' | 'interrupted';
  trace: TurnTrace;
  promptTokens: number;
  completionTokens: number;
}

/** Stores an interrupted attempt as a turn that said nothing: a provider's bill has it too. */
export async function recordSpentAttempt(deps: Pick<Deps, 'db'>, attempt: SpentAttempt): Promise<void> {
  const { tenantId, id, ...rest } = attempt;
  await store(deps, tenantId, {
    ...rest,
    turnId: id,
    reason: null,
    confidence: null,
    correlationId: currentCorrelation()?.correlationId ?? null,
    balloons: [],
  });
}

async function store(deps: Pick<Deps, 'db'>, tenantId: string, row: Record<string, unknown>) {
  return verdictSchema.parse(await deps.db.call('store_turn', [tenantId, JSON.stringify(row)]));
}
