import type { ChatRequest } from './chat-request';
import { describeImages } from './describe-images';
import { fillSchema } from './fill-schema';
import { soundsUrgent } from './intent';
import { reply } from './reply';
import { pickFields, pickLabel } from './sort-text';
import { asksForSummary, summarise } from './summarise';

const CALLING_SOMEBODY = 'Vou chamar uma pessoa da equipe para falar com você.';

/** The text the model answers with: a JSON text where the request asks for one. */
export function complete(request: ChatRequest): string {
  const { messages, response_format: format } = request;
  if (format?.type === 'json_schema') {
    const { name, schema } = format.json_schema;
    // The product's own contract is always a reply, whatever its instructions mention.
    if (name === 'reply')
      return JSON.stringify(fillSchema(schema, { ...reply(messages), urgent: isUrgent(messages) }, ''));
    if (name === 'label') return JSON.stringify(pickLabel(request));
    if (name === 'fields') return JSON.stringify(pickFields(request, propertiesOf(schema)));
    return JSON.stringify(fillSchema(schema, {}, plainText(messages)));
  }
  if (format?.type === 'json_object') return JSON.stringify(reply(messages));
  return plainText(messages);
}

function plainText(messages: ChatRequest['messages']): string {
  const described = describeImages(messages);
  if (described !== undefined) return described;
  if (asksForSummary(messages)) return summarise(messages);
  const { intent, answer } = reply(messages);
  return intent === 'person' ? CALLING_SOMEBODY : answer;
}

function isUrgent(messages: ChatRequest['messages']): boolean {
  return soundsUrgent(messages.findLast(({ role }) => role === 'user')?.text ?? '');
}

/** Of the object `fields` in a schema. */
function propertiesOf(schema: Record<string, unknown>): Record<string, unknown> {
  const inside = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  const found = inside(inside(inside(schema, 'properties'), 'fields'), 'properties');
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
}
