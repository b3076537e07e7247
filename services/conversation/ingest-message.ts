import * as z from 'zod';
import { currentCorrelation } from '../../config/correlation';
import { newId } from '../../config/new-id';
import type { InboundMessage } from '../../domain/channel/inbound';
import { ConversationState } from '../../domain/conversation/state';
import type { Deps } from '../deps';

export const timingSchema = z.object({
  debounceMs: z.number(),
  debounceMaxMs: z.number(),
  humanReturnMs: z.number(),
  idleCloseMs: z.number(),
  pace: z
    .object({ charactersPerSecond: z.number(), pauseMaxMs: z.number(), customerTypingMaxMs: z.number() })
    .optional(),
  fairnessWeight: z.number().optional(),
  saysGoodbye: z.boolean().optional(),
});

/** The conversation's first message made a contact that automations wait for: an event to be fired (`fireNewContact`). */
export const newContactSchema = z
  .object({ eventKey: z.string(), contactId: z.string(), payload: z.record(z.string(), z.json()) })
  .optional();

const storedSchema = z.object({
  conversationId: z.string(),
  messageId: z.string(),
  seq: z.number(),
  fresh: z.boolean(),
  accepted: z.boolean(),
  state: z.enum(ConversationState),
  timing: timingSchema,
  /** The message named several contacts of ours as one person: these, the one known longest first. */
  contacts: z.array(z.string()).nullable(),
  /** A colleague's number wrote: stored, and no business of the AI's. */
  internal: z.boolean().default(false),
  newContact: newContactSchema,
});
export type StoredMessage = z.infer<typeof storedSchema>;

export interface ChannelRef {
  id: string;
  tenantId: string;
}

/**
 * Stores a customer's message once, making contact and conversation at the first one. The same provider id again
 * returns what was stored, so a repeated webhook is harmless.
 *
 * @param options.forAi false: it is read along, in a group, and nobody is told to answer it
 * @returns undefined when the id belongs to a message of our own
 */
export async function ingestMessage(
  deps: Pick<Deps, 'db'>,
  channel: ChannelRef,
  message: InboundMessage,
  options: { forAi: boolean } = { forAi: true },
): Promise<StoredMessage | undefined> {
  const result = await deps.db.call('receive_message', [
    channel.tenantId,
    JSON.stringify({ ...asRow(channel, message), forAi: options.forAi }),
  ]);
  return result === null ? undefined : storedSchema.parse(result);
}

/** A message as the SQL functions take it, with the ids to use for what is new. */
export function asRow(channel: ChannelRef, message: InboundMessage): Record<string, unknown> {
  return {
    messageId: newId(),
    conversationId: newId(),
    contactId: newId(),
    channelId: channel.id,
    identities: message.identities.map((identity) => ({ id: newId(), ...identity })),
    name: message.name,
    address: message.address,
    providerMessageId: message.providerMessageId,
    kind: message.kind,
    text: message.text,
    payload: message.payload,
    sentAt: message.sentAt.toISOString(),
    correlationId: currentCorrelation()?.correlationId ?? null,
  };
}
