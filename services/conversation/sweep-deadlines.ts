import { ConversationState } from '../../domain/conversation/state';
import type { Deps } from '../deps';
import { databaseTime } from '../database-time';
import { KNOWN_COLUMNS, knownConversation } from './known-conversation';
import { readTiming } from './read-timing';

/** A workflow comes back within seconds of its deadline; later than this, it may be lost (ms). */
const GRACE_MS = 2 * 60_000;
const AT_MOST = 500;

/**
 * Finds conversations that the team has had for longer than its time, and tells their workflows: the run that would
 * have come back was lost with the engine's data, or is late. A run that is up to date changes nothing, and one that
 * is opened here goes on from the row; its own clock decides whether the time is up.
 *
 * @returns how many workflows were told
 */
export async function sweepDeadlines(deps: Pick<Deps, 'db' | 'workflows' | 'log'>): Promise<number> {
  const late = await deps.db.withSystem(async (tx) => {
    const now = await databaseTime(tx);
    return tx.conversation.findMany({
      where: {
        humanDeadline: { lt: new Date(now - GRACE_MS) },
        state: { not: ConversationState.IA_ATIVA },
      },
      orderBy: { humanDeadline: 'asc' },
      take: AT_MOST,
      select: { id: true, tenantId: true, ...KNOWN_COLUMNS },
    });
  });
  for (const row of late) {
    const ref = { tenantId: row.tenantId, conversationId: row.id };
    const timing = await readTiming(deps, ref);
    await deps.workflows.deadlineFound(ref, { known: knownConversation(row), timing });
  }
  if (late.length > 0) deps.log.warn({ late: late.length }, 'the sweep found deadlines nobody acted upon');
  return late.length;
}
