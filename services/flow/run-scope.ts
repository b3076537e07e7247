import type { FlowObject } from '../../domain/flow/runtime/value';
import { asObject } from '../contact/lock-contact';
import type { Deps } from '../deps';
import { contactScope } from './contact-scope';

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
    const contato = contactId === null ? undefined : await contactScope(tx, tenantId, contactId);
    const conversation =
      conversationId === null
        ? null
        : await tx.conversation.findFirst({
            where: { tenantId, id: conversationId },
            include: { channel: { select: { name: true } } },
          });
    const zone = tenant?.timeZone ?? DEFAULT_ZONE;
    return {
      contato: contato ?? {},
      conversa:
        conversation === null
          ? {}
          : {
              id: conversation.id,
              estado: conversation.state,
              canal: conversation.channel.name,
              aberta_em: conversation.createdAt.toISOString(),
              campos: asObject(conversation.variables),
            },
      empresa: { nome: tenant?.name ?? '', fuso: zone },
      zone,
    };
  });
}
