import { MAIL_WORDS } from '../../domain/conversation/mail-words';
import type { HandoffReason } from '../../domain/conversation/state';
import type { Deps } from '../deps';
import { readHandedConversation, summaryAndLink } from './handoff-mail';

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
  const { customer, tenantName, recipients } = handed;
  const words = MAIL_WORDS[handed.locale].handoff;
  await deps.mailer.send({
    to: recipients,
    subject: words.subject(customer),
    text: [
      words.text(customer, tenantName),
      words.reason(input.reason),
      ...summaryAndLink(deps, input.conversationId, handed),
    ].join('\n'),
    messageId: input.notificationId,
  });
}
