import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import { normalizePhone, readPhone } from '../../domain/contact/phone';
import { asText, type FlowValue, readPath } from '../../domain/flow/runtime/value';
import { contactOfPhone } from '../contact/contact-of-phone';
import { type FlowEvent, noteFlowEvent } from './note-flow-event';

/** Where a call says who it is about, of the trigger's settings. */
export interface ContactSettings {
  contactPath?: string | undefined;
  createContact?: boolean | undefined;
  namePath?: string | undefined;
  emailPath?: string | undefined;
}

interface WebhookContact {
  contactId: string | null;
  /** To be fired once this is committed. */
  events: FlowEvent[];
}

const NAME_LENGTH = 200;
const email = z.email().max(254);
const NOBODY: WebhookContact = { contactId: null, events: [] };

/**
 * Who a call is about, by phone. Where the trigger says so, a contact is made for a phone that nobody has, with the name and
 * the e-mail of the body as far as they can be read; one that is there stays as it is. A phone that nobody can be called by
 * is nobody's.
 */
export async function webhookContact(
  tx: Transaction,
  tenantId: string,
  body: FlowValue,
  { contactPath, createContact, namePath, emailPath }: ContactSettings,
): Promise<WebhookContact> {
  const given = wordsAt(body, contactPath);
  const whole = readPhone(given);
  const phone = whole ?? normalizePhone(given);
  if (phone === undefined) return NOBODY;
  if (whole === undefined || createContact !== true) {
    const identity = await tx.contactIdentity.findFirst({
      where: { tenantId, kind: 'phone', value: phone },
      select: { contactId: true },
    });
    return { contactId: identity?.contactId ?? null, events: [] };
  }
  const address = email.safeParse(wordsAt(body, emailPath).toLowerCase()).data;
  const { contact, fresh } = await contactOfPhone(tx, tenantId, {
    phone: whole,
    name: wordsAt(body, namePath).slice(0, NAME_LENGTH).trim() || null,
    fields: address === undefined ? {} : { email: address },
  });
  const contactId = contact.id;
  if (!fresh) return { contactId, events: [] };
  const event: FlowEvent = {
    tenantId,
    kind: 'contact_created',
    eventKey: contactId,
    contactId,
    payload: { origem: 'api' },
  };
  return { contactId, events: (await noteFlowEvent(tx, event)) ? [event] : [] };
}

function wordsAt(body: FlowValue, path: string | undefined): string {
  const found = path === undefined ? undefined : readPath(body, path.split('.'));
  return typeof found === 'string' || typeof found === 'number' ? asText(found).toWellFormed().trim() : '';
}
