import { MAIL_WORDS } from '../../domain/conversation/mail-words';
import { ConversationState } from '../../domain/conversation/state';
import type { Deps } from '../deps';
import { readHandedConversation, summaryAndLink } from './handoff-mail';

/**
 * Alerts a team that a customer has waited too long for a person: live in the dashboards and, where the tenant wants
 * it, by e-mail to whoever the conversation belongs to. Somebody who came meanwhile makes it void.
 */
export async function alertWaiting(
  deps: Pick<Deps, 'db' | 'live' | 'mailer' | 'env'>,
  input: { tenantId: string; conversationId: string; alertId: string; level: 1 | 2 },
): Promise<void> {
  const { tenantId, conversationId, level } = input;
  const alert = await deps.db.withTenant(tenantId, async (tx) => {
    const { count } = await tx.conversation.updateMany({
      where: { tenantId, id: conversationId, state: ConversationState.AGUARDANDO_HUMANO, resolvedAt: null },
      data: { alertLevel: level },
    });
    if (count === 0) return undefined;
    return {
      contact: await tx.contact.findFirst({
        where: { tenantId, conversations: { some: { id: conversationId } } },
        select: { name: true },
      }),
      settings: await tx.botConfig.findUnique({ where: { tenantId }, select: { alertEmail: true } }),
    };
  });
  if (alert === undefined) return;
  const contactName = alert.contact?.name ?? null;
  deps.live.publish(tenantId, { type: 'waitingAlert', conversationId, level, contactName });
  deps.live.publish(tenantId, { type: 'conversation', conversationId });
  if (alert.settings?.alertEmail !== true) return;
  const handed = await readHandedConversation(deps, input);
  if (handed === undefined || handed.recipients.length === 0) return;
  const { customer, tenantName, recipients } = handed;
  const words = MAIL_WORDS[handed.locale].waiting;
  await deps.mailer.send({
    to: recipients,
    subject: words.subject(customer, level),
    text: [words.text(customer, tenantName), ...summaryAndLink(deps, conversationId, handed)].join('\n'),
    messageId: input.alertId,
  });
}
