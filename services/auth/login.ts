import * as z from 'zod';
import { ErrorCode, ForbiddenError, UnauthorizedError } from '../../domain/errors';
import { ROLES, type Deps } from '../deps';
import { verifyPassword } from './password';
import { openSession, type Session } from './session';

const roleSchema = z.enum(ROLES);

/**
 * Signs in with e-mail and password. Who belongs to several tenants always lands in the one they joined first: there is
 * no choosing yet, and a session is of one tenant.
 *
 * @throws UnauthorizedError invalid_credentials: the same for a wrong password and an unknown e-mail
 * @throws ForbiddenError tenant_inactive: the account was cancelled
 */
export async function login(
  deps: Pick<Deps, 'db' | 'env'>,
  input: { email: string; password: string; userAgent: string | null },
): Promise<Session> {
  const user = await deps.db.withSystem((tx) =>
    tx.user.findUnique({
      where: { email: input.email.trim().toLowerCase() },
      include: { memberships: { include: { tenant: true }, orderBy: { createdAt: 'asc' }, take: 1 } },
    }),
  );
  const [membership] = user?.memberships ?? [];
  const correct = await verifyPassword(user?.passwordHash, input.password);
  if (!correct || user === null || membership === undefined) {
    throw new UnauthorizedError(ErrorCode.invalid_credentials, 'Wrong e-mail or password');
  }
  const { tenant } = membership;
  if (tenant.status === 'cancelled') {
    throw new ForbiddenError(ErrorCode.tenant_inactive, 'The account is cancelled');
  }
  return deps.db.withSystem((tx) =>
    openSession(
      tx,
      deps,
      {
        user: { id: user.id, name: user.name, email: user.email, role: roleSchema.parse(membership.role) },
        tenant: { id: tenant.id, name: tenant.name },
      },
      { userAgent: input.userAgent },
    ),
  );
}
