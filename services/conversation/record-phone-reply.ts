import * as z from 'zod';
import type { InboundMessage } from '../../domain/channel/inbound';
import { ErrorCode, ProviderUnavailableError } from '../../domain/errors';
import type { Deps } from '../deps';
import { asRow, type ChannelRef, newContactSchema, timingSchema } from './ingest-message';

const knownSchema = z.object({
  verdict: z.enum(['stored', 'duplicate', 'echo']),
  conversationId: z.string(),
  messageId: z.string(),
  uptoSeq: z.number(),
  timing: timingSchema,
  newContact: newContactSchema,
});
const verdictSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('undecided') }),
  z.object({ verdict: z.literal('internal') }),
  ...(['stored', 'duplicate', 'echo'] as const).map((verdict) =>
    knownSchema.extend({ verdict: z.literal(verdict) }),
  ),
]);
export type PhoneReply = z.infer<typeof knownSchema>;

/** How long a webhook waits for a send of ours to settle before it asks the provider to come again (ms). */
const PATIENCE_MS = 5_000;
const ASK_AGAIN_MS = 150;

/**
 * Stores what a person of the business typed on the paired phone. The echo of our own send looks the same until
 * that send has returned its id; while one is under way the verdict waits for it.
 *
 * @returns undefined when it went to a colleague's number, which is no conversation with a customer
 * @throws ProviderUnavailableError webhook_undecided: answer 503, the provider delivers again
 */
export async function recordPhoneReply(
  deps: Pick<Deps, 'db'>,
  channel: ChannelRef,
  message: InboundMessage,
): Promise<PhoneReply | undefined> {
  const row = JSON.stringify(asRow(channel, message));
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const result = verdictSchema.parse(await deps.db.call('receive_phone_reply', [channel.tenantId, row]));
    if (result.verdict === 'internal') return undefined;
    if (result.verdict !== 'undecided') return result;
    if (Date.now() > until) {
      throw new ProviderUnavailableError(
        ErrorCode.webhook_undecided,
        'A send of our own is not settled, so this may be its echo',
      );
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
}
