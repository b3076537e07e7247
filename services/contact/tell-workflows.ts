import { readTiming } from '../conversation/read-timing';
import type { Deps } from '../deps';
import type { Rewriting } from './join-conversations';

/**
 * Tells the workflows what a merge or its undo has done. All of it is in the database already: a workflow that cannot
 * be told now finds its next claim, turn or save refused, and open messages come by the inbox sweep.
 */
export async function tellWorkflows(
  deps: Pick<Deps, 'db' | 'workflows' | 'live' | 'log'>,
  tenantId: string,
  what: { rewritten: Rewriting[]; mergedAway: string[] },
): Promise<void> {
  try {
    for (const conversationId of what.mergedAway) {
      await deps.workflows.mergedAway({ tenantId, conversationId });
    }
    const timing = await readTiming(deps, { tenantId });
    for (const { conversationId, untold, ...fact } of what.rewritten) {
      if (untold.length === 0 && fact.withTeam === null) continue;
      await deps.workflows.rewritten({ tenantId, conversationId }, { ...fact, timing });
      await deps.db.withTenant(tenantId, (tx) =>
        tx.message.updateMany({
          where: { tenantId, id: { in: untold } },
          data: { acceptedAt: new Date() },
        }),
      );
    }
  } catch (error) {
    deps.log.warn({ err: error }, 'workflows could not be told of a merge; the inbox sweep will');
  }
  const changed = [...what.mergedAway, ...what.rewritten.map(({ conversationId }) => conversationId)];
  for (const conversationId of new Set(changed)) {
    deps.live.publish(tenantId, { type: 'conversation', conversationId });
  }
}
