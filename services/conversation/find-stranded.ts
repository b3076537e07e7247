import * as z from 'zod';
import type { Deps } from '../deps';

/** A send is over by then, and so is whoever asks what became of it (s). */
const UNDER_WAY_S = 60;
const AT_MOST = 50;

const rowsSchema = z.array(z.object({ id: z.string(), tenantId: z.string(), conversationId: z.string() }));
export type StrandedBalloon = z.output<typeof rowsSchema>[number];

/**
 * Sends of which nobody will ask any more what became of them: their process died, and before the turn was tried again a
 * person took the conversation over. Looked for where the team has the conversation: only there is a turn given up.
 */
export async function findStranded(deps: Pick<Deps, 'db'>): Promise<StrandedBalloon[]> {
  const rows = await deps.db.withSystem(
    (tx) => tx.$queryRaw`
      SELECT o.id, o.tenant_id AS "tenantId", o.conversation_id AS "conversationId"
        FROM conversations c
        JOIN outbox o ON o.tenant_id = c.tenant_id AND o.conversation_id = c.id
       WHERE c.human_deadline > now() AND o.created_at > c.state_since - interval '1 hour'
         AND o.status IN ('sending', 'uncertain') AND o.fence IS NOT NULL AND o.fence <> c.fence
         AND o.claimed_at < now() - make_interval(secs => ${UNDER_WAY_S}::int)
       ORDER BY o.claimed_at LIMIT ${AT_MOST}`,
  );
  return rowsSchema.parse(rows);
}
