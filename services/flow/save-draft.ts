import type { Transaction } from '../../adapters/postgres/database';
import { ConflictError, ErrorCode, ValidationError } from '../../domain/errors';
import { completeFlow, storable } from '../../domain/flow/complete';
import type { FlowDocument } from '../../domain/flow/document';
import type { Finding } from '../../domain/flow/finding';
import { loadFlow } from '../../domain/flow/load';
import type { Flow } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import { findingsOf } from './check-context';
import { withOwnNumbers } from './own-numbers';
import { asJson, documentOf, lockFlowRow } from './flow-row';

export interface FlowChange {
  name?: string | undefined;
  description?: string | undefined;
  /** Anything of the right outline; what is left out of it is filled in. */
  draft?: unknown;
  /** Of the draft it was made from; needed with a draft. */
  revision?: number | undefined;
}

/**
 * Saves a draft, half done as it may be, or a new name. Two people who save from the same revision: the second one is
 * refused and told whose draft stands.
 *
 * @throws ConflictError draft_changed, with the revision that stands
 * @throws ValidationError for what is no drawing at all
 */
export async function saveDraft(
  deps: Pick<Deps, 'db' | 'live' | 'env'>,
  ctx: TenantContext,
  id: string,
  change: FlowChange,
): Promise<{ flow: Flow; findings: Finding[] }> {
  const { tenantId, userId } = ctx;
  const saved = await deps.db.withTenant(tenantId, async (tx) => {
    const flow = await lockFlowRow(tx, tenantId, id);
    const name = change.name ?? flow.name;
    const description = change.description ?? flow.description;
    if (change.draft === undefined) {
      const document = { ...documentOf(flow.draft, name), name, description };
      const renamed = await tx.flow.update({
        where: { id },
        data: { name, description, draft: asJson(document) },
      });
      return { flow: renamed, findings: await findingsOf(tx, tenantId, id, document, deps.env) };
    }
    if (change.revision !== flow.revision) throw await draftChanged(tx, flow);
    const document = await withOwnNumbers(tx, tenantId, readDraft(change.draft, name));
    const kept = { ...document, description: change.description ?? document.description ?? description };
    const data = {
      name,
      description: kept.description,
      draft: asJson(kept),
      revision: flow.revision + 1,
      savedById: userId,
    };
    return {
      flow: await tx.flow.update({ where: { id }, data }),
      findings: await findingsOf(tx, tenantId, id, kept, deps.env),
    };
  });
  deps.live.publish(tenantId, { type: 'flow', flowId: id });
  return saved;
}

/** @throws ValidationError naming what cannot be read */
export function readDraft(input: unknown, name: string): FlowDocument {
  const loaded = loadFlow(storable(completeFlow(input, name)));
  if (loaded.ok) return loaded.document;
  throw new ValidationError(ErrorCode.validation_failed, 'Not a drawing', {
    details: {
      fields: loaded.problems.map(({ path, message }) => ({
        path: path === '' ? 'draft' : `draft.${path}`,
        message,
      })),
    },
  });
}

async function draftChanged(tx: Transaction, flow: Flow): Promise<ConflictError> {
  const user =
    flow.savedById === null
      ? null
      : await tx.user.findFirst({ where: { id: flow.savedById }, select: { id: true, name: true } });
  return new ConflictError(ErrorCode.draft_changed, 'Saved from an older revision', {
    details: { current: { revision: flow.revision, savedBy: user, savedAt: flow.updatedAt.toISOString() } },
  });
}
