import { z } from 'zod';
import { query } from '../../http/query';
import { couldNotCreate, notFound } from '../chatwoot-error';
import { contactIn, ok, type Call, type ChatwootHandler } from '../chatwoot-route';
import { createContact, linkContact, linksOf, updateContact, type ContactFields } from '../contacts';
import { guardUser } from '../guards';
import { attributesField, numberField, readBody, textField } from '../read-body';
import type { Contact, Inbox } from '../state/rows';
import { conversationView } from '../views/conversation-views';
import { contactInboxView, contactView } from '../views/people-views';
import { inboxSlim } from '../views/inbox-views';
import { sceneOf } from '../announce';

const PER_PAGE = 15;

const fieldsSchema = z.object({
  name: textField.optional(),
  email: textField.optional(),
  phone_number: textField.optional(),
  identifier: textField.optional(),
  custom_attributes: attributesField.optional(),
  additional_attributes: attributesField.optional(),
});
const createSchema = fieldsSchema.extend({
  inbox_id: numberField.nullish(),
  source_id: textField.optional(),
});
const linkSchema = z.object({ inbox_id: numberField, source_id: textField.optional() });

export const createContactRoute: ChatwootHandler = (call) => {
  const { world, req, caller } = call;
  guardUser(caller);
  const { inbox_id: inboxId, source_id: sourceId, ...fields } = readBody(createSchema, req.body);
  const inbox = inboxId == null ? null : inboxWith(call, inboxId);
  const contact = createContact(world, fieldsOf(fields));
  const link = inbox === null ? null : linkContact(world.state.chatwoot, contact, inbox, sourceId ?? null);
  return ok({
    payload: {
      contact: shown(call, contact),
      contact_inbox: {
        inbox: inbox === null ? null : inboxSlim(inbox),
        source_id: link?.sourceId ?? null,
      },
    },
  });
};

export const showContact: ChatwootHandler = (call) => {
  guardUser(call.caller);
  return ok({ payload: shown(call, contactIn(call)) });
};

export const updateContactRoute: ChatwootHandler = (call) => {
  guardUser(call.caller);
  const contact = contactIn(call);
  updateContact(call.world, contact, fieldsOf(readBody(fieldsSchema, call.req.body)));
  return ok({ payload: shown(call, contact) });
};

export const listContacts: ChatwootHandler = (call) => {
  guardUser(call.caller);
  return page(call, call.world.state.chatwoot.contacts.all());
};

export const searchContacts: ChatwootHandler = (call) => {
  guardUser(call.caller);
  const wanted = query(call.req, 'q')?.trim();
  if (wanted === undefined) throw couldNotCreate('Specify search string with parameter q');
  return page(
    call,
    call.world.state.chatwoot.contacts.all().filter((contact) => isFound(contact, wanted)),
  );
};

export const listContactConversations: ChatwootHandler = (call) => {
  guardUser(call.caller);
  const { id } = contactIn(call);
  const scene = sceneOf(call.world);
  const latest = call.world.state.chatwoot.conversations
    .all()
    .filter(({ contactId }) => contactId === id)
    .sort((a, b) => b.lastActivityAt - a.lastActivityAt)
    .slice(0, 20);
  return ok({ payload: latest.map((conversation) => conversationView(scene, conversation)) });
};

export const linkContactRoute: ChatwootHandler = (call) => {
  guardUser(call.caller);
  const contact = contactIn(call);
  const { inbox_id: inboxId, source_id: sourceId } = readBody(linkSchema, call.req.body);
  const inbox = inboxWith(call, inboxId);
  const link = linkContact(call.world.state.chatwoot, contact, inbox, sourceId ?? null);
  call.world.changes.announce({ type: 'chatwoot' });
  return ok(contactInboxView(link, inbox));
};

function inboxWith({ world }: Call, id: number): Inbox {
  const inbox = world.state.chatwoot.inboxes.get(id);
  if (inbox === undefined) throw notFound();
  return inbox;
}

function shown({ world }: Call, contact: Contact): object {
  return contactView(contact, linksOf(world.state.chatwoot, contact));
}

export function page(call: Call, contacts: Contact[]) {
  const current = Math.max(1, Number(query(call.req, 'page') ?? 1));
  const from = (current - 1) * PER_PAGE;
  const onPage = contacts.sort((a, b) => a.name.localeCompare(b.name)).slice(from, from + PER_PAGE);
  return ok({
    meta: { count: contacts.length, current_page: current },
    payload: onPage.map((contact) => shown(call, contact)),
  });
}

/** Parts of a word count, whatever their case; the identifier's case does matter. */
function isFound({ name, email, phone, identifier }: Contact, wanted: string): boolean {
  const lower = wanted.toLowerCase();
  const isIn = (text: string | null): boolean => text?.toLowerCase().includes(lower) === true;
  return isIn(name) || isIn(email) || isIn(phone) || identifier?.includes(wanted) === true;
}

/** Only what was given: what is left out stays as it is. */
function fieldsOf(given: z.infer<typeof fieldsSchema>): ContactFields {
  return {
    ...(given.name === undefined ? {} : { name: given.name ?? '' }),
    ...(given.email === undefined ? {} : { email: given.email }),
    ...(given.phone_number === undefined ? {} : { phone: given.phone_number }),
    ...(given.identifier === undefined ? {} : { identifier: given.identifier }),
    ...(given.custom_attributes === undefined ? {} : { customAttributes: given.custom_attributes }),
    ...(given.additional_attributes === undefined
      ? {}
      : { additionalAttributes: given.additional_attributes }),
  };
}
