import { z } from 'zod';
import { couldNotCreate } from '../chatwoot-error';
import type { ChatwootHandler } from '../chatwoot-route';
import { guardUser } from '../guards';
import { readBody } from '../read-body';
import type { Contact } from '../state/rows';
import { page } from './contacts';

const conditionSchema = z.object({
  attribute_key: z.string(),
  filter_operator: z.enum(['equal_to', 'not_equal_to', 'contains', 'does_not_contain']),
  values: z.array(z.union([z.string(), z.number()]).transform(String)),
  query_operator: z
    .string()
    .nullish()
    .transform((word) => word?.toUpperCase() ?? 'AND'),
});
const schema = z.object({ payload: z.array(conditionSchema).min(1) });

type Condition = z.infer<typeof conditionSchema>;

/** Conditions are joined from left to right, each by the word of the one before it. */
export const filterContacts: ChatwootHandler = (call) => {
  guardUser(call.caller);
  const { payload } = readBody(schema, call.req.body);
  const matches = (contact: Contact): boolean =>
    payload.reduce<boolean>((sofar, condition, index) => {
      const isMet = meets(contact, condition);
      if (index === 0) return isMet;
      return payload[index - 1]?.query_operator === 'OR' ? sofar || isMet : sofar && isMet;
    }, true);
  return page(call, call.world.state.chatwoot.contacts.all().filter(matches));
};

function meets(
  contact: Contact,
  { attribute_key: key, filter_operator: operator, values }: Condition,
): boolean {
  const value = (valueOf(contact, key) ?? '').toLowerCase();
  const wanted = values.map((text) => written(key, text).toLowerCase());
  if (operator === 'equal_to') return wanted.includes(value);
  if (operator === 'not_equal_to') return !wanted.includes(value);
  const isContained = wanted.some((text) => value.includes(text));
  return operator === 'contains' ? isContained : !isContained;
}

/** A number may come without its plus. */
function written(key: string, value: string): string {
  return key === 'phone_number' ? `+${value.replace('+', '')}` : value;
}

function valueOf(contact: Contact, key: string): string | null {
  if (key === 'name') return contact.name;
  if (key === 'email') return contact.email;
  if (key === 'phone_number') return contact.phone;
  if (key === 'identifier') return contact.identifier;
  throw couldNotCreate(
    `Invalid attribute key - [${key}]. The key should be one of [name,email,phone_number,identifier].`,
  );
}
