import { newId } from '../../config/new-id';
import type { FlowOrderBody } from '../../domain/flow/order';
import type { Prisma } from '../../prisma/generated/client';
import { readTiming } from '../conversation/read-timing';
import type { Deps } from '../deps';
import { tellOutcome } from './settle-order';

export interface FlowOrderToPlace {
  tenantId: string;
  runId: string;
  /** With the run, what makes the order one. */
  effect: string;
  conversationId: string;
  nodeId: string;
  order: FlowOrderBody;
}

/**
 * Asks a conversation's workflow to carry out a node. Durable when it returns: the words stand, and the workflow has the
 * signal. The same effect again is the same order; one that has ended has its end told again.
 *
 * @throws ProviderUnavailableError engine_unavailable; say it again
 */
export async function placeFlowOrder(
  deps: Pick<Deps, 'db' | 'workflows'>,
  input: FlowOrderToPlace,
): Promise<void> {
  const { tenantId, runId, effect, nodeId } = input;
  const order = await deps.db.withTenant(tenantId, async (tx) => {
    const known = await tx.conversation.findFirst({
      where: { tenantId, id: input.conversationId },
      select: { id: true, mergedIntoId: true },
    });
    // Deleted with its tenant: so is the run.
    if (known === null) return null;
    await tx.flowOrder.createMany({
      data: [
        {
          id: newId(),
          tenantId,
          runId,
          effect,
          conversationId: known.mergedIntoId ?? known.id,
          nodeId,
          order: input.order as unknown as Prisma.InputJsonObject,
        },
      ],
      skipDuplicates: true,
    });
    return tx.flowOrder.findUniqueOrThrow({ where: { runId_effect: { runId, effect } } });
  });
  if (order === null) return;
  if (order.outcome !== null) return tellOutcome(deps, { tenantId, orderId: order.id });
  const timing = await readTiming(deps, { tenantId });
  await deps.workflows.flowOrder(
    { tenantId, conversationId: order.conversationId },
    { orderId: order.id, kind: input.order.kind, timing },
  );
}
