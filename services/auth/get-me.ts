import { NotFoundError } from '../../domain/errors';
import type { Deps, Role, TenantContext } from '../deps';

export interface Me {
  user: { id: string; name: string; email: string; phone: string | null; role: Role };
  tenant: { id: string; name: string; status: string; locale: string; timeZone: string };
}

export async function getMe(deps: Pick<Deps, 'db'>, ctx: TenantContext): Promise<Me> {
  return deps.db.withTenant(ctx.tenantId, async (tx) => {
    const user = await tx.user.findUnique({ where: { id: ctx.userId } });
    const tenant = await tx.tenant.findUnique({ where: { id: ctx.tenantId } });
    if (user === null || tenant === null) throw new NotFoundError('User');
    return {
      user: { id: user.id, name: user.name, email: user.email, phone: user.phone, role: ctx.role },
      tenant: {
        id: tenant.id,
        name: tenant.name,
        status: tenant.status,
        locale: tenant.locale,
        timeZone: tenant.timeZone,
      },
    };
  });
}
