import { NotFoundError } from '../../domain/errors';
import type { Contact, ContactIdentity, ContactMerge } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import { tagsOf } from './contact-tags';
import type { Tag } from './tags';

export interface ContactView extends Contact {
  identities: ContactIdentity[];
  /** By name. */
  tags: Tag[];
  /** Those that may be undone, the newest first: the order to undo them in. */
  merges: (ContactMerge & { contact: Contact; userName: string | null })[];
}

/** Who somebody is, under every name. @throws NotFoundError for a contact that is not this tenant's */
export async function getContact(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  id: string,
): Promise<ContactView> {
  const { tenantId } = ctx;
  return deps.db.withTenant(tenantId, async (tx) => {
    const contact = await tx.contact.findFirst({
      where: { tenantId, id },
      include: { identities: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } },
    });
    if (contact === null) throw new NotFoundError('Contact');
    const merges = await tx.contactMerge.findMany({
      where: { tenantId, intoId: id, undoneAt: null },
      include: { contact: true },
      orderBy: { createdAt: 'desc' },
    });
    const users = await tx.user.findMany({
      where: { id: { in: merges.flatMap(({ userId }) => userId ?? []) } },
      select: { id: true, name: true },
    });
    return {
      ...contact,
      tags: await tagsOf(tx, tenantId, id),
      merges: merges.map((merge) => ({
        ...merge,
        userName: users.find((user) => user.id === merge.userId)?.name ?? null,
      })),
    };
  });
}
