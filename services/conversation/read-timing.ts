import type { ConversationTiming } from '../../domain/conversation/timing';
import { NotFoundError } from '../../domain/errors';
import type { Deps } from '../deps';
import { timingSchema } from './ingest-message';

/** How long things take for this tenant now: travels with every signal, so that workflows hold no setting. */
export async function readTiming(
  deps: Pick<Deps, 'db'>,
  ctx: { tenantId: string },
): Promise<ConversationTiming> {
  const [row] = await deps.db.withTenant(
    ctx.tenantId,
    (tx) => tx.$queryRaw<{ timing: unknown }[]>`SELECT conversation_timing(${ctx.tenantId}::uuid) AS timing`,
  );
  if (row === undefined || row.timing === null) throw new NotFoundError('Settings');
  return timingSchema.parse(row.timing);
}
