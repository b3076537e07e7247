import type { FlowOutcome } from '../../domain/flow/order';
import { type FlowObject, isFlowObject } from '../../domain/flow/runtime/value';
import type { Deps } from '../deps';
import type { RunFacts } from './run-types';

/** Keeps values that a run sets on its contact and its conversation. The same values again change nothing. */
export async function saveFields(
  deps: Pick<Deps, 'db'>,
  { tenantId, contactId, conversationId }: RunFacts,
  settings: FlowObject,
): Promise<FlowOutcome> {
  const contact: FlowObject = {};
  const conversation: FlowObject = {};
  for (const each of Array.isArray(settings.assignments) ? settings.assignments : []) {
    if (!isFlowObject(each) || typeof each.name !== 'string') continue;
    (each.scope === 'contact' ? contact : conversation)[each.name] = each.value ?? null;
  }
  const missing =
    Object.keys(contact).length > 0 && contactId === null
      ? 'no_contact'
      : Object.keys(conversation).length > 0 && conversationId === null
        ? 'no_conversation'
        : undefined;
  if (missing !== undefined)
    return { error: { type: missing, message: 'The run has nobody to keep it for' } };
  await deps.db.withTenant(tenantId, async (tx) => {
    if (contactId !== null && Object.keys(contact).length > 0) {
      await tx.$executeRaw`UPDATE contacts SET fields = fields || ${JSON.stringify(contact)}::jsonb, updated_at = now()
                            WHERE tenant_id = ${tenantId}::uuid AND id = ${contactId}::uuid`;
    }
    if (conversationId !== null && Object.keys(conversation).length > 0) {
      await tx.$executeRaw`UPDATE conversations SET variables = variables || ${JSON.stringify(conversation)}::jsonb
                            WHERE tenant_id = ${tenantId}::uuid AND id = ${conversationId}::uuid`;
    }
  });
  return { handle: 'out', output: null };
}
