import type { Transaction } from '../../adapters/postgres/database';
import type { Deps, TenantContext } from '../deps';
import { OPEN_RUNS } from './flow-row';

/** Runs read at once, and told at once. */
const PAGE = 500;
const AT_ONCE = 20;

export interface OpenRun {
  id: string;
  versionId: string;
  status: string;
  standing: unknown;
}

/** How many runs of a flow are not over. */
export function countOpenRuns(tx: Transaction, tenantId: string, flowId: string): Promise<number> {
  return tx.flowRun.count({ where: { tenantId, flowId, status: { in: OPEN_RUNS } } });
}

/** Does something to each run that is not over, some at a time. */
export async function eachOpenRun(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  flowId: string,
  work: (run: OpenRun) => Promise<void>,
): Promise<void> {
  let after: string | undefined;
  for (;;) {
    const last = after;
    const page = await deps.db.withTenant(tenantId, (tx) =>
      tx.flowRun.findMany({
        where: {
          tenantId,
          flowId,
          status: { in: OPEN_RUNS },
          ...(last !== undefined && { id: { gt: last } }),
        },
        select: { id: true, versionId: true, status: true, standing: true },
        orderBy: { id: 'asc' },
        take: PAGE,
      }),
    );
    for (let index = 0; index < page.length; index += AT_ONCE) {
      await Promise.all(page.slice(index, index + AT_ONCE).map(work));
    }
    after = page.at(-1)?.id;
    if (page.length < PAGE) return;
  }
}
