import type { Transaction } from '../../adapters/postgres/database';
import { ConflictError, ErrorCode } from '../../domain/errors';
import type { Flow } from '../../prisma/generated/client';
import { databaseTime } from '../database-time';
import type { Deps, TenantContext } from '../deps';
import { demandFlow, lockFlowRow } from './flow-row';

/** How long editing lasts without a sign of life (ms). */
const LOCK_MS = 60_000;

export interface EditLock {
  userId: string;
  name: string;
  until: Date;
}

type LockDeps = Pick<Deps, 'db' | 'live'>;

/** Who is editing now; null: nobody. */
export async function lockOf(
  tx: Transaction,
  flow: Pick<Flow, 'lockedById' | 'lockedUntil'>,
): Promise<EditLock | null> {
  const { lockedById: userId, lockedUntil: until } = flow;
  if (userId === null || until === null || until.getTime() <= (await databaseTime(tx))) return null;
  const user = await tx.user.findFirst({ where: { id: userId }, select: { name: true } });
  return { userId, name: user?.name ?? '', until };
}

/**
 * Begins editing or goes on with it. It keeps people from drawing over each other; saving is held together by the
 * draft's revision alone.
 *
 * @param force takes over from who is editing
 * @throws ConflictError flow_locked, with who and until when
 */
export async function acquireLock(
  deps: LockDeps,
  ctx: TenantContext,
  id: string,
  force: boolean,
): Promise<EditLock> {
  const { tenantId, userId } = ctx;
  const { lock, isNew } = await deps.db.withTenant(tenantId, async (tx) => {
    const flow = await lockFlowRow(tx, tenantId, id);
    const held = await lockOf(tx, flow);
    if (held !== null && held.userId !== userId && !force) {
      throw new ConflictError(ErrorCode.flow_locked, 'Somebody else is editing', {
        details: { current: { ...held, until: held.until.toISOString() } },
      });
    }
    const until = new Date((await databaseTime(tx)) + LOCK_MS);
    await hold(tx, tenantId, id, userId, until);
    const user = await tx.user.findFirst({ where: { id: userId }, select: { name: true } });
    return { lock: { userId, name: user?.name ?? '', until }, isNew: held?.userId !== userId };
  });
  // A sign of life is no news.
  if (isNew) tell(deps, tenantId, id, lock);
  return lock;
}

/** Ends one's own editing; another's stays. */
export async function releaseLock(deps: LockDeps, ctx: TenantContext, id: string): Promise<void> {
  const { tenantId, userId } = ctx;
  const released = await deps.db.withTenant(tenantId, async (tx) => {
    const flow = await demandFlow(tx, tenantId, id);
    if (flow.lockedById !== userId) return false;
    await hold(tx, tenantId, id, null, null);
    return true;
  });
  if (released) tell(deps, tenantId, id, null);
}

/** Not by Prisma's update, which would move the flow to the top of the list. */
async function hold(
  tx: Transaction,
  tenantId: string,
  id: string,
  userId: string | null,
  until: Date | null,
): Promise<void> {
  await tx.$executeRaw`UPDATE flows SET locked_by_id = ${userId}::uuid, locked_until = ${until}
                        WHERE tenant_id = ${tenantId}::uuid AND id = ${id}::uuid`;
}

function tell({ live }: LockDeps, tenantId: string, flowId: string, lock: EditLock | null): void {
  live.publish(tenantId, {
    type: 'flowLock',
    flowId,
    lock: lock && { userId: lock.userId, name: lock.name, until: lock.until.toISOString() },
  });
}
