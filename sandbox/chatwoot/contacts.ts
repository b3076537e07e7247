import { randomUUID } from 'node:crypto';
import type { World } from '../world';
import { announceContact, type ChangedAttributes } from './announce';
import { couldNotCreate, recordInvalid } from './chatwoot-error';
import type { ChatwootState } from './state/chatwoot-state';
import type { Contact, ContactInbox, Inbox } from './state/rows';

const E164 = /^\+[1-9]\d{1,14}$/;
const EMAIL = /^[^@\s]+@[^@\s]+$/;

export type ContactFields = Partial<
  Pick<Contact, 'name' | 'email' | 'phone' | 'identifier' | 'customAttributes' | 'additionalAttributes'>
>;

export function createContact(world: World, fields: ContactFields): Contact {
  const { contacts } = world.state.chatwoot;
  const given = tidied(fields);
  check(world.state.chatwoot, given, null);
  const now = world.clock.now();
  const contact = contacts.add((id) => ({
    id,
    name: '',
    email: null,
    phone: null,
    identifier: null,
    customAttributes: {},
    additionalAttributes: {},
    lastActivityAt: null,
    createdAt: now,
    updatedAt: now,
    ...given,
  }));
  world.changes.announce({ type: 'chatwoot' });
  announceContact(world, 'contact_created', contact);
  return contact;
}

/** Attributes are merged into those it has; a save that changes nothing is not told. */
export function updateContact(world: World, contact: Contact, fields: ContactFields): void {
  const { customAttributes, additionalAttributes, ...rest } = tidied(fields);
  check(world.state.chatwoot, rest, contact.id);
  const before = { ...contact };
  Object.assign(contact, rest, {
    customAttributes: { ...contact.customAttributes, ...customAttributes },
    additionalAttributes: { ...contact.additionalAttributes, ...additionalAttributes },
  });
  const changed = difference(before, contact);
  if (Object.keys(changed).length === 0) return;
  contact.updatedAt = world.clock.now();
  world.changes.announce({ type: 'chatwoot' });
  announceContact(world, 'contact_updated', contact, changed);
}

/** The contact's address in an inbox. Without a source id every call makes a new one, as API inboxes do. */
export function linkContact(
  state: ChatwootState,
  contact: Contact,
  inbox: Inbox,
  sourceId: string | null,
): ContactInbox {
  const source = sourceId ?? randomUUID();
  const known = state.contactInboxes.find((link) => link.inboxId === inbox.id && link.sourceId === source);
  if (known?.contactId === contact.id) return known;
  if (known !== undefined) throw couldNotCreate('source_id should be unique');
  return state.contactInboxes.add((id) => ({
    id,
    contactId: contact.id,
    inboxId: inbox.id,
    sourceId: source,
  }));
}

export function linksOf(state: ChatwootState, contact: Contact): { link: ContactInbox; inbox: Inbox }[] {
  return state.contactInboxes
    .all()
    .filter(({ contactId }) => contactId === contact.id)
    .flatMap((link) => {
      const inbox = state.inboxes.get(link.inboxId);
      return inbox === undefined ? [] : [{ link, inbox }];
    });
}

function tidied(fields: ContactFields): ContactFields {
  return fields.email == null ? fields : { ...fields, email: fields.email.toLowerCase() };
}

function check(state: ChatwootState, fields: ContactFields, self: number | null): void {
  const problems: { attribute: string; message: string }[] = [];
  const isTaken = (field: 'email' | 'phone' | 'identifier'): boolean =>
    fields[field] != null &&
    state.contacts.find((other) => other.id !== self && other[field] === fields[field]) !== undefined;
  const taken = 'has already been taken';
  if (isTaken('email')) problems.push({ attribute: 'email', message: taken });
  if (fields.email != null && !EMAIL.test(fields.email)) {
    problems.push({ attribute: 'email', message: 'Invalid email' });
  }
  if (isTaken('identifier')) problems.push({ attribute: 'identifier', message: taken });
  if (isTaken('phone')) problems.push({ attribute: 'phone_number', message: taken });
  if (fields.phone != null && !E164.test(fields.phone)) {
    problems.push({ attribute: 'phone_number', message: 'should be in e164 format' });
  }
  if (problems.length > 0) throw recordInvalid(problems);
}

const COLUMNS = {
  name: 'name',
  email: 'email',
  phone: 'phone_number',
  identifier: 'identifier',
  customAttributes: 'custom_attributes',
  additionalAttributes: 'additional_attributes',
} as const;

function difference(before: Contact, after: Contact): ChangedAttributes {
  const changed: ChangedAttributes = {};
  for (const field of [
    'name',
    'email',
    'phone',
    'identifier',
    'customAttributes',
    'additionalAttributes',
  ] as const) {
    if (JSON.stringify(before[field]) === JSON.stringify(after[field])) continue;
    changed[COLUMNS[field]] = { previous_value: before[field], current_value: after[field] };
  }
  return changed;
}
