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
  verdict: z.enum(['claimed', 'fenced', 'stale']),
  state: z.enum(ConversationState),
});

export interface RecordedBalloon {
  id: string;
  messageId: string;
  body: string;
}

/**
 * Stores a turn with its trace and, unless a person or a newer message came meanwhile, its balloons; the first one is
 * claimed at once and must be sent by the caller. A turn that lost keeps its trace: its tokens were spent.
 */
export async function recordTurn(
  deps: Pick<Deps, 'db'>,
  turn: TurnToRecord,
): Promise<z.infer<typeof verdictSchema> & { balloons: RecordedBalloon[] }> {
  const { tenantId, ...rest } = turn;
  const balloons = turn.balloons.map((body) => ({ id: newId(), messageId: newId(), body }));
  const row = { ...rest, correlationId: currentCorrelation()?.correlationId ?? null, balloons };
  const result = verdictSchema.parse(await deps.db.call('store_turn', [tenantId, JSON.stringify(row)]));
  return { ...result, balloons: result.verdict === 'claimed' ? balloons : [] };
}
