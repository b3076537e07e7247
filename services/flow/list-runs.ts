import * as z from 'zod';
import type { Deps, TenantContext } from '../deps';
import { decodeCursor, encodeCursor, type Page } from '../page';
import { type RunStatus, demandFlow } from './flow-row';

export interface RunListItem {
  id: string;
  status: string;
  version: number;
  triggerKind: string;
  contact: { id: string; name: string | null } | null;
  conversationId: string | null;
  steps: number;
  failure: unknown;
  retryOfId: string | null;
  startedAt: Date;
  endedAt: Date | null;
}

export interface RunFilter {
  status: RunStatus | undefined;
  version: number | undefined;
  contactId: string | undefined;
  /** Runs of which somebody stands at this node now. */
  node: string | undefined;
  since: string | undefined;
  until: string | undefined;
  limit: number;
  cursor: string | undefined;
}

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** The last begun first. @throws NotFoundError */
export async function listRuns(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  flowId: string,
  filter: RunFilter,
): Promise<Page<RunListItem>> {
  const after = decodeCursor(cursorSchema, filter.cursor);
  const { status, version, contactId, node, since, until, limit } = filter;
  const rows = await deps.db.withTenant(tenantId, async (tx) => {
    await demandFlow(tx, tenantId, flowId);
    return tx.flowRun.findMany({
      where: {
        tenantId,
        flowId,
        ...(status !== undefined && { status }),
        ...(version !== undefined && { version: { number: version } }),
        ...(contactId !== undefined && { contactId }),
        ...(node !== undefined && { standing: { array_contains: [{ node }] } }),
        startedAt: { ...(since !== undefined && { gte: since }), ...(until !== undefined && { lt: until }) },
        ...(after !== undefined && {
          OR: [{ startedAt: { lt: after[0] } }, { startedAt: after[0], id: { lt: after[1] } }],
        }),
      },
      include: {
        version: { select: { number: true } },
        contact: { select: { id: true, name: true } },
      },
      omit: { payload: true, standing: true, outputs: true },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  });
  const items = rows.slice(0, limit).map((row) => ({ ...row, version: row.version.number }));
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor([last.startedAt.toISOString(), last.id]) : null };
}
