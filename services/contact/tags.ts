import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { NotFoundError } from '../../domain/errors';
import type { Deps, TenantContext } from '../deps';
import { unlessNameTaken } from '../unless-name-taken';

export interface Tag {
  id: string;
  name: string;
  /** #rrggbb */
  color: string;
}

export type TagInput = Omit<Tag, 'id'>;

type TagContext = Pick<TenantContext, 'tenantId'>;

/** By name, with how many contacts have each. */
export async function listTags(
  deps: Pick<Deps, 'db'>,
  { tenantId }: TagContext,
): Promise<(Tag & { contacts: number })[]> {
  const rows = await deps.db.withTenant(tenantId, (tx) =>
    tx.tag.findMany({
      where: { tenantId },
      include: { _count: { select: { contacts: { where: { contact: { mergedIntoId: null } } } } } },
      orderBy: { name: 'asc' },
    }),
  );
  return rows.map(({ id, name, color, _count }) => ({ id, name, color, contacts: _count.contacts }));
}

/** @throws ConflictError name_taken */
export async function createTag(
  deps: Pick<Deps, 'db'>,
  { tenantId }: TagContext,
  input: TagInput,
): Promise<Tag> {
  return unlessNameTaken(() =>
    deps.db.withTenant(tenantId, (tx) => tx.tag.create({ data: { id: newId(), tenantId, ...input } })),
  );
}

/** @throws NotFoundError for a tag that is not this tenant's; ConflictError name_taken */
export async function saveTag(
  deps: Pick<Deps, 'db'>,
  { tenantId }: TagContext,
  id: string,
  input: TagInput,
): Promise<Tag> {
  return unlessNameTaken(() =>
    deps.db.withTenant(tenantId, async (tx) => {
      await requireTag(tx, tenantId, id);
      return tx.tag.update({ where: { id }, data: input });
    }),
  );
}

/** No contact has it any more. @throws NotFoundError for a tag that is not this tenant's */
export async function removeTagOfTenant(
  deps: Pick<Deps, 'db'>,
  { tenantId }: TagContext,
  id: string,
): Promise<void> {
  await deps.db.withTenant(tenantId, async (tx) => {
    await requireTag(tx, tenantId, id);
    await tx.tag.delete({ where: { id } });
  });
}

async function requireTag(tx: Transaction, tenantId: string, id: string): Promise<void> {
  if ((await tx.tag.count({ where: { tenantId, id } })) === 0) throw new NotFoundError('Tag');
}
