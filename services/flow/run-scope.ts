import type { FlowObject } from '../../domain/flow/runtime/value';
import type { Deps } from '../deps';

export interface RunScope {
  contato: FlowObject;
  conversa: FlowObject;
  empresa: FlowObject;
  /** IANA. */
  zone: string;
}

const DEFAULT_ZONE = 'America/Sao_Paulo';

/** Who a run is about and where it happens, as templates name it (docs/flows.md, "Variables"). */
export async function readScope(
  deps: Pick<Deps, 'db'>,
  input: { tenantId: string; contactId: string | null; conversationId: string | null },
): Promise<RunScope> {
  const { tenantId, contactId, conversationId } = input;
  return deps.db.withTenant(tenantId, async (tx): Promise<RunScope> => {
    const tenant = await tx.tenant.findFirst({
      where: { id: tenantId },
      select: { name: true, timeZone: true },
    });
    const contact =
      contactId === null
        ? null
        : await tx.contact.findFirst({
            where: { tenantId, id: contactId },
            include: { identities: { where: { kind: 'phone' }, orderBy: { createdAt: 'asc' }, take: 1 } },
          });
    const conversation =
      conversationId === null
        ? null
        : await tx.conversation.findFirst({
            where: { tenantId, id: conversationId },
            include: { channel: { select: { name: true } } },
          });
    const zone = tenant?.timeZone ?? DEFAULT_ZONE;
    return {
      contato:
        contact === null
          ? {}
          : {
              id: contact.id,
              nome: contact.name,
              telefone: contact.identities[0]?.value ?? null,
              email: null,
              etiquetas: [],
              criado_em: contact.createdAt.toISOString(),
              campos: {},
            },
      conversa:
        conversation === null
          ? {}
          : {
              id: conversation.id,
              estado: conversation.state,
              canal: conversation.channel.name,
              aberta_em: conversation.createdAt.toISOString(),
            },
      empresa: { nome: tenant?.name ?? '', fuso: zone },
      zone,
    };
  });
}
