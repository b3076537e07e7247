import * as z from 'zod';
import type { FlowOutcome } from '../../domain/flow/order';
import type { Deps } from '../deps';
import type { NodeCall } from './ask-model';

/** E-mails that the automations of one tenant may send within an hour: a loop must not make us a spammer. */
export const MAILS_AN_HOUR = 200;

const settingsSchema = z.object({
  to: z.array(z.string()),
  cc: z.array(z.string()),
  subject: z.string(),
  body: z.string(),
});
const addressSchema = z.email().max(254);

/**
 * Sends an e-mail in the name of the company, under one message id however often it is tried.
 *
 * @throws ProviderUnavailableError, ProviderRejectedError as the mailer does
 */
export async function sendFlowMail(deps: Pick<Deps, 'db' | 'mailer'>, call: NodeCall): Promise<FlowOutcome> {
  const { tenantId, runId, effect } = call;
  const { to, cc, subject, body } = settingsSchema.parse(call.settings);
  const wrong = [...to, ...cc].find((address) => !addressSchema.safeParse(address.trim()).success);
  if (wrong !== undefined) return { error: { type: 'invalid_address', message: wrong.slice(0, 100) } };
  const { sent, company } = await deps.db.withTenant(tenantId, async (tx) => ({
    sent: await tx.flowCall.count({
      where: { tenantId, kind: 'send_email', createdAt: { gt: new Date(Date.now() - 3_600_000) } },
    }),
    company: (await tx.tenant.findFirst({ where: { id: tenantId }, select: { name: true } }))?.name ?? '',
  }));
  if (sent >= MAILS_AN_HOUR) {
    return { error: { type: 'rate_limited', message: `${MAILS_AN_HOUR} e-mails an hour` } };
  }
  await deps.mailer.send({
    to: to.map((address) => address.trim()),
    ...(cc.length === 0 ? {} : { cc: cc.map((address) => address.trim()) }),
    subject: subject.replace(/\s+/g, ' ').trim(),
    text: `${body}\n\n—\n${company}`,
    html: page(body, company),
    messageId: `flow-${runId}-${effect}`,
  });
  return { handle: 'out', output: null };
}

function page(body: string, company: string): string {
  const paragraphs = body
    .split(/\n{2,}/)
    .map((paragraph) => `<p style="margin:0 0 16px">${escaped(paragraph).replaceAll('\n', '<br>')}</p>`);
  return [
    '<!doctype html><html><body style="margin:0;background:#f4f5f7;font:16px/1.5 sans-serif;color:#1c2330">',
    '<div style="max-width:560px;margin:24px auto;padding:24px;background:#fff;border-radius:8px">',
    ...paragraphs,
    `<p style="margin:24px 0 0;font-size:13px;color:#667085">${escaped(company)}</p>`,
    '</div></body></html>',
  ].join('\n');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (each) => ENTITIES[each] ?? each);
}
