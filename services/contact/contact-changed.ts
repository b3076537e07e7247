import { ConflictError, ErrorCode } from '../../domain/errors';
import type { Contact } from '../../prisma/generated/client';

/**
 * Refuses a whole set made from an older revision: it would take away what others have written since.
 *
 * @param order.contactId as the writer knows it; of a contact that was merged meanwhile, the revision says nothing
 * @throws ConflictError contact_changed
 */
export function refuseOlderRevision(
  contact: Contact,
  order: { contactId: string; revision?: number | undefined },
): void {
  if (order.revision === undefined) return;
  if (order.revision !== contact.revision || order.contactId !== contact.id) throw contactChanged(contact);
}

/** @param fields names of those that others have written since */
export function contactChanged(contact: Contact, fields?: string[]): ConflictError {
  return new ConflictError(ErrorCode.contact_changed, 'The contact was changed since it was read', {
    details: { current: { revision: contact.revision, ...(fields && { fields }) } },
  });
}
