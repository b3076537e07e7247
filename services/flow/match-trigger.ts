import * as z from 'zod';
import { isEmpty, readPath, type FlowObject, type FlowValue } from '../../domain/flow/runtime/value';
import type { FlowEventKind } from './note-flow-event';

export interface EventFacts {
  payload: FlowObject;
  /** Null: the event is about nobody. */
  contact: FlowObject | null;
  /** Every tag the contact has now, the newest last. */
  tagIds: readonly string[];
}

/** Seconds for which it has to stay so before the run begins; 0: at once. */
export interface Match {
  afterSeconds: number;
}

const AT_ONCE: Match = { afterSeconds: 0 };

/**
 * Whether an event is one that a trigger waits for, by its settings (domain/flow/nodes/<kind>/node.ts). Published
 * settings were checked; those that cannot be read any more match nothing.
 */
export function triggerMatches(kind: FlowEventKind, settings: unknown, facts: EventFacts): Match | undefined {
  return MATCHERS[kind](settings, facts);
}

type Matcher = (settings: unknown, facts: EventFacts) => Match | undefined;

function matcher<S extends z.ZodType>(
  schema: S,
  matches: (settings: z.output<S>, facts: EventFacts) => Match | boolean,
): Matcher {
  return (settings, facts) => {
    const parsed = schema.safeParse(settings);
    if (!parsed.success) return undefined;
    const match = matches(parsed.data, facts);
    if (match === false) return undefined;
    return match === true ? AT_ONCE : match;
  };
}

const words = z.array(z.string());
const among = (list: readonly string[], value: FlowValue | undefined): boolean =>
  list.some((each) => each === value);

/** All are there, and this one came last: of two that were added together, one only completes them. */
function completes(tagId: FlowValue | undefined, wanted: readonly string[], has: readonly string[]): boolean {
  return wanted.every((id) => has.includes(id)) && has.findLast((id) => wanted.includes(id)) === tagId;
}

/** `nome`, `telefone` and the like, or one of the tenant's own. */
function known(contact: FlowObject | null, field: string): boolean {
  return !isEmpty(contact?.[field]) || !isEmpty(readPath(contact, ['campos', field]));
}

const MATCHERS: Record<FlowEventKind, Matcher> = {
  form_submitted: matcher(
    z.object({ formId: z.string() }),
    ({ formId }, { payload }) => payload['formId'] === formId,
  ),
  contact_created: matcher(
    z.object({ sources: words.default([]), requiredFields: words.default([]) }),
    ({ sources, requiredFields }, { payload, contact }) =>
      (sources.length === 0 || among(sources, payload['origem'])) &&
      requiredFields.every((field) => known(contact, field)),
  ),
  tag_added: matcher(
    z.object({
      tagIds: words,
      match: z.enum(['any', 'all']).default('any'),
      by: z.string().default('anyone'),
    }),
    (wanted, { payload, tagIds }) =>
      among(wanted.tagIds, payload['tagId']) &&
      (wanted.match === 'any' || completes(payload['tagId'], wanted.tagIds, tagIds)) &&
      (wanted.by === 'anyone' || wanted.by === payload['por']),
  ),
  conversation_state_changed: matcher(
    z.object({ from: words.default([]), to: words, idleSeconds: z.number().default(0) }),
    ({ from, to, idleSeconds }, { payload }) =>
      among(to, payload['para']) &&
      (from.length === 0 || among(from, payload['de'])) && { afterSeconds: idleSeconds },
  ),
};
