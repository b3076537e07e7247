import type { Transaction } from '../../adapters/postgres/database';
import { NotFoundError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';

/** Colleagues who are reached by WhatsApp: what their number or group writes is stored and never answered by the AI. */
export interface InternalContact {
  id: string;
  name: string | null;
  /** Digits with country code; null for a group. */
  phone: string | null;
  /** A group's JID; null for a number. */
  group: string | null;
}

const GROUP_HOST = '@g.us';

/**
 * Makes a number (digits) or group (JID) a colleague's. A customer of that number becomes one, too: whoever is told
 * about customers is not answered as one.
 */
export async function markInternal(
  tx: Transaction,
  ctx: { tenantId: string },
  chat: { type: 'number' | 'group'; address: string; name?: string | undefined },
): Promise<void> {
  const { tenantId } = ctx;
  const identity =
    chat.type === 'number'
      ? { kind: 'phone', value: chat.address }
      : { kind: 'group', value: chat.address.replace(GROUP_HOST, '') };
  const known = await tx.contactIdentity.findUnique({
    where: { tenantId_kind_value: { tenantId, ...identity } },
  });
  if (known !== null) {
    await tx.contact.update({ where: { id: known.contactId }, data: { internal: true } });
    return;
  }
  const contact = await tx.contact.create({
    data: { tenantId, name: chat.name ?? null, internal: true },
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
      where: { tenantId, internal: true, mergedIntoId: null },
      include: { identities: { where: { kind: { in: ['phone', 'group'] } }, orderBy: { createdAt: 'asc' } } },
      orderBy: [{ name: 'asc' }, { createdAt: 'asc' }],
    }),
  );
  return rows.map(({ id, name, identities }) => {
    const group = identities.find(({ kind }) => kind === 'group')?.value;
    return {
      id,
      name,
      phone: identities.find(({ kind }) => kind === 'phone')?.value ?? null,
      group: group === undefined ? null : `${group}${GROUP_HOST}`,
    };
  });
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
