import { TRANSFER_WORDS } from '../../domain/conversation/cause';
import type { Transaction } from '../../adapters/postgres/database';
import { newId } from '../../config/new-id';
import { extractSummary } from '../../domain/conversation/handoff-summary';
import { renderNotice } from '../../domain/conversation/transfer';
import type { Prisma, Transfer } from '../../prisma/generated/client';
import type { Deps } from '../deps';
import { conversationLink } from './handoff-mail';
import { lockConversation } from './lock-conversation';
import { prepareNotice } from './prepare-notice';

export interface TransferNoticeToPrepare {
  tenantId: string;
  conversationId: string;
  transferId: string;
  whom: 'customer' | 'outside';
  /** The customer's notice is dropped under another one; a person outside is told in any case. */
  fence: number;
}

/** What a number or group reads when the colleague wrote nothing. */
const DEFAULT_NOTICE =
  'Atendimento transferido: {{contact.name}}\n\n{{summary}}\n\nFale com o cliente: {{link}}';

/** WhatsApp's limit for one text. */
const MAX_CHARACTERS = 4_096;

/**
 * Puts the words of a transfer into the outbox, once: for the customer, or for the number or group that continues.
 * The latter stands in the timeline as an event, so that the team sees whether it has arrived.
 *
 * @returns the balloon to deliver; undefined when there is nothing to say
 */
export async function prepareTransferNotice(
  deps: Pick<Deps, 'db' | 'env'>,
  input: TransferNoticeToPrepare,
): Promise<string | undefined> {
  const { tenantId, conversationId, transferId, whom, fence } = input;
  const found = await deps.db.withTenant(tenantId, (tx) => read(tx, input));
  if (found === undefined) return undefined;
  const { transfer, contactName, phone, summary } = found;
  const names = { 'contact.name': contactName ?? phone ?? 'Cliente', summary };
  if (whom === 'customer') {
    const link = transfer.targetType === 'number' ? chatLink(transfer.targetAddress) : '';
    const text = renderNotice(transfer.customerNotice ?? '', { ...names, link });
    return prepareNotice(deps, {
      tenantId,
      conversationId,
      dedupeKey: `${transferId}:customer`,
      text: text.slice(0, MAX_CHARACTERS),
      notice: TRANSFER_WORDS,
      fence,
    });
  }
  const { targetAddress: address } = transfer;
  if (address === null) return undefined;
  const link = phone === null ? conversationLink(deps, conversationId) : chatLink(phone);
  const text = renderNotice(transfer.notice ?? DEFAULT_NOTICE, { ...names, link });
  return deps.db.withTenant(tenantId, (tx) =>
    placeOutsideNotice(tx, { ...input, transfer, address, text: text.slice(0, MAX_CHARACTERS) }),
  );
}

interface Found {
  transfer: Transfer;
  contactName: string | null;
  phone: string | null;
  summary: string;
}

const EXTRACTED_LINES = 20;

async function read(tx: Transaction, input: TransferNoticeToPrepare): Promise<Found | undefined> {
  const { tenantId, conversationId, transferId } = input;
  const transfer = await tx.transfer.findFirst({ where: { tenantId, conversationId, id: transferId } });
  const conversation = await tx.conversation.findFirst({
    where: { tenantId, id: conversationId },
    include: {
      tenant: { select: { locale: true } },
      contact: {
        select: {
          name: true,
          identities: { where: { kind: 'phone' }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 1 },
        },
      },
    },
  });
  if (transfer === null || conversation === null) return undefined;
  const { contact, tenant, handoffSummary } = conversation;
  return {
    transfer,
    contactName: contact.name,
    phone: contact.identities[0]?.value ?? null,
    summary: handoffSummary ?? (await extract(tx, input, tenant.locale)),
  };
}

async function extract(tx: Transaction, input: TransferNoticeToPrepare, locale: string): Promise<string> {
  const { tenantId, conversationId } = input;
  const lines = await tx.message.findMany({
    where: { tenantId, conversationId, deletedAt: null, author: { in: ['customer', 'ai', 'human'] } },
    orderBy: { seq: 'desc' },
    take: EXTRACTED_LINES,
    select: { author: true, text: true },
  });
  const timeline = lines.reverse().map(({ author, text }) => ({ author: author as 'customer' | 'ai', text }));
  return extractSummary(timeline, locale);
}

async function placeOutsideNotice(
  tx: Transaction,
  notice: TransferNoticeToPrepare & { transfer: Transfer; address: string; text: string },
): Promise<string> {
  const { tenantId, conversationId, transfer, text } = notice;
  const dedupeKey = `${transfer.id}:outside`;
  const conversation = await lockConversation(tx, notice, conversationId);
  const known = await tx.outboxBalloon.findUnique({
    where: { tenantId_dedupeKey: { tenantId, dedupeKey } },
  });
  if (known !== null) return known.id;
  const [balloonId, messageId] = [newId(), newId()];
  const now = new Date();
  await tx.message.create({
    data: {
      id: messageId,
      tenantId,
      conversationId,
      channelId: conversation.channelId,
      seq: conversation.seq + 1n,
      author: 'system',
      kind: 'event',
      text: 'A equipe avisou outra pessoa sobre este atendimento.',
      payload: {
        cause: { type: 'outsideNotice' },
        target: { type: transfer.targetType, name: transfer.targetName },
        text,
      } satisfies Prisma.InputJsonObject,
      status: 'pending',
      userId: transfer.userId,
      sentAt: now,
      acceptedAt: now,
    },
  });
  await tx.conversation.update({ where: { id: conversationId }, data: { seq: { increment: 1 } } });
  await tx.outboxBalloon.create({
    data: {
      id: balloonId,
      tenantId,
      conversationId,
      kind: 'notice',
      dedupeKey,
      body: text,
      address: outsideAddress(transfer, notice.address),
      messageId,
    },
  });
  return balloonId;
}

/** As the provider takes it: a group's JID, or digits made one. */
function outsideAddress(transfer: Transfer, address: string): string {
  return transfer.targetType === 'group' ? address : `${address}@s.whatsapp.net`;
}

function chatLink(phone: string | null): string {
  return phone === null ? '' : `https://wa.me/${phone}`;
}
