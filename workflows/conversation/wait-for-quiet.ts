import { condition } from '@temporalio/workflow';
import { isOwed } from '../../domain/conversation/next-step';
import { DEBOUNCE_MAX_MESSAGES } from '../../domain/conversation/timing';
import type { Ledger } from './ledger';

/**
 * Waits until the customer has finished writing: quiet for a while and not typing, but neither for too long nor for
 * too many messages. Who types is waited for beyond the burst's own cap, up to a cap of its own. Ends at once when no
 * answer is owed any more.
 *
 * @param quietMs how long quiet is; the tenant's own where nothing else is said
 */
export async function waitForQuiet(ledger: Ledger, quietMs?: number): Promise<void> {
  const { debounceMs: usualMs, debounceMaxMs: usualMaxMs, pace } = ledger.timing;
  const debounceMs = quietMs ?? usualMs;
  const debounceMaxMs = quietMs === undefined ? usualMaxMs : Math.max(usualMaxMs, quietMs);
  const until = Date.now() + debounceMaxMs;
  const typingCap = until + (pace?.customerTypingMaxMs ?? 0);
  for (;;) {
    const { messagesHeard, typingUntil: typesUntil } = ledger;
    const now = Date.now();
    const types = typesUntil > now;
    const wait = types ? Math.min(typesUntil, typingCap) - now : Math.min(debounceMs, until - now);
    if (wait <= 0 || ledger.burst >= DEBOUNCE_MAX_MESSAGES) return;
    const somethingNew = () => ledger.messagesHeard !== messagesHeard || ledger.typingUntil !== typesUntil;
    const moved = await condition(() => somethingNew() || !isOwed(ledger.facts), wait, {
      summary: types ? 'O cliente está digitando' : 'Espera o cliente terminar de escrever',
    });
    if (!moved || !isOwed(ledger.facts)) return;
  }
}
