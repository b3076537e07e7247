import * as z from 'zod';
import type { Receipt } from '../../domain/channel/inbound';
import type { Deps } from '../deps';

const resultSchema = z.object({
  known: z.boolean(),
  changed: z.object({ messageId: z.string(), conversationId: z.string() }).nullable(),
});

/** A tick may overtake the answer that tells us the message's id; it is tried again after these waits (ms). */
const TRY_AGAIN_AFTER_MS = [1_000, 4_000];

/** Writes down how far a message of ours has come. Ticks only climb; one for a message nobody knows is dropped. */
export async function applyReceipt(
  deps: Pick<Deps, 'db' | 'live' | 'log'>,
  channel: { id: string; tenantId: string },
  event: { providerMessageId: string; receipt: Receipt },
  waits: number[] = TRY_AGAIN_AFTER_MS,
): Promise<void> {
  const { known, changed } = resultSchema.parse(
    await deps.db.call('apply_receipt', [
      channel.tenantId,
      channel.id,
      event.providerMessageId,
      event.receipt,
    ]),
  );
  if (changed !== null) deps.live.publish(channel.tenantId, { type: 'conversation', ...changed });
  const [wait, ...rest] = waits;
  if (known || wait === undefined) return;
  setTimeout(() => {
    applyReceipt(deps, channel, event, rest).catch((error: unknown) => {
      // Optional: a lost tick costs a grey mark instead of a blue one.
      deps.log.warn({ err: error }, 'could not apply a receipt');
    });
  }, wait).unref();
}
