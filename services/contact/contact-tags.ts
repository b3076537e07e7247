import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { NotFoundError } from '../../domain/errors';
import type { Deps } from '../deps';
import { fireEvents, type FlowEvent, noteFlowEvent } from '../flow/note-flow-event';
import { refuseOlderRevision } from './contact-changed';
import { lockContact } from './lock-contact';
import type { Tag } from './tags';

/** Who notes something about a contact: a person, or a run of an automation. */
export type NotedBy = { type: 'person' } | { type: 'run'; runId: string };

type TagDeps = Pick<Deps, 'db' | 'workflows' | 'log'>;

interface Tagged {
  /** By name. */
  tags: Tag[];
  /** Which of them are new. */
  added: string[];
  /** How many it has no more. */
  removed: number;
  revision: number;
}

/**
 * Puts tags on a contact and takes others off; the same again changes nothing, and what others do at once stays. Automations
 * that wait for a tag begin once for each real addition.
 *
 * @throws NotFoundError for a contact, or a tag to put on it, that is not this tenant's
 */
export function changeContactTags(
  deps: TagDeps,
  { tenantId }: { tenantId: string },
  order: { contactId: string; add: string[]; remove: string[]; by: NotedBy },
): Promise<Tagged> {
  return changeTags(deps, tenantId, { ...order, off: { in: order.remove } });
}

/**
 * Gives a contact exactly these tags.
 *
 * @param order.revision of the contact that the caller has read; left out, whatever others did since is written over
 * @throws NotFoundError for a contact or tag that is not this tenant's
 * @throws ConflictError contact_changed
 */
export function setContactTags(
  deps: TagDeps,
  { tenantId }: { tenantId: string },
  order: { contactId: string; tagIds: string[]; by: NotedBy; revision?: number | undefined },
): Promise<Tagged> {
  return changeTags(deps, tenantId, { ...order, add: order.tagIds, off: { notIn: order.tagIds } });
}

interface TagsOrder {
  contactId: string;
  add: string[];
  /** Ids of the tags to take off. */
  off: { in: string[] } | { notIn: string[] };
  by: NotedBy;
  revision?: number | undefined;
}

async function changeTags(deps: TagDeps, tenantId: string, order: TagsOrder): Promise<Tagged> {
  const { noted, ...tagged } = await deps.db.withTenant(tenantId, async (tx) => {
    const contact = await lockContact(tx, tenantId, order.contactId);
    refuseOlderRevision(contact, order);
    const contactId = contact.id;
    const taken = await tx.contactTag.deleteMany({ where: { tenantId, contactId, tagId: order.off } });
    const { added, noted: events } = await addTags(tx, tenantId, {
      contactId,
      tagIds: order.add,
      by: order.by,
    });
    const { revision } = await tx.contact.findUniqueOrThrow({ where: { id: contactId } });
    const tags = await tagsOf(tx, tenantId, contactId);
    return { tags, added, removed: taken.count, revision, noted: events };
  });
  await fireEvents(deps, noted);
  return tagged;
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
