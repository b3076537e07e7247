import { AppError } from '../../domain/errors';
import type { FlowOutcome } from '../../domain/flow/order';
import { type FlowObject, isFlowObject } from '../../domain/flow/runtime/value';
import { TAGS_FIELD, tagNames } from '../../domain/flow/runtime/tag-names';
import { addTagsByName } from '../contact/contact-tags';
import { setContactFields, setConversationVariables } from '../contact/contact-fields';
import type { Deps } from '../deps';
import type { RunFacts } from './run-types';

/**
 * Keeps values that a run sets on its contact and its conversation; a contact's `etiquetas` are tags, and are added. The
 * same values again change nothing.
 */
export async function saveFields(
  deps: Pick<Deps, 'db' | 'workflows' | 'log'>,
  { tenantId, runId, contactId, conversationId }: RunFacts,
  settings: FlowObject,
): Promise<FlowOutcome> {
  const contact: FlowObject = {};
  const conversation: FlowObject = {};
  let tags: string[] = [];
  for (const each of Array.isArray(settings.assignments) ? settings.assignments : []) {
    if (!isFlowObject(each) || typeof each.name !== 'string') continue;
    if (each.scope === 'contact' && each.name === TAGS_FIELD) {
      tags = tagNames([...tags, ...tagNames(each.value ?? null)]);
      continue;
    }
    (each.scope === 'contact' ? contact : conversation)[each.name] = each.value ?? null;
  }
  const missing =
    Object.keys(contact).length + tags.length > 0 && contactId === null
      ? 'no_contact'
      : Object.keys(conversation).length > 0 && conversationId === null
        ? 'no_conversation'
        : undefined;
  if (missing !== undefined)
    return { error: { type: missing, message: 'The run has nobody to keep it for' } };
  try {
    if (contactId !== null && Object.keys(contact).length > 0) {
      await setContactFields(deps, { tenantId }, { contactId, set: contact });
    }
    if (contactId !== null) {
      await addTagsByName(deps, { tenantId }, { contactId, names: tags, by: { type: 'run', runId } });
    }
    if (conversationId !== null && Object.keys(conversation).length > 0) {
      await setConversationVariables(deps, { tenantId }, { conversationId, set: conversation });
    }
  } catch (error) {
    // Too many fields, or one whose owner is gone: the node's failure, and not the engine's.
    if (!(error instanceof AppError)) throw error;
    return { error: { type: error.code, message: error.message } };
  }
  return { handle: 'out', output: null };
}
