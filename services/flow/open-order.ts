import type { Transaction } from '../../adapters/postgres/database';
import type { FlowOrderBody } from '../../domain/flow/order';
import type { FlowHandover } from '../../domain/conversation/facts';
import type { TransferTarget } from '../../domain/conversation/transfer';
import type { Conversation, FlowOrder } from '../../prisma/generated/client';
import { findAndLock } from '../conversation/lock-conversation';

export interface FlowOrderRef {
  tenantId: string;
  conversationId: string;
  orderId: string;
}

/** What the conversation's workflow does next about an order. */
export type FlowOrderNext =
  /** Its end stands and its run was told; with `uptoSeq`, what the customer said up to there is answered. */
  | { next: 'ended' }
  | { next: 'ended'; uptoSeq: number }
  /** Deliver these, each after its pause; then ask whether all was said. */
  | { next: 'say'; attempt: number; balloons: { id: string; pauseMs: number }[] }
  | { next: 'say'; attempt: number; balloons: { id: string; pauseMs: number }[]; uptoSeq: number }
  /** What the customer says after this place is the reply; `quietMs` null: once it is quiet for as long as usual. */
  | { next: 'listen'; afterSeq: number; timeoutMs: number; quietMs: number | null }
  /** Ask the model for it. */
  | { next: 'answer' }
  | { next: 'handOver'; handover: FlowHandover; leavesWhenTaken: boolean; speaks: boolean }
  /** Close the matter, if the conversation is still where this fence was. */
  | { next: 'resolve'; fence: number }
  | { next: 'transfer'; transferId: string; to: TransferTarget; notify: boolean; summary: boolean };

export type OpenOrder = Omit<FlowOrder, 'order'> & { order: FlowOrderBody };

/**
 * An order with its conversation, both locked until the transaction ends.
 *
 * @returns null when there is nothing to do: it was deleted with its tenant, or another conversation has it
 */
export async function lockOrder(
  tx: Transaction,
  { tenantId, conversationId, orderId }: FlowOrderRef,
): Promise<{ order: OpenOrder; conversation: Conversation } | null> {
  const conversation = await findAndLock(tx, { tenantId }, conversationId);
  await tx.$executeRaw`
    SELECT FROM flow_orders WHERE tenant_id = ${tenantId}::uuid AND id = ${orderId}::uuid FOR UPDATE`;
  const order = await tx.flowOrder.findFirst({ where: { tenantId, id: orderId, conversationId } });
  if (conversation === null || order === null) return null;
  return { conversation, order: { ...order, order: order.order as unknown as FlowOrderBody } };
}
