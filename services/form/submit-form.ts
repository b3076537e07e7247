import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { changeFields } from '../../domain/contact/fields';
import { ValidationError } from '../../domain/errors';
import type { Answers } from '../../domain/form/read-answers';
import { contactOfPhone } from '../contact/contact-of-phone';
import { asObject } from '../contact/lock-contact';
import type { Deps } from '../deps';
import { fireEvents, type FlowEvent, noteFlowEvent } from '../flow/note-flow-event';

export interface FormSent {
  tenantId: string;
  form: { id: string; name: string };
  /** Of the page it was sent from: the same again is the same submission. */
  dedupeKey: string;
  answers: Answers;
}

/**
 * Stores what somebody sent, with the contact of that phone (made if there is none) and what automations wait for, all
 * or nothing; then begins them. Sent again, nothing happens again.
 *
 * @returns the submission, and whether it is new
 */
export async function submitForm(
  deps: Pick<Deps, 'db' | 'workflows' | 'log'>,
  sent: FormSent,
): Promise<{ submissionId: string; fresh: boolean }> {
  const { tenantId, form, dedupeKey, answers } = sent;
  const done = await deps.db.withTenant(tenantId, async (tx) => {
    const id = newId();
    const { count } = await tx.formSubmission.createMany({
      data: [
        { id, tenantId, formId: form.id, dedupeKey, values: answers.values, consents: answers.consents },
      ],
      skipDuplicates: true,
    });
    if (count === 0) {
      const known = await tx.formSubmission.findFirstOrThrow({
        where: { tenantId, formId: form.id, dedupeKey },
      });
      return { submissionId: known.id, fresh: false, events: [] };
    }
    const contact = await contactOf(tx, tenantId, answers);
    const contactId = contact?.id ?? null;
    const { count: linked } = await tx.formSubmission.updateMany({
      where: { tenantId, id },
      data: { contactId },
    });
    if (linked === 0) throw new Error('a submission vanished within its transaction');
    const events: FlowEvent[] = [];
    if (contact?.fresh === true) {
      const payload = { origem: 'form' };
      events.push({ tenantId, kind: 'contact_created', eventKey: contact.id, contactId, payload });
    }
    const payload = { formId: form.id, formulario: form.name, campos: answers.values };
    events.push({ tenantId, kind: 'form_submitted', eventKey: id, contactId, payload });
    const noted: FlowEvent[] = [];
    for (const event of events) if (await noteFlowEvent(tx, event)) noted.push(event);
    return { submissionId: id, fresh: true, events: noted };
  });
  await fireEvents(deps, done.events);
  return { submissionId: done.submissionId, fresh: done.fresh };
}

/** The contact of the phone that was given, with the name and the fields it lacked or that are new. */
async function contactOf(
  tx: Transaction,
  tenantId: string,
  { phone, name, save }: Answers,
): Promise<{ id: string; fresh: boolean } | undefined> {
  if (phone === null) return undefined;
  const made = { phone, name, fields: kept({}, save) ?? {} };
  const { contact, fresh } = await contactOfPhone(tx, tenantId, made);
  if (fresh) return { id: contact.id, fresh };
  const fields = kept(asObject(contact.fields), save);
  await tx.contact.update({
    where: { id: contact.id },
    data: { ...(fields && { fields }), ...(contact.name === null && { name }) },
  });
  return { id: contact.id, fresh: false };
}

/** A contact that is full of fields already takes no more; what was sent is kept with the submission all the same. */
function kept(before: Answers['save'], save: Answers['save']): Answers['save'] | undefined {
  try {
    return changeFields(before, save).fields;
  } catch (error) {
    if (error instanceof ValidationError) return undefined;
    throw error;
  }
}
