import { MAIL_WORDS } from '../../domain/conversation/mail-words';
import { renderNotice } from '../../domain/conversation/transfer';
import type { Deps } from '../deps';
import { conversationLink, readHandedConversation, summaryAndLink } from './handoff-mail';

/** Mails whoever a conversation was transferred to, person or team, with what the colleague who did it wrote. */
export async function notifyTransfer(
  deps: Pick<Deps, 'db' | 'mailer' | 'env'>,
  input: { tenantId: string; conversationId: string; transferId: string },
): Promise<void> {
  const { tenantId, conversationId, transferId } = input;
  const handed = await readHandedConversation(deps, input);
  const order = await deps.db.withTenant(tenantId, async (tx) => {
    const transfer = await tx.transfer.findFirst({ where: { tenantId, id: transferId } });
    const by =
      transfer === null || transfer.userId === null
        ? null
        : await tx.user.findFirst({ where: { id: transfer.userId }, select: { name: true } });
    return { transfer, by };
  });
  if (handed === undefined || order.transfer === null || handed.recipients.length === 0) return;
  const { customer, summary, recipients, locale } = handed;
  const words = MAIL_WORDS[locale];
  const notice = renderNotice(order.transfer.notice ?? '', {
    'contact.name': customer,
    summary: summary ?? '',
    link: conversationLink(deps, conversationId),
  });
  await deps.mailer.send({
    to: recipients,
    subject: words.transfer.subject(customer),
    text: [
      words.transfer.text(order.by?.name ?? words.team, customer, order.transfer.targetName),
      ...(notice === '' ? [] : ['', notice]),
      ...summaryAndLink(deps, conversationId, handed),
    ].join('\n'),
    messageId: transferId,
  });
}
