import { condition } from '@temporalio/workflow';
import { owesAnswer } from '../../domain/conversation/next-step';
import { DEBOUNCE_MAX_MESSAGES } from '../../domain/conversation/timing';
import type { Ledger } from './ledger';

/**
 * Waits until the customer has finished writing: quiet for a while, but neither for too long nor for too many
 * messages. Ends at once when no answer is owed any more.
 */
export async function waitForQuiet(ledger: Ledger): Promise<void> {
  const { debounceMs, debounceMaxMs } = ledger.timing;
  const until = Date.now() + debounceMaxMs;
  const first = ledger.messagesHeard;
  for (;;) {
    const known = ledger.messagesHeard;
    const wait = Math.min(debounceMs, until - Date.now());
    if (wait <= 0 || known - first >= DEBOUNCE_MAX_MESSAGES - 1) return;
    const moved = await condition(() => ledger.messagesHeard !== known || !owesAnswer(ledger.facts), wait, {
      summary: 'Espera o cliente terminar de escrever',
    });
    if (!moved || !owesAnswer(ledger.facts)) return;
  }
}
