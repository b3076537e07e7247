import type { HandoffReason } from '../../domain/conversation/state';
import type { Deps } from '../deps';

/** Who is told; attendants see it in the dashboard. */
const MAILED_ROLES = ['SUPER_ADMIN', 'ORG_ADMIN', 'ORG_MANAGER'];

const REASONS: Record<HandoffReason, string> = {
  low_confidence: 'a IA não encontrou a resposta com segurança',
  person_requested: 'o cliente pediu para falar com uma pessoa',
  provider_failure: 'a IA está indisponível no momento',
  backlog: 'a mensagem ficou parada por tempo demais para a IA responder',
  outside_hours: 'o cliente escreveu fora do horário de atendimento',
};

/** Tells a tenant's team that a customer waits for a person: a live event and the e-mail "atendimento pendente". */
export async function notifyHandoff(
  deps: Pick<Deps, 'db' | 'live' | 'mailer' | 'env'>,
  input: { tenantId: string; conversationId: string; notificationId: string; reason: HandoffReason },
): Promise<void> {
  const { tenantId, conversationId, reason } = input;
  const { conversation, recipients } = await deps.db.withTenant(tenantId, async (tx) => ({
    conversation: await tx.conversation.findFirst({
      where: { tenantId, id: conversationId },
      include: { contact: { select: { name: true } }, tenant: { select: { name: true } } },
    }),
    recipients: await tx.membership.findMany({
      where: { tenantId, role: { in: MAILED_ROLES } },
      include: { user: { select: { email: true } } },
    }),
  }));
  if (conversation === null) return;
  const contactName = conversation.contact.name;
  deps.live.publish(tenantId, { type: 'handoff', conversationId, reason, contactName });
  if (recipients.length === 0) return;
  const who = contactName ?? 'Um cliente';
  await deps.mailer.send({
    to: recipients.map((membership) => membership.user.email),
    subject: `Atendimento pendente: ${who}`,
    text: [
      `${who} espera por uma pessoa em ${conversation.tenant.name}.`,
      `Motivo: ${REASONS[reason]}.`,
      '',
      `Abrir a conversa: ${deps.env.publicUrl}/conversas/${conversationId}`,
    ].join('\n'),
    messageId: input.notificationId,
  });
}
