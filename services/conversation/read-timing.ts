import type { ConversationTiming } from '../../domain/conversation/timing';
import { type BotConfig, getBotConfig } from '../config/bot-config';
import type { Deps } from '../deps';

/** How long things take for this tenant now: travels with every signal, so that workflows hold no setting. */
export async function readTiming(
  deps: Pick<Deps, 'db'>,
  ctx: { tenantId: string },
): Promise<ConversationTiming> {
  return conversationTiming(await getBotConfig(deps, ctx));
}

export function conversationTiming({ timing, messages }: BotConfig): ConversationTiming {
  const { debounceMs, debounceMaxMs, humanReturnMs, idleCloseMs } = timing;
  const clocks = { debounceMs, debounceMaxMs, humanReturnMs, idleCloseMs };
  return messages.closing === '' ? clocks : { ...clocks, saysGoodbye: true };
}
