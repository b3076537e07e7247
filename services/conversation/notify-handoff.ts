import type { HandoffReason } from '../../domain/conversation/state';
import type { Deps } from '../deps';
import { readHandedConversation, summaryAndLink } from './handoff-mail';

const REASONS: Record<HandoffReason, string> = {
  low_confidence: 'a IA não encontrou a resposta com segurança',
  person_requested: 'o cliente pediu para falar com uma pessoa',
  provider_failure: 'a IA está indisponível no momento',
  backlog: 'a mensagem ficou parada por tempo demais para a IA responder',
  outside_hours: 'o cliente escreveu fora do horário de atendimento',
  flow: 'uma automação chamou uma pessoa',
};

/**
 * Mails a tenant's team that a customer waits for a person ("atendimento pendente"), with the summary where there is
 * one. The dashboards were told when it was written down. A retry sends under the same Message-ID.
 */
export async function notifyHandoff(
  deps: Pick<Deps, 'db' | 'mailer' | 'env'>,
  input: { tenantId: string; conversationId: string; notificationId: string; reason: HandoffReason },
): Promise<void> {
  const handed = await readHandedConversation(deps, input);
  if (handed === undefined || handed.recipients.length === 0) return;
  const { customer, tenantName, summary, recipients } = handed;
  await deps.mailer.send({
    to: recipients,
    subject: `Atendimento pendente: ${customer}`,
    text: [
      `${customer} espera por uma pessoa em ${tenantName}.`,
      `Motivo: ${REASONS[input.reason]}.`,
      ...summaryAndLink(deps, input.conversationId, summary),
    ].join('\n'),
    messageId: input.notificationId,
  });
}
