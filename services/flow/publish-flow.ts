import { newId } from '../../config/new-id';
import { compileFlow, semanticHash } from '../../domain/flow/compile';
import { type FlowDiff, diffFlows } from '../../domain/flow/diff';
import { type FlowDocument, emptyFlow } from '../../domain/flow/document';
import type { Finding } from '../../domain/flow/finding';
import { FlowInvalidError } from '../../domain/flow/flow-invalid-error';
import { buildGraph } from '../../domain/flow/graph';
import type { Deps, TenantContext } from '../deps';
import { cancelRuns } from './cancel-runs';
import { loadCheckContext } from './check-context';
import { asJson, documentOf, lockFlowRow } from './flow-row';
import { moveRuns } from './move-runs';
import { countOpenRuns } from './open-runs';
import { triggersChanged } from './triggers-changed';
import { writeTriggers } from './write-triggers';

/** What becomes of runs under way: they end on their version, those parked where they can move do, or all are cancelled. */
export const RUNS_AT_PUBLISHING = ['keep', 'move', 'cancel'] as const;
export type RunsAtPublishing = (typeof RUNS_AT_PUBLISHING)[number];

export interface Published {
  version: number;
  versionId: string;
  /** False: nothing that runs has changed since this version. */
  created: boolean;
  /** Against the version before. */
  diff: FlowDiff;
  /** Runs that were under way. */
  runsInFlight: number;
  moved: number;
  cancelled: number;
  /** Warnings and hints. */
  findings: Finding[];
}

/**
 * Freezes the draft as a version, and begins runs by it from now on. Of a draft that does the same as the newest
 * version, that version is the answer.
 *
 * @throws FlowInvalidError with everything found
 * @throws ProviderUnavailableError when runs could not be told; published it is, and to be said again
 */
export async function publishFlow(
  deps: Pick<Deps, 'db' | 'live' | 'secrets' | 'workflows' | 'log' | 'env'>,
  ctx: TenantContext,
  id: string,
  options: { name: string; note: string; runs: RunsAtPublishing },
): Promise<Published> {
  const { tenantId, userId } = ctx;
  const { document, ...published } = await deps.db.withTenant(tenantId, async (tx) => {
    const flow = await lockFlowRow(tx, tenantId, id);
    const draft: FlowDocument = documentOf(flow.draft, flow.name);
    const context = await loadCheckContext(tx, tenantId, id, buildGraph(draft), deps.env);
    const { flow: compiled, findings } = compileFlow(draft, context);
    if (compiled === null) throw new FlowInvalidError(findings);
    const newest = await tx.flowVersion.findFirst({
      where: { tenantId, flowId: id },
      orderBy: { number: 'desc' },
    });
    const hash = semanticHash(draft);
    const same = newest?.hash === hash;
    const version = same
      ? newest
      : await tx.flowVersion.create({
          data: {
            id: newId(),
            tenantId,
            flowId: id,
            number: (newest?.number ?? 0) + 1,
            document: asJson(draft),
            hash,
            name: options.name,
            note: options.note,
            publishedById: userId,
          },
        });
    await writeTriggers(
      tx,
      deps.secrets,
      { tenantId, flowId: id, version: version.number },
      compiled.triggers,
    );
    await tx.flow.update({
      where: { id },
      data: { published: version.number, status: 'active', pausedBy: null },
    });
    const before = newest === null ? emptyFlow(flow.name) : documentOf(newest.document, flow.name);
    return {
      version: version.number,
      versionId: version.id,
      created: !same,
      diff: diffFlows(before, draft),
      runsInFlight: await countOpenRuns(tx, tenantId, id),
      findings,
      document: documentOf(version.document, flow.name),
    };
  });
  await triggersChanged(deps, ctx, id);
  const cancelled = options.runs === 'cancel' ? await cancelRuns(deps, ctx, id) : 0;
  const { moved } =
    options.runs === 'move'
      ? await moveRuns(deps, ctx, id, { id: published.versionId, document })
      : { moved: 0 };
  return { ...published, moved, cancelled };
}
