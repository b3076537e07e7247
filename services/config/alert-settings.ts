import { NotFoundError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';

/** When a tenant's team is alerted to customers who wait for a person. */
export interface AlertSettings {
  /** The first alert of a waiting period; the last comes at four times it. 0: none (ms). */
  waitingMs: number;
  /** By e-mail, too. */
  email: boolean;
}

const columns = { alertWaitingMs: true, alertEmail: true } as const;

export async function getAlertSettings(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
): Promise<AlertSettings> {
  const { tenantId } = ctx;
  const row = await deps.db.withTenant(tenantId, (tx) =>
    tx.botConfig.findUnique({ where: { tenantId }, select: columns }),
  );
  if (row === null) throw new NotFoundError('Settings');
  return { waitingMs: row.alertWaitingMs, email: row.alertEmail };
}

/** Applies to waiting periods that begin from now on; an alert that is awaited comes at its time. */
export async function saveAlertSettings(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  settings: AlertSettings,
): Promise<AlertSettings> {
  const { tenantId } = ctx;
  await deps.db.withTenant(tenantId, (tx) =>
    tx.botConfig.update({
      where: { tenantId },
      data: { alertWaitingMs: settings.waitingMs, alertEmail: settings.email },
    }),
  );
  return settings;
}
