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
  const told = tellTranscript(last?.text ?? '');
  if (told !== undefined) return told;
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

const CUSTOMER_LINES = 3;
const ANSWER_CHARACTERS = 160;

/** A request that holds a transcript, one line a message: what was asked, what was said to it, what is open. */
function tellTranscript(text: string): string | undefined {
  const lines = [...text.matchAll(/^(Cliente|Assistente|Equipe): (.+)$/gmu)].map(([, who, words]) => ({
    isCustomer: who === 'Cliente',
    words: (words ?? '').trim(),
  }));
  const asked = lines.filter(({ isCustomer }) => isCustomer).slice(-CUSTOMER_LINES);
  const open = asked.pop();
  if (open === undefined) return undefined;
  const answer = lines.findLast(({ isCustomer }) => !isCustomer);
  return [
    ...(asked.length === 0
      ? []
      : [`O cliente escreveu: “${asked.map(({ words }) => words).join('” e “')}”.`]),
    ...(answer === undefined ? [] : [`Foi respondido: “${cut(answer.words)}”.`]),
    `Em aberto: “${open.words}”.`,
  ].join(' ');
}

function cut(text: string): string {
  if (text.length <= ANSWER_CHARACTERS) return text;
  return `${text.slice(0, text.lastIndexOf(' ', ANSWER_CHARACTERS))}…`;
}

function afterFirstLine(text: string): string {
  const rest = text.split('\n').slice(1).join('\n').trim();
  return rest === '' ? text : rest;
}
