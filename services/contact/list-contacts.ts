import * as z from 'zod';
import { Prisma } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import { decodeCursor, encodeCursor, type Page } from '../page';

const rowSchema = z.object({ id: z.string(), name: z.string().nullable(), phone: z.string().nullable() });
export type ContactRow = z.infer<typeof rowSchema>;

const cursorSchema = z.tuple([z.uuid()]);
/** Fewer digits are found in any number. */
const MIN_DIGITS = 3;

/** A tenant's people, the newest first; neither groups nor who was merged into another. */
export async function listContacts(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  filter: { q: string | undefined; limit: number; cursor: string | undefined },
): Promise<Page<ContactRow>> {
  const after = decodeCursor(cursorSchema, filter.cursor);
  const rows = await deps.db.withTenant(
    ctx.tenantId,
    (tx) => tx.$queryRaw`
      SELECT k.id, k.name,
             (SELECT i.value FROM contact_identities i WHERE i.tenant_id = k.tenant_id AND i.contact_id = k.id
                 AND i.kind = 'phone' ORDER BY i.created_at, i.id LIMIT 1) AS phone
        FROM contacts k
       WHERE k.tenant_id = ${ctx.tenantId}::uuid AND k.merged_into_id IS NULL
         AND NOT EXISTS (SELECT FROM contact_identities g WHERE g.tenant_id = k.tenant_id AND g.contact_id = k.id AND g.kind = 'group')
         ${filter.q === undefined ? Prisma.empty : Prisma.sql`AND ${matches(filter.q)}`}
         ${after === undefined ? Prisma.empty : Prisma.sql`AND k.id < ${after[0]}::uuid`}
       ORDER BY k.id DESC LIMIT ${filter.limit + 1}`,
  );
  const found = z.array(rowSchema).parse(rows);
  const items = found.slice(0, filter.limit);
  const last = items.at(-1);
  const more = found.length > filter.limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor([last.id]) : null };
}

function matches(words: string): Prisma.Sql {
  const like = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
  const digits = words.replace(/\D/g, '');
  const byNumber =
    digits.length < MIN_DIGITS
      ? Prisma.sql`false`
      : Prisma.sql`EXISTS (SELECT FROM contact_identities i WHERE i.tenant_id = k.tenant_id AND i.contact_id = k.id
                              AND i.value LIKE ${`%${digits}%`})`;
  return Prisma.sql`(unaccent(k.name) ILIKE unaccent(${like}) OR ${byNumber})`;
}
