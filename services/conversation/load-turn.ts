import * as z from 'zod';
import type { TimelineEntry } from '../../domain/agent/build-prompt';
import { Tone } from '../../domain/agent/tone';
import { ConversationState, HandoffReason } from '../../domain/conversation/state';
import type { OpeningHours } from '../../domain/hours/opening-hours';
import { readHours } from '../config/hours-schema';
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
  /** When the AI comes back by itself (Unix ms). */
  humanDeadline: z.number().nullable(),
  /** The database's clock, and when the newest unanswered message was written (Unix ms). */
  clocks: z.object({
    now: z.number(),
    newestAt: z.number().nullable(),
    backlogMaxAgeMs: z.number(),
    hours: z.unknown(),
  }),
  hasKnowledge: z.boolean(),
  firstAnswer: z.boolean(),
  timeline: z.array(
    z.object({
      seq: z.number(),
      author: z.enum(['customer', 'ai', 'human', 'system']),
      kind: z.string(),
      text: z.string(),
      sender: z.string().nullable(),
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
  /** Of a tenant whose flows begin with messages; absent where none does, and in groups. */
  flows: z
    .object({
      contactId: z.string(),
      newContact: z.boolean(),
      /** Runs that what is unanswered began before. */
      begun: z.array(z.string()),
      /** In the order in which they are asked. */
      triggers: z.array(
        z.object({
          flowId: z.string(),
          versionId: z.string(),
          nodeId: z.string(),
          settings: z.unknown(),
          sinceLastMs: z.number().nullable(),
        }),
      ),
    })
    .optional(),
});
type TurnRow = z.infer<typeof loadedTurnSchema>;
export type LoadedTurn = Omit<TurnRow, 'clocks' | 'timeline'> & {
  timeline: TimelineEntry[];
  clocks: Omit<TurnRow['clocks'], 'hours'> & { hours: OpeningHours };
};

/**
 * All an AI turn needs to know, as the conversation's agent, in one round trip.
 *
 * @returns undefined when the conversation is gone
 */
export async function loadTurn(
  deps: Pick<Deps, 'db'>,
  turn: { tenantId: string; conversationId: string; turnId: string },
): Promise<LoadedTurn | undefined> {
  const { tenantId, conversationId, turnId } = turn;
  const result = await deps.db.call('load_turn_with_flows', [tenantId, conversationId, turnId]);
  if (result === null) return undefined;
  const row = loadedTurnSchema.parse(result);
  const hours = readHours(row.clocks.hours, row.tenant.timeZone);
  return { ...row, clocks: { ...row.clocks, hours } };
}
