import { ACCOUNT, type Bot, type User } from '../people';
import type { Contact, ContactInbox, Inbox } from '../state/rows';
import { inboxSlim } from './inbox-views';
import { seconds } from './time';

/** An agent in the API's answers. */
export function agentView(user: User): object {
  return {
    id: user.id,
    account_id: ACCOUNT.id,
    availability_status: 'online',
    auto_offline: true,
    confirmed: true,
    email: user.email,
    provider: 'email',
    available_name: user.name,
    name: user.name,
    role: user.role,
    thumbnail: '',
  };
}

/** An agent inside events and messages. */
export function userEventData(user: User): object {
  return {
    id: user.id,
    name: user.name,
    available_name: user.name,
    avatar_url: '',
    type: 'user',
    availability_status: 'online',
    thumbnail: '',
  };
}

export function botEventData(bot: Bot): object {
  return { id: bot.id, name: bot.name, avatar_url: '', type: 'agent_bot' };
}

/** A contact in the API's answers. */
export function contactView(contact: Contact, inboxes?: { link: ContactInbox; inbox: Inbox }[]): object {
  return {
    additional_attributes: contact.additionalAttributes,
    availability_status: 'offline',
    email: contact.email,
    id: contact.id,
    name: contact.name,
    phone_number: contact.phone,
    blocked: false,
    identifier: contact.identifier,
    thumbnail: '',
    custom_attributes: contact.customAttributes,
    ...(contact.lastActivityAt === null ? {} : { last_activity_at: seconds(contact.lastActivityAt) }),
    created_at: seconds(contact.createdAt),
    ...(inboxes === undefined
      ? {}
      : { contact_inboxes: inboxes.map(({ link, inbox }) => contactInboxView(link, inbox)) }),
  };
}

export function contactInboxView(link: ContactInbox, inbox: Inbox): object {
  return { source_id: link.sourceId, inbox: inboxSlim(inbox) };
}

/** A contact inside events and messages. */
export function contactEventData(contact: Contact): object {
  return {
    additional_attributes: contact.additionalAttributes,
    custom_attributes: contact.customAttributes,
    email: contact.email,
    id: contact.id,
    identifier: contact.identifier,
    name: contact.name,
    phone_number: contact.phone,
    thumbnail: '',
    blocked: false,
    type: 'contact',
  };
}

/** A contact as the body of its own events, and as who sent a message. */
export function contactWebhookData(contact: Contact): object {
  return {
    account: ACCOUNT,
    additional_attributes: contact.additionalAttributes,
    avatar: '',
    custom_attributes: contact.customAttributes,
    email: contact.email,
    id: contact.id,
    identifier: contact.identifier,
    name: contact.name,
    phone_number: contact.phone,
    thumbnail: '',
    blocked: false,
  };
}
