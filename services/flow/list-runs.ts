import * as z from 'zod';
import type { Transaction } from '../../adapters/postgres/database';
import { withMerged } from '../contact/merged-into';
import type { Deps, TenantContext } from '../deps';
import { decodeCursor, encodeCursor, type Page } from '../page';
import { type RunStatus, demandFlow } from './flow-row';

export interface RunListItem {
  id: string;
  flow: { id: string; name: string };
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
  /** Who it is about; runs of those who were merged into them are theirs. */
  contactId: string | undefined;
  /** Runs of which somebody stands at this node now. */
  node: string | undefined;
  since: string | undefined;
  until: string | undefined;
  limit: number;
  cursor: string | undefined;
}

const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** Of one automation, the last begun first. @throws NotFoundError for one that is not this tenant's */
export async function listRuns(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  flowId: string,
  filter: RunFilter,
): Promise<Page<RunListItem>> {
  return readRuns(deps, ctx, { ...filter, flowId }, (tx) => demandFlow(tx, ctx.tenantId, flowId));
}

/** Of all the tenant's automations, the last begun first; one that is not this tenant's has none. */
export async function listAllRuns(
  deps: Pick<Deps, 'db'>,
  ctx: Pick<TenantContext, 'tenantId'>,
  filter: Omit<RunFilter, 'version' | 'node'> & { flowId: string | undefined },
): Promise<Page<RunListItem>> {
  // A number of a version, or a node, means nothing without its automation.
  return readRuns(deps, ctx, { ...filter, version: undefined, node: undefined });
}

async function readRuns(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  filter: RunFilter & { flowId: string | undefined },
  demand?: (tx: Transaction) => Promise<unknown>,
): Promise<Page<RunListItem>> {
  const after = decodeCursor(cursorSchema, filter.cursor);
  const { flowId, status, version, contactId, node, since, until, limit } = filter;
  const rows = await deps.db.withTenant(tenantId, async (tx) => {
    await demand?.(tx);
    const about = contactId === undefined ? undefined : await withMerged(tx, tenantId, contactId);
    return tx.flowRun.findMany({
      where: {
        tenantId,
        ...(flowId !== undefined && { flowId }),
        ...(status !== undefined && { status }),
        ...(version !== undefined && { version: { number: version } }),
        ...(about !== undefined && { contactId: { in: about } }),
        ...(node !== undefined && { standing: { array_contains: [{ node }] } }),
        startedAt: { ...(since !== undefined && { gte: since }), ...(until !== undefined && { lt: until }) },
        ...(after !== undefined && {
          // Says the same as the second half, in a form that an index can begin at.
          AND: { startedAt: { lte: after[0] } },
          OR: [{ startedAt: { lt: after[0] } }, { startedAt: after[0], id: { lt: after[1] } }],
        }),
      },
      include: {
        version: { select: { number: true } },
        flow: { select: { id: true, name: true } },
        contact: { select: { id: true, name: true } },
      },
      omit: { payload: true, standing: true, outputs: true, state: true, reply: true },
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: limit + 1,
    });
  });
  const items = rows.slice(0, limit).map((row) => ({ ...row, version: row.version.number }));
  const last = items.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items, nextCursor: more ? encodeCursor([last.startedAt.toISOString(), last.id]) : null };
}
