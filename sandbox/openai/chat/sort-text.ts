import type { ChatRequest } from './chat-request';

const LABEL = /^- ([\w-]+): (.+)$/;

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string) => fold(text).match(/[a-z0-9]{3,}/g) ?? [];

/** Which of the labels in the instructions (`- key: words`) a text speaks of: the one it shares most words with. */
export function pickLabel({ messages }: ChatRequest): { label: string; confidence: number } {
  const said = new Set(wordsOf(messages.findLast(({ role }) => role === 'user')?.text ?? ''));
  const labels = messages
    .filter(({ role }) => role === 'system')
    .flatMap(({ text }) => text.split('\n'))
    .flatMap((line) => {
      const [, key, words] = LABEL.exec(line) ?? [];
      return key === undefined || words === undefined
        ? []
        : [{ key, shared: wordsOf(words).filter((word) => said.has(word)).length }];
    })
    .sort((one, other) => other.shared - one.shared);
  const [best] = labels;
  if (best === undefined || best.shared === 0) return { label: 'nenhum', confidence: 0.2 };
  return { label: best.key, confidence: 0.9 };
}

/** What a text says of each field (`name: value` in it, or a number where one is wanted); what it does not say is null. */
export function pickFields({ messages }: ChatRequest, properties: Record<string, unknown>) {
  const text = messages.findLast(({ role }) => role === 'user')?.text ?? '';
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, fieldIn(text, name, JSON.stringify(schema))]),
  );
  return { fields, confidence: Object.values(fields).some((value) => value !== null) ? 0.9 : 0.2 };
}

function fieldIn(text: string, name: string, schema: string): string | number | null {
  const named = new RegExp(`${name}\\s*(?:é|:|=)?\\s*([^,.;\\n]+)`, 'i').exec(text)?.[1]?.trim();
  if (!schema.includes('"number"')) return named ?? null;
  const number = /\d+/.exec(named ?? text)?.[0];
  return number === undefined ? null : Number(number);
}
