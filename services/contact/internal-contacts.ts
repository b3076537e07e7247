import type { Transaction } from '../../adapters/postgres/database';
import { NotFoundError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';

/** A colleague who is reached by WhatsApp: what their number writes is stored and never answered by the AI. */
export interface InternalContact {
  id: string;
  name: string | null;
  /** Digits with country code. */
  phone: string | null;
}

/**
 * Makes a number a colleague's. A customer of that number becomes one, too: whoever is told about customers is not
 * answered as one.
 */
export async function markInternal(
  tx: Transaction,
  ctx: { tenantId: string },
  number: { phone: string; name?: string | undefined },
): Promise<void> {
  const { tenantId } = ctx;
  const identity = { kind: 'phone', value: number.phone };
  const known = await tx.contactIdentity.findUnique({
    where: { tenantId_kind_value: { tenantId, ...identity } },
  });
  if (known !== null) {
    await tx.contact.update({ where: { id: known.contactId }, data: { internal: true } });
    return;
  }
  const contact = await tx.contact.create({
    data: { tenantId, name: number.name ?? null, internal: true },
  });
  await tx.contactIdentity.create({ data: { tenantId, contactId: contact.id, ...identity } });
}

export async function listInternalContacts(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
): Promise<InternalContact[]> {
  const { tenantId } = ctx;
  const rows = await deps.db.withTenant(tenantId, (tx) =>
    tx.contact.findMany({
      where: { tenantId, internal: true },
      include: { identities: { where: { kind: 'phone' }, orderBy: { createdAt: 'asc' }, take: 1 } },
      orderBy: [{ name: 'asc' }, { createdAt: 'asc' }],
    }),
  );
  return rows.map(({ id, name, identities }) => ({ id, name, phone: identities[0]?.value ?? null }));
}

/** From now on a customer again. @throws NotFoundError for a contact that is no colleague of this tenant's */
export async function releaseInternalContact(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  id: string,
): Promise<void> {
  const { tenantId } = ctx;
  const { count } = await deps.db.withTenant(tenantId, (tx) =>
    tx.contact.updateMany({ where: { tenantId, id, internal: true }, data: { internal: false } }),
  );
  if (count === 0) throw new NotFoundError('Internal contact');
}
