import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import { ConversationState } from '../../domain/conversation/state';
import { Prisma } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';

const rowSchema = z.object({
  tenantId: z.string(),
  conversationId: z.string(),
  state: z.enum(ConversationState),
  /** Place of the newest customer message: what its workflow is told again with. */
  newestSeq: z.coerce.number(),
  /** Of the oldest customer message that nobody has answered. */
  waitingSince: z.date(),
  /** Its workflow was told of it. */
  accepted: z.boolean(),
});
export type StuckConversation = z.infer<typeof rowSchema>;

export interface StuckFilter {
  /** Milliseconds. */
  olderThanMs: number;
  limit: number;
}

/**
 * A tenant's conversations whose oldest unanswered message is older than that, the oldest first. Ids, states and
 * times: no words, names or numbers.
 */
export async function listStuck(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  filter: StuckFilter,
): Promise<StuckConversation[]> {
  const mine = Prisma.sql`c.tenant_id = ${ctx.tenantId}::uuid`;
  return deps.db.withTenant(ctx.tenantId, (tx) => select(tx, mine, filter));
}

/** The same over all tenants, for operators. */
export async function listStuckEverywhere(
  deps: Pick<Deps, 'db'>,
  filter: StuckFilter,
): Promise<StuckConversation[]> {
  return deps.db.withSystem((tx) => select(tx, Prisma.sql`true`, filter));
}

async function select(
  tx: Transaction,
  whose: Prisma.Sql,
  { olderThanMs, limit }: StuckFilter,
): Promise<StuckConversation[]> {
  const before = new Date(Date.now() - olderThanMs);
  const rows = await tx.$queryRaw`
    SELECT c.tenant_id AS "tenantId", c.id AS "conversationId", c.state, c.inbound_seq AS "newestSeq", m.created_at AS "waitingSince",
           m.accepted_at IS NOT NULL AS accepted
      FROM conversations c
      CROSS JOIN LATERAL (
        SELECT x.created_at, x.accepted_at FROM messages x
         WHERE x.tenant_id = c.tenant_id AND x.conversation_id = c.id AND x.author = 'customer' AND x.seq > c.answered_seq
         ORDER BY x.seq LIMIT 1) m
     WHERE ${whose} AND c.inbound_seq > c.answered_seq AND c.merged_into_id IS NULL AND m.created_at < ${before}
     ORDER BY m.created_at LIMIT ${limit}`;
  return z.array(rowSchema).parse(rows);
}
