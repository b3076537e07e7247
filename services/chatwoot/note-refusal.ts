import { refusesToken } from '../../adapters/chatwoot/http';
import type { AppError } from '../../domain/errors';
import type { Deps } from '../deps';

/** A token that is not taken any more is not tried again until somebody gives another one. @returns whether it is one */
export async function noteRefusal(
  deps: Pick<Deps, 'db' | 'live' | 'log'>,
  tenantId: string,
  error: AppError,
): Promise<boolean> {
  if (!refusesToken(error)) return false;
  deps.log.warn({ err: error }, 'Chatwoot takes our token no more');
  const data = { status: 'refused', problem: error.message };
  await deps.db.withTenant(tenantId, (tx) => tx.chatwootConnection.updateMany({ where: { tenantId }, data }));
  deps.live.publish(tenantId, { type: 'chatwoot' });
  return true;
}
