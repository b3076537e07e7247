import type { ConversationTiming } from '../../domain/conversation/timing';
import { getBotConfig } from '../config/bot-config';
import type { Deps } from '../deps';

/** How long things take for this tenant now: travels with every signal, so that workflows hold no setting. */
export async function readTiming(
  deps: Pick<Deps, 'db'>,
  ctx: { tenantId: string },
): Promise<ConversationTiming> {
  const { timing } = await getBotConfig(deps, ctx);
  return timing;
}
