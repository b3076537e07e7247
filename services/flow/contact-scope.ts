import type { Transaction } from '../../adapters/postgres/database';
import type { FlowObject } from '../../domain/flow/runtime/value';
import { asObject } from '../contact/lock-contact';

/**
 * A contact as automations read it: `contato` (domain/flow/nodes/contact.ts).
 *
 * @returns undefined for a contact that is not this tenant's
 */
export async function contactScope(
  tx: Transaction,
  tenantId: string,
  contactId: string,
): Promise<FlowObject | undefined> {
  const contact = await tx.contact.findFirst({
    where: { tenantId, id: contactId },
    include: {
      identities: { where: { kind: 'phone' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 1 },
      tags: { include: { tag: { select: { name: true } } }, orderBy: { tag: { name: 'asc' } } },
    },
  });
  if (contact === null) return undefined;
  const campos = asObject(contact.fields);
  return {
    id: contact.id,
    nome: contact.name,
    telefone: contact.identities[0]?.value ?? null,
    email: typeof campos['email'] === 'string' ? campos['email'] : null,
    etiquetas: contact.tags.map(({ tag }) => tag.name),
    criado_em: contact.createdAt.toISOString(),
    campos,
  };
}
