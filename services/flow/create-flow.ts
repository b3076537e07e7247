import { newId } from '../../config/new-id';
import { ErrorCode, NotFoundError, ValidationError } from '../../domain/errors';
import { type FlowDocument, emptyFlow } from '../../domain/flow/document';
import { findTemplate } from '../../domain/flow/templates';
import type { Deps, TenantContext } from '../deps';
import { asJson } from './flow-row';
import { onOwnNumbers } from './own-numbers';

type FlowDeps = Pick<Deps, 'db' | 'live'>;

/** The most automations of one tenant: a stop for scripts that run away. */
const MOST_FLOWS = 1_000;

/**
 * A new draft: empty, or as a template has it, beginning on the tenant's numbers.
 *
 * @throws NotFoundError for a template that is not there
 */
export async function createFlow(
  deps: FlowDeps,
  ctx: TenantContext,
  input: { name: string; description: string; templateId?: string | undefined },
): Promise<{ id: string; revision: number }> {
  if (input.templateId === undefined) {
    return saveNewFlow(deps, ctx, { ...emptyFlow(input.name), description: input.description });
  }
  const template = findTemplate(input.templateId);
  if (!template) throw new NotFoundError('Template');
  const document = await onOwnNumbers(deps, ctx, template.document);
  const description = input.description === '' ? template.description : input.description;
  return saveNewFlow(deps, ctx, { ...document, name: input.name, description });
}

/** @throws ValidationError when there are too many */
export async function saveNewFlow(
  deps: FlowDeps,
  { tenantId, userId }: Pick<TenantContext, 'tenantId' | 'userId'>,
  document: FlowDocument,
): Promise<{ id: string; revision: number }> {
  const id = newId();
  const { name, description = '' } = document;
  await deps.db.withTenant(tenantId, async (tx) => {
    if ((await tx.flow.count({ where: { tenantId } })) >= MOST_FLOWS) {
      throw new ValidationError(ErrorCode.validation_failed, `More than ${MOST_FLOWS} automations`);
    }
    await tx.flow.create({
      data: { id, tenantId, name, description, draft: asJson(document), savedById: userId },
    });
  });
  deps.live.publish(tenantId, { type: 'flow', flowId: id });
  return { id, revision: 1 };
}
