import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import { ErrorCode, UnauthorizedError } from '../../domain/errors';
import { ROLES, type Deps } from '../deps';
import { hashToken, openSession, type Session } from './session';

/** Two tabs may refresh at once with one cookie: a link spent this recently is the same client (ms). */
const RACE_GRACE_MS = 10_000;

const roleSchema = z.enum(ROLES);

/**
 * Spends a refresh token and gives the next. A token spent before was copied: its whole family is revoked.
 *
 * @throws UnauthorizedError session_ended
 */
export async function refreshSession(
  deps: Pick<Deps, 'db' | 'env' | 'log'>,
  input: { refreshToken: string; userAgent: string | null },
): Promise<Session> {
  const session = await deps.db.withSystem(async (tx) => {
    const link = await tx.refreshToken.findUnique({
      where: { tokenHash: hashToken(input.refreshToken) },
      include: { user: true, tenant: true },
    });
    if (link === null || link.revokedAt !== null || link.expiresAt < new Date()) return undefined;
    if (!(await spend(tx, link.id)) && !(await spentJustNow(tx, link.id))) {
      await revokeFamily(tx, link.familyId);
      deps.log.warn(
        { userId: link.userId, tenantId: link.tenantId },
        'a spent refresh token came back: session revoked',
      );
      return undefined;
    }
    const membership = await tx.membership.findUnique({
      where: { tenantId_userId: { tenantId: link.tenantId, userId: link.userId } },
    });
    if (membership === null || link.tenant.status === 'cancelled') return undefined;
    return openSession(
      tx,
      deps,
      {
        user: {
          id: link.user.id,
          name: link.user.name,
          email: link.user.email,
          role: roleSchema.parse(membership.role),
        },
        tenant: { id: link.tenant.id, name: link.tenant.name },
      },
      { familyId: link.familyId, userAgent: input.userAgent },
    );
  });
  // Outside the transaction: the revocation above must be kept.
  if (session === undefined) throw new UnauthorizedError(ErrorCode.session_ended, 'The session has ended');
  return session;
}

/** Ends the session a refresh token belongs to; unknown tokens are already ended. */
export async function endSession(deps: Pick<Deps, 'db'>, refreshToken: string): Promise<void> {
  await deps.db.withSystem(async (tx) => {
    const link = await tx.refreshToken.findUnique({ where: { tokenHash: hashToken(refreshToken) } });
    if (link !== null) await revokeFamily(tx, link.familyId);
  });
}

async function spend(tx: Transaction, id: string): Promise<boolean> {
  const { count } = await tx.refreshToken.updateMany({
    where: { id, spentAt: null },
    data: { spentAt: new Date() },
  });
  return count === 1;
}

async function spentJustNow(tx: Transaction, id: string): Promise<boolean> {
  const recent = await tx.refreshToken.count({
    where: { id, revokedAt: null, spentAt: { gte: new Date(Date.now() - RACE_GRACE_MS) } },
  });
  return recent === 1;
}

async function revokeFamily(tx: Transaction, familyId: string): Promise<void> {
  await tx.refreshToken.updateMany({ where: { familyId, revokedAt: null }, data: { revokedAt: new Date() } });
}
