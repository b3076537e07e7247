import type { Transaction } from '../../adapters/postgres/database';
import { addOpenTime } from '../../domain/hours/opening-hours';
import { readHours } from '../config/hours-schema';

/**
 * When the AI comes back by itself if a person's time began at `since` (Unix ms): after so much plain time, or after
 * so much open time where the tenant wants it counted so.
 */
export async function humanDeadlineAfter(
  tx: Transaction,
  tenantId: string,
  since: number,
  plain: number,
): Promise<number> {
  const config = await tx.botConfig.findUnique({
    where: { tenantId },
    select: { hours: true, tenant: { select: { timeZone: true } } },
  });
  if (config === null) return plain;
  const hours = readHours(config.hours, config.tenant.timeZone);
  return hours.returnInOpenHours ? addOpenTime(hours, since, plain - since) : plain;
}
