import type { Transaction } from '../../adapters/postgres/database';
import type { FlowOrderNext, OpenOrder } from './open-order';

const SECOND = 1_000;
const DAY_SECONDS = 86_400;

/**
 * Where and how long a node listens: after the last thing its run has said here, so that who answers faster than the run
 * goes on is heard.
 */
export async function listeningOf(
  tx: Transaction,
  order: OpenOrder,
): Promise<Extract<FlowOrderNext, { next: 'listen' }>> {
  const { tenantId, runId, conversationId } = order;
  const { settings, timeoutSeconds } = order.order;
  const [said] = await tx.$queryRaw<{ seq: bigint | null }[]>`
    SELECT max(m.seq) AS seq FROM outbox o JOIN messages m ON m.tenant_id = o.tenant_id AND m.id = o.message_id
     WHERE o.tenant_id = ${tenantId}::uuid AND o.conversation_id = ${conversationId}::uuid AND o.kind = 'flow'
       AND o.cause->'flow'->>'runId' = ${runId}`;
  const own = settings['timeoutSeconds'];
  const quiet = settings['debounceSeconds'];
  return {
    next: 'listen',
    afterSeq: Number(said?.seq ?? 0n),
    timeoutMs: (timeoutSeconds ?? (typeof own === 'number' ? own : DAY_SECONDS)) * SECOND,
    quietMs: typeof quiet === 'number' ? quiet * SECOND : null,
  };
}
