import { ErrorCode, NotFoundError, ValidationError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';
import { hashPassword, verifyPassword } from './password';

/**
 * Changes one's own password and ends every session of the user: whoever knew the old one is out.
 *
 * @throws ValidationError wrong_current_password
 */
export async function changePassword(
  deps: Pick<Deps, 'db'>,
  ctx: TenantContext,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  const user = await deps.db.withTenant(ctx.tenantId, (tx) =>
    tx.user.findUnique({ where: { id: ctx.userId } }),
  );
  if (user === null) throw new NotFoundError('User');
  if (!(await verifyPassword(user.passwordHash, input.currentPassword))) {
    throw new ValidationError(ErrorCode.wrong_current_password, 'The current password is wrong');
  }
  const passwordHash = await hashPassword(input.newPassword);
  await deps.db.withSystem(async (tx) => {
    await tx.user.update({ where: { id: ctx.userId }, data: { passwordHash } });
    // Across tenants: the password is the person's, not the tenant's.
    await tx.refreshToken.updateMany({
      where: { userId: ctx.userId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
  });
}
