import { LRUCache } from 'lru-cache';
import { compilePublished } from '../../domain/flow/compile';
import { loadFlow } from '../../domain/flow/load';
import type { CompiledFlow } from '../../domain/flow/runtime/compiled';
import type { Deps } from '../deps';

/** Versions that one process remembers; each may be a megabyte as a document, and is far less compiled. */
const cache = new LRUCache<string, CompiledFlow>({ max: 500 });

/** A published version as it runs; undefined when it is gone. It never changes, so it is read once. */
export async function compiledVersion(
  deps: Pick<Deps, 'db'>,
  tenantId: string,
  versionId: string,
): Promise<CompiledFlow | undefined> {
  const key = `${tenantId}:${versionId}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const row = await deps.db.withTenant(tenantId, (tx) =>
    tx.flowVersion.findFirst({ where: { tenantId, id: versionId }, select: { document: true } }),
  );
  if (row === null) return undefined;
  const loaded = loadFlow(row.document);
  if (!loaded.ok)
    throw new Error(`version ${versionId} cannot be read: ${loaded.problems[0]?.message ?? ''}`);
  const compiled = compilePublished(loaded.document);
  cache.set(key, compiled);
  return compiled;
}
