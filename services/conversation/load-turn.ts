import * as z from 'zod';
import type { TimelineEntry } from '../../domain/agent/build-prompt';
import { Tone } from '../../domain/agent/tone';
import { ConversationState, HandoffReason } from '../../domain/conversation/state';
import type { Deps } from '../deps';

const loadedTurnSchema = z.object({
  state: z.enum(ConversationState),
  fence: z.number(),
  uptoSeq: z.number(),
  answeredSeq: z.number(),
  address: z.string(),
  contactName: z.string().nullable(),
  tenant: z.object({ name: z.string(), status: z.string(), billingStatus: z.string(), timeZone: z.string() }),
  config: z.object({
    tone: z.enum(Tone),
    greeting: z.string(),
    fallback: z.string(),
    waiting: z.string(),
    confidenceThreshold: z.number(),
    /** Of the conversation's agent, beside the rules. */
    instructions: z.string().default(''),
  }),
  /** The other side is a colleague. */
  internal: z.boolean(),
  channel: z.object({ id: z.string(), instanceName: z.string(), token: z.string() }),
  hasKnowledge: z.boolean(),
  firstAnswer: z.boolean(),
  timeline: z.array(
    z.object({
      seq: z.number(),
      author: z.enum(['customer', 'ai', 'human', 'system']),
      kind: z.string(),
      text: z.string(),
    }),
  ),
  /** Set when an earlier attempt of this turn has stored its decision. */
  decided: z
    .object({
      decision: z.enum(['answered', 'handover', 'stale', 'fenced', 'silenced', 'interrupted']),
      reason: z.enum(HandoffReason).nullable(),
      uptoSeq: z.number(),
      fence: z.number(),
    })
    .nullable(),
  balloons: z.array(z.object({ id: z.string() })),
});
export type LoadedTurn = Omit<z.infer<typeof loadedTurnSchema>, 'timeline'> & { timeline: TimelineEntry[] };

/**
 * All an AI turn needs to know, as the conversation's agent, in one round trip.
 *
 * @returns undefined when the conversation is gone
 */
export async function loadTurn(
  deps: Pick<Deps, 'db'>,
  turn: { tenantId: string; conversationId: string; turnId: string },
): Promise<LoadedTurn | undefined> {
  const result = await deps.db.call('load_agent_turn', [turn.tenantId, turn.conversationId, turn.turnId]);
  return result === null ? undefined : loadedTurnSchema.parse(result);
}
