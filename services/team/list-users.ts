import type { Deps, Role, TenantContext } from '../deps';
import { ROLES } from '../deps';

/** Somebody who signs in for this tenant. */
export interface TenantUser {
  id: string;
  name: string;
  email: string;
  role: Role;
}

/** Everybody of a tenant, by name. */
export async function listUsers(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
): Promise<TenantUser[]> {
  const { tenantId } = ctx;
  const memberships = await deps.db.withTenant(tenantId, (tx) =>
    tx.membership.findMany({
      where: { tenantId },
      include: { user: { select: { id: true, name: true, email: true } } },
      orderBy: { user: { name: 'asc' } },
    }),
  );
  return memberships.map(({ user, role }) => ({
    ...user,
    role: ROLES.find((one) => one === role) ?? 'ORG_AGENT',
  }));
}
