import { newId } from '../../config/new-id';
import type { InboundMessage } from '../../domain/channel/inbound';
import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import type { TestTenant } from '../../tests/support/test-tenant';
import { alertWaiting } from './alert-waiting';
import { ingestMessage } from './ingest-message';
import { notifyHandoff } from './notify-handoff';
import { notifyTransfer } from './notify-transfer';

let harness: Harness;
let tenant: TestTenant;
let conversation: { tenantId: string; conversationId: string };
beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  const { tenantId, userId } = tenant.ctx;
  const { channelId } = await tenant.connectNumber(harness.phone);
  const number = Phone.number();
  const message: InboundMessage = {
    providerMessageId: newId(),
    address: `${number}@s.whatsapp.net`,
    identities: [{ kind: 'phone', value: number }],
    name: null,
    kind: 'text',
    text: 'Oi',
    payload: null,
    sentAt: new Date(),
  };
  const stored = await ingestMessage(harness.deps, { id: channelId, tenantId }, message);
  conversation = { tenantId, conversationId: stored?.conversationId ?? '' };
  await harness.deps.db.withTenant(tenantId, async (tx) => {
    await tx.tenant.update({ where: { id: tenantId }, data: { name: 'Aurora' } });
    await tx.botConfig.update({ where: { tenantId }, data: { alertEmail: true } });
    await tx.conversation.update({
      where: { id: conversation.conversationId },
      data: { state: 'AGUARDANDO_HUMANO', handoffSummary: '…' },
    });
    await tx.user.update({ where: { id: userId }, data: { name: 'Rafa' } });
  });
}, 60_000);
afterAll(() => harness.close());

/** In this language, and as one line. */
async function mailed(locale: string, send: (id: string) => Promise<void>): Promise<string> {
  const { tenantId } = tenant.ctx;
  await harness.deps.db.withTenant(tenantId, (tx) =>
    tx.tenant.update({ where: { id: tenantId }, data: { locale } }),
  );
  const id = newId();
  await send(id);
  const mail = (await harness.phone.mails()).find(({ messageId }) => messageId.includes(id));
  const link = `${harness.env.publicUrl}/conversas/${conversation.conversationId}`;
  return `${mail?.subject ?? ''} | ${mail?.text.trim() ?? ''}`.replace(link, '@').replaceAll(/\s+/g, ' ');
}

describe('mails to the team speak the language of the tenant', () => {
  it.each([
    [
      'pt-BR',
      'Atendimento pendente: Um cliente | Um cliente espera por uma pessoa em Aurora. Motivo: o cliente pediu para falar com uma pessoa. Resumo: … Abrir a conversa: @',
    ],
    [
      'en-GB',
      'Waiting for a person: A customer | A customer is waiting for a person at Aurora. Reason: the customer asked to talk to a person. Summary: … Open the conversation: @',
    ],
    [
      'es',
      'Atención pendiente: Un cliente | Un cliente espera a una persona en Aurora. Motivo: el cliente pidió hablar con una persona. Resumen: … Abrir la conversación: @',
    ],
  ])('a hand-over, in %s', async (locale, expected) => {
    const mail = await mailed(locale, (notificationId) =>
      notifyHandoff(harness.deps, { ...conversation, notificationId, reason: 'person_requested' }),
    );
    expect(mail).toBe(expected);
  });

  it.each([
    ['pt-BR', 1, 'Cliente esperando: Um cliente | Um cliente continua sem resposta de uma pessoa em Aurora.'],
    ['en', 2, 'Customer still waiting: A customer | A customer still has no answer from a person at Aurora.'],
    ['es', 1, 'Cliente esperando: Un cliente | Un cliente sigue sin respuesta de una persona en Aurora.'],
  ] as const)('a wait that is too long, in %s', async (locale, level, expected) => {
    const mail = await mailed(locale, (alertId) =>
      alertWaiting(harness.deps, { ...conversation, alertId, level }),
    );
    expect(mail).toContain(expected);
  });

  it.each([
    ['pt-BR', 'Conversa transferida: Um cliente | Rafa transferiu a conversa com Um cliente para Vendas.'],
    [
      'en',
      'Conversation transferred: A customer | Rafa transferred the conversation with A customer to Vendas.',
    ],
    ['es', 'Conversación transferida: Un cliente | Rafa transfirió la conversación con Un cliente a Vendas.'],
  ])('a transfer, in %s', async (locale, expected) => {
    const mail = await mailed(locale, async (transferId) => {
      await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
        tx.transfer.create({
          data: {
            id: transferId,
            ...conversation,
            userId: tenant.ctx.userId,
            targetType: 'team',
            targetName: 'Vendas',
          },
        }),
      );
      await notifyTransfer(harness.deps, { ...conversation, transferId });
    });
    expect(mail).toContain(expected);
  });

  it('and is never about another tenant’s conversation', async () => {
    const stranger = await harness.tenant();
    const id = newId();
    const input = { ...conversation, tenantId: stranger.ctx.tenantId };
    await notifyHandoff(harness.deps, { ...input, notificationId: id, reason: 'backlog' });
    expect((await harness.phone.mails()).some(({ messageId }) => messageId.includes(id))).toBe(false);
  });
});
