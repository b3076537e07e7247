import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { NotFoundError } from '../../domain/errors';
import type { Deps } from '../deps';
import { fireEvents, type FlowEvent, noteFlowEvent } from '../flow/note-flow-event';
import { lockContact } from './lock-contact';
import type { Tag } from './tags';

/** Who notes something about a contact: a person, or a run of an automation. */
export type NotedBy = { type: 'person' } | { type: 'run'; runId: string };

type TagDeps = Pick<Deps, 'db' | 'workflows' | 'log'>;

/**
 * Puts a tag on a contact; the same again adds nothing. Automations that wait for the tag begin once for each real
 * addition.
 *
 * @returns whether the contact did not have it before
 * @throws NotFoundError for a contact or tag that is not this tenant's
 */
export async function addTag(
  deps: TagDeps,
  ctx: { tenantId: string },
  order: { contactId: string; tagId: string; by: NotedBy },
): Promise<{ added: boolean }> {
  const { tenantId } = ctx;
  const events = await deps.db.withTenant(tenantId, async (tx) => {
    const contact = await lockContact(tx, tenantId, order.contactId);
    return addTags(tx, tenantId, { ...order, contactId: contact.id, tagIds: [order.tagId] });
  });
  await fireEvents(deps, events.noted);
  return { added: events.added.length > 0 };
}

/**
 * Takes a tag off a contact; the same again takes nothing.
 *
 * @returns whether the contact had it
 * @throws NotFoundError for a contact that is not this tenant's
 */
export async function removeTag(
  deps: Pick<Deps, 'db'>,
  { tenantId }: { tenantId: string },
  order: { contactId: string; tagId: string },
): Promise<{ removed: boolean }> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const contact = await lockContact(tx, tenantId, order.contactId);
    const { count } = await tx.contactTag.deleteMany({
      where: { tenantId, contactId: contact.id, tagId: order.tagId },
    });
    return { removed: count > 0 };
  });
}

/**
 * Gives a contact exactly these tags.
 *
 * @returns its tags by name, and which of them are new
 * @throws NotFoundError for a contact or tag that is not this tenant's
 */
export async function setContactTags(
  deps: TagDeps,
  { tenantId }: { tenantId: string },
  order: { contactId: string; tagIds: string[]; by: NotedBy },
): Promise<{ tags: Tag[]; added: string[] }> {
  const { tags, events } = await deps.db.withTenant(tenantId, async (tx) => {
    const { id: contactId } = await lockContact(tx, tenantId, order.contactId);
    await tx.contactTag.deleteMany({ where: { tenantId, contactId, tagId: { notIn: order.tagIds } } });
    const noted = await addTags(tx, tenantId, { ...order, contactId });
    return { tags: await tagsOf(tx, tenantId, contactId), events: noted };
  });
  await fireEvents(deps, events.noted);
  return { tags, added: events.added };
}

/** A tag that an automation makes (#rrggbb): somebody gives it another colour. */
const NEW_TAG_COLOR = '#64748b';

/**
 * Puts tags on a contact by their names, whatever their case; those that are not there yet are made.
 *
 * @throws NotFoundError for a contact that is not this tenant's
 */
export async function addTagsByName(
  deps: TagDeps,
  { tenantId }: { tenantId: string },
  order: { contactId: string; names: string[]; by: NotedBy },
): Promise<void> {
  if (order.names.length === 0) return;
  const { noted } = await deps.db.withTenant(tenantId, async (tx) => {
    const contact = await lockContact(tx, tenantId, order.contactId);
    const find = () =>
      tx.tag.findMany({
        where: { tenantId, OR: order.names.map((name) => ({ name: { equals: name, mode: 'insensitive' } })) },
        select: { id: true, name: true },
      });
    const known = new Set((await find()).map(({ name }) => name.toLowerCase()));
    const missing = order.names.filter((name) => !known.has(name.toLowerCase()));
    if (missing.length > 0) {
      const data = missing.map((name) => ({ id: newId(), tenantId, name, color: NEW_TAG_COLOR }));
      await tx.tag.createMany({ data, skipDuplicates: true });
    }
    const tagIds = (await find()).map(({ id }) => id);
    return addTags(tx, tenantId, { contactId: contact.id, tagIds, by: order.by });
  });
  await fireEvents(deps, noted);
}

/** A contact's tags, by name. */
export async function tagsOf(tx: Transaction, tenantId: string, contactId: string): Promise<Tag[]> {
  const rows = await tx.contactTag.findMany({
    where: { tenantId, contactId },
    include: { tag: { select: { id: true, name: true, color: true } } },
    orderBy: { tag: { name: 'asc' } },
  });
  return rows.map(({ tag }) => tag);
}

interface Addition {
  contactId: string;
  tagIds: string[];
  by: NotedBy;
}

/** @returns ids of the tags that are new, and the events of it to fire once all is committed */
async function addTags(
  tx: Transaction,
  tenantId: string,
  { contactId, tagIds, by }: Addition,
): Promise<{ added: string[]; noted: FlowEvent[] }> {
  const tags = await tx.tag.findMany({ where: { tenantId, id: { in: tagIds } } });
  if (tags.length < new Set(tagIds).size) throw new NotFoundError('Tag');
  const known = await tx.contactTag.findMany({
    where: { tenantId, contactId, tagId: { in: tagIds } },
    select: { tagId: true },
  });
  const added = tags.filter(({ id }) => !known.some(({ tagId }) => tagId === id));
  const noted: FlowEvent[] = [];
  for (const tag of added) {
    // The addition is what makes the event one: taken off and put on again, it is another.
    const id = newId();
    await tx.contactTag.create({ data: { id, tenantId, contactId, tagId: tag.id } });
    const event: FlowEvent = {
      tenantId,
      kind: 'tag_added',
      eventKey: id,
      contactId,
      payload: {
        tagId: tag.id,
        etiqueta: tag.name,
        por: by.type === 'person' ? 'person' : 'automation',
        ...(by.type === 'run' && { causedByRunId: by.runId }),
      },
    };
    if (await noteFlowEvent(tx, event)) noted.push(event);
  }
  return { added: added.map(({ id }) => id), noted };
}
