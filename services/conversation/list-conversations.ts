import * as z from 'zod';
import { Prisma } from '../../prisma/generated/client';
import { ConversationState } from '../../domain/conversation/state';
import type { Deps, TenantContext } from '../deps';
import { decodeCursor, encodeCursor, type Page } from '../page';

const rowSchema = z.object({
  id: z.string(),
  kind: z.enum(['person', 'group']),
  merged_into_id: z.string().nullable(),
  state: z.enum(ConversationState),
  state_since: z.date(),
  human_deadline: z.date().nullable(),
  handoff_reason: z.string().nullable(),
  state_reason: z.string().nullable(),
  resolved_at: z.date().nullable(),
  unread: z.number(),
  last_message_at: z.date(),
  /** Customer messages nobody has answered yet. */
  unanswered: z.boolean(),
  contact: z.object({ id: z.string(), name: z.string().nullable(), phone: z.string().nullable() }),
  channel: z.object({ id: z.string(), name: z.string() }),
  assigned_user: z.object({ id: z.string(), name: z.string() }).nullable(),
  last_message: z
    .object({
      id: z.string(),
      author: z.string(),
      kind: z.string(),
      text: z.string(),
      status: z.string(),
      createdAt: z.coerce.date(),
    })
    .nullable(),
});
export type ConversationRow = z.infer<typeof rowSchema>;

const cursorSchema = z.tuple([z.coerce.date(), z.uuid()]);

export interface ConversationFilter {
  state: ConversationState | undefined;
  resolved: boolean | undefined;
  /** Words in names, phones, messages, and what was said in recordings. */
  q: string | undefined;
  limit: number;
  cursor: string | undefined;
}

/** A tenant's conversations, the one with the newest message first. */
export async function listConversations(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  filter: ConversationFilter,
): Promise<Page<ConversationRow>> {
  const after = decodeCursor(cursorSchema, filter.cursor);
  const conditions = [
    Prisma.sql`c.tenant_id = ${ctx.tenantId}::uuid AND c.merged_into_id IS NULL`,
    ...(filter.state === undefined ? [] : [Prisma.sql`c.state = ${filter.state}`]),
    ...(filter.resolved === undefined
      ? []
      : [filter.resolved ? Prisma.sql`c.resolved_at IS NOT NULL` : Prisma.sql`c.resolved_at IS NULL`]),
    ...(filter.q === undefined ? [] : [matches(filter.q)]),
    ...(after === undefined
      ? []
      : [Prisma.sql`(c.last_message_at, c.id) < (${after[0]}, ${after[1]}::uuid)`]),
  ];
  const rows = await selectConversations(deps, ctx, Prisma.join(conditions, ' AND '), filter.limit + 1);
  const items = rows.slice(0, filter.limit);
  const last = items.at(-1);
  const more = rows.length > filter.limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor([last.last_message_at.toISOString(), last.id]) : null };
}

/** One conversation in the same shape; undefined when it is not this tenant's. */
export async function findConversation(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  id: string,
): Promise<ConversationRow | undefined> {
  const condition = Prisma.sql`c.tenant_id = ${ctx.tenantId}::uuid AND c.id = ${id}::uuid`;
  const [row] = await selectConversations(deps, ctx, condition, 1);
  return row;
}

async function selectConversations(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  condition: Prisma.Sql,
  limit: number,
): Promise<ConversationRow[]> {
  const rows = await deps.db.withTenant(
    ctx.tenantId,
    (tx) => tx.$queryRaw`
      SELECT c.id, c.kind, c.merged_into_id, c.state, c.state_since, c.human_deadline, c.handoff_reason, c.state_reason, c.resolved_at, c.unread, c.last_message_at,
             c.inbound_seq > c.answered_seq AS unanswered,
             jsonb_build_object('id', k.id, 'name', k.name, 'phone',
               (SELECT i.value FROM contact_identities i WHERE i.tenant_id = c.tenant_id AND i.contact_id = k.id
                   AND i.kind = 'phone' ORDER BY i.created_at, i.id LIMIT 1)) AS contact,
             jsonb_build_object('id', h.id, 'name', h.name) AS channel,
             CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS assigned_user,
             to_jsonb(m) AS last_message
        FROM conversations c
        JOIN contacts k ON k.id = c.contact_id
        JOIN channels h ON h.id = c.channel_id
        LEFT JOIN users u ON u.id = c.assigned_user_id
        LEFT JOIN LATERAL (
          SELECT x.id, x.author, x.kind, left(x.text, 200) AS text, x.status, x.created_at AS "createdAt"
            FROM messages x
           WHERE x.tenant_id = c.tenant_id AND x.conversation_id = c.id AND x.kind <> 'event'
           ORDER BY x.seq DESC LIMIT 1) m ON true
       WHERE ${condition}
       ORDER BY c.last_message_at DESC, c.id DESC
       LIMIT ${limit}`,
  );
  return z.array(rowSchema).parse(rows);
}

function matches(words: string): Prisma.Sql {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const digits = words.replace(/\D/g, '');
  const byPhone =
    digits.length < 4
      ? Prisma.sql`false`
      : Prisma.sql`EXISTS (SELECT FROM contact_identities i WHERE i.tenant_id = c.tenant_id AND i.contact_id = k.id
                              AND i.kind = 'phone' AND i.value LIKE ${`%${digits}%`})`;
  return Prisma.sql`(unaccent(k.name) ILIKE unaccent(${like}) OR ${byPhone}
    OR EXISTS (SELECT FROM messages x WHERE x.tenant_id = c.tenant_id AND x.conversation_id = c.id
                  AND x.kind <> 'event' AND unaccent(x.text) ILIKE unaccent(${like}))
    OR EXISTS (SELECT FROM media f WHERE f.tenant_id = c.tenant_id AND f.conversation_id = c.id
                  AND unaccent(f.words) ILIKE unaccent(${like})))`;
}
