import type { InstanceAccess } from '../../adapters/evolution/client';
import type { Deps } from '../deps';

/** The provider's clock and ours may differ by this much (ms). */
const CLOCK_TOLERANCE_MS = 5_000;

/**
 * Looks for a message that may have been sent although no answer came: one of ours to this address with these very
 * words, stored since we tried, whose id no other message of ours has.
 *
 * @returns the provider's id, or undefined when it was not sent
 * @throws ProviderUnavailableError when the provider cannot tell now
 */
export async function findLostSend(
  deps: Pick<Deps, 'db' | 'evolution'>,
  lost: {
    tenantId: string;
    channelId: string;
    access: InstanceAccess;
    address: string;
    text: string;
    /** It carries a file, and the text is its caption. */
    carriesFile?: boolean;
    since: Date;
  },
): Promise<string | undefined> {
  const stored = await deps.evolution.findSentMessages(lost.access, lost.address);
  const since = lost.since.getTime() - CLOCK_TOLERANCE_MS;
  // Seconds are cut, so a message of this second may look up to one second older.
  const candidates = stored.filter(
    (message) =>
      message.text === lost.text &&
      message.carriesFile === (lost.carriesFile ?? false) &&
      (message.timestamp + 1) * 1_000 >= since,
  );
  if (candidates.length === 0) return undefined;
  const known = await deps.db.withTenant(lost.tenantId, (tx) =>
    tx.message.findMany({
      where: {
        tenantId: lost.tenantId,
        channelId: lost.channelId,
        providerMessageId: { in: candidates.map((message) => message.id) },
      },
      select: { providerMessageId: true },
    }),
  );
  const taken = new Set(known.map((message) => message.providerMessageId));
  return candidates.find((message) => !taken.has(message.id))?.id;
}
