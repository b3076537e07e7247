import { NotFoundError } from '../../domain/errors';
import { type FlowDiff, diffFlows } from '../../domain/flow/diff';
import type { FlowDocument } from '../../domain/flow/document';
import type { Deps, TenantContext } from '../deps';
import { OPEN_RUNS, demandFlow, demandVersion, documentOf } from './flow-row';

export interface VersionView {
  number: number;
  name: string;
  note: string;
  hash: string;
  publishedBy: { id: string; name: string } | null;
  createdAt: Date;
  /** It begins runs now. */
  live: boolean;
  runs: { open: number; all: number };
}

/** The newest first, at most the last hundred. @throws NotFoundError */
export async function listVersions(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  id: string,
): Promise<VersionView[]> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const flow = await demandFlow(tx, tenantId, id);
    const versions = await tx.flowVersion.findMany({
      where: { tenantId, flowId: id },
      omit: { document: true },
      orderBy: { number: 'desc' },
      take: 100,
    });
    const ids = versions.map(({ id: versionId }) => versionId);
    const counts = await tx.flowRun.groupBy({
      by: ['versionId', 'status'],
      where: { tenantId, flowId: id, versionId: { in: ids } },
      _count: { _all: true },
    });
    const people = await tx.user.findMany({
      where: { id: { in: versions.flatMap(({ publishedById }) => publishedById ?? []) } },
      select: { id: true, name: true },
    });
    return versions.map((version) => {
      const own = counts.filter(({ versionId }) => versionId === version.id);
      const sum = (rows: typeof own) => rows.reduce((all, { _count }) => all + _count._all, 0);
      return {
        number: version.number,
        name: version.name,
        note: version.note,
        hash: version.hash,
        publishedBy: people.find((user) => user.id === version.publishedById) ?? null,
        createdAt: version.createdAt,
        live: flow.status === 'active' && flow.published === version.number,
        runs: {
          open: sum(own.filter(({ status }) => OPEN_RUNS.some((open) => open === status))),
          all: sum(own),
        },
      };
    });
  });
}

/** @throws NotFoundError */
export async function getVersion(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  id: string,
  number: number,
): Promise<{
  number: number;
  name: string;
  note: string;
  hash: string;
  createdAt: Date;
  document: FlowDocument;
}> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const flow = await demandFlow(tx, tenantId, id);
    const { document, name, note, hash, createdAt } = await demandVersion(tx, flow, number);
    return { number, name, note, hash, createdAt, document: documentOf(document, flow.name) };
  });
}

/** Between two versions, or a version and the draft; `from` left out is the published one. @throws NotFoundError */
export async function diffVersions(
  deps: Pick<Deps, 'db'>,
  { tenantId }: Pick<TenantContext, 'tenantId'>,
  id: string,
  between: { from?: number | 'draft' | undefined; to: number | 'draft' },
): Promise<FlowDiff> {
  return deps.db.withTenant(tenantId, async (tx) => {
    const flow = await demandFlow(tx, tenantId, id);
    const read = async (which: number | 'draft') =>
      documentOf(which === 'draft' ? flow.draft : (await demandVersion(tx, flow, which)).document, flow.name);
    const from = between.from ?? flow.published;
    if (from === null) throw new NotFoundError('Version');
    return diffFlows(await read(from), await read(between.to));
  });
}
