import { contentStems, normalise } from '../portuguese/words';
import type { ChatMessage } from './chat-request';
import { splitSentences } from './sentences';

const MAX_SENTENCES = 3;

export function asksForSummary(messages: ChatMessage[]): boolean {
  const last = messages.at(-1);
  const instructions = messages.filter(({ role }) => role === 'system' || role === 'developer');
  return [last, ...instructions].some(
    (message) => message !== undefined && /\b(resum|summar)/.test(normalise(message.text).slice(0, 600)),
  );
}

/** The two or three fullest sentences of a conversation, in their order. */
export function summarise(messages: ChatMessage[]): string {
  const spoken = messages.filter(({ role }) => role === 'user' || role === 'assistant');
  const last = spoken.at(-1);
  const isRequest = last !== undefined && /\b(resum|summar)/.test(normalise(last.text).slice(0, 200));
  const rest = isRequest ? spoken.slice(0, -1) : spoken;
  // The whole conversation may stand in the request itself, below its first line.
  const source = rest.length > 0 ? rest.map(({ text }) => text) : [afterFirstLine(last?.text ?? '')];
  const sentences = source.flatMap(splitSentences);
  const fullest = [...sentences]
    .sort((a, b) => new Set(contentStems(b)).size - new Set(contentStems(a)).size)
    .slice(0, MAX_SENTENCES);
  return sentences
    .filter((sentence) => fullest.includes(sentence))
    .slice(0, MAX_SENTENCES)
    .join(' ');
}

function afterFirstLine(text: string): string {
  const rest = text.split('\n').slice(1).join('\n').trim();
  return rest === '' ? text : rest;
}
