import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import type { Message, Prisma } from '../../prisma/generated/client';
import type { Deps } from '../deps';

interface ChannelRef {
  id: string;
  tenantId: string;
}

type ReviseDeps = Pick<Deps, 'db' | 'live'>;

const payloadSchema = z.record(z.string(), z.json()).nullable();

/** The customer (or a person on the paired phone) changed what was written. The first words are kept beside. */
export async function applyEdit(
  deps: ReviseDeps,
  channel: ChannelRef,
  event: { providerMessageId: string; text: string; at: Date },
): Promise<void> {
  await revise(deps, channel, event.providerMessageId, (message) => ({
    text: event.text,
    editedAt: event.at,
    payload: withPayload(message, { originalText: originalText(message) }),
  }));
}

/** Taken back by its author. The row stays, marked: people see that something was there, the model does not. */
export async function applyRemoval(
  deps: ReviseDeps,
  channel: ChannelRef,
  event: { providerMessageId: string; at: Date },
): Promise<void> {
  await revise(deps, channel, event.providerMessageId, () => ({ deletedAt: event.at }));
}

/** A reaction to a message; an empty one takes it back. One a side. */
export async function applyReaction(
  deps: ReviseDeps,
  channel: ChannelRef,
  event: { providerMessageId: string; emoji: string; fromCustomer: boolean },
): Promise<void> {
  const side = event.fromCustomer ? 'customerReaction' : 'ownReaction';
  await revise(deps, channel, event.providerMessageId, (message) => ({
    payload: withPayload(message, { [side]: event.emoji === '' ? null : event.emoji }),
  }));
}

async function revise(
  deps: ReviseDeps,
  channel: ChannelRef,
  providerMessageId: string,
  change: (message: Message) => Prisma.MessageUpdateInput,
): Promise<void> {
  const where = { channelId_providerMessageId: { channelId: channel.id, providerMessageId } };
  const changed = await deps.db.withTenant(channel.tenantId, async (tx: Transaction) => {
    const message = await tx.message.findUnique({ where });
    // Older than what we keep, or of before the number was connected.
    if (message === null) return undefined;
    return tx.message.update({ where, data: change(message) });
  });
  if (changed === undefined) return;
  deps.live.publish(channel.tenantId, {
    type: 'conversation',
    conversationId: changed.conversationId,
    messageId: changed.id,
  });
}

function withPayload(message: Message, addition: Prisma.InputJsonObject): Prisma.InputJsonObject {
  return { ...payloadSchema.parse(message.payload), ...addition };
}

function originalText(message: Message): string {
  const kept = payloadSchema.parse(message.payload)?.['originalText'];
  return typeof kept === 'string' ? kept : message.text;
}
