/** What the team reads of a conversation that was handed over (characters). */
export const SUMMARY_MAX_CHARACTERS = 600;

interface Line {
  author: 'customer' | 'ai' | 'human' | 'system';
  text: string;
}

type Locale = 'pt-BR' | 'en' | 'es';

const WORDS: Record<Locale, { customer: string; answer: string; nothing: string }> = {
  'pt-BR': {
    customer: 'O cliente escreveu',
    answer: 'A última resposta foi',
    nothing: 'O cliente ainda não escreveu nada em texto.',
  },
  en: {
    customer: 'The customer wrote',
    answer: 'The last answer was',
    nothing: 'The customer has not written any text yet.',
  },
  es: {
    customer: 'El cliente escribió',
    answer: 'La última respuesta fue',
    nothing: 'El cliente todavía no escribió ningún texto.',
  },
};

const QUOTED_LINES = 3;
const ANSWER_CHARACTERS = 180;

/** The plain extract that stands in for a summary that no model wrote: the customer's last words, and our last. */
export function extractSummary(timeline: Line[], locale: string): string {
  const words = WORDS[localeOf(locale)];
  const said = timeline
    .map((line) => ({ ...line, text: oneLine(line.text) }))
    .filter(({ text }) => text !== '');
  const customer = said.filter(({ author }) => author === 'customer').slice(-QUOTED_LINES);
  const answer = said.findLast(({ author }) => author === 'ai' || author === 'human');
  const answered =
    answer === undefined ? '' : `${words.answer}: “${shortened(answer.text, ANSWER_CHARACTERS)}”`;
  if (customer.length === 0) return answered === '' ? words.nothing : `${words.nothing} ${answered}`;
  const room = SUMMARY_MAX_CHARACTERS - answered.length - words.customer.length - 6;
  const quoted = `${words.customer}: “${shortened(customer.map(({ text }) => text).join(' / '), room)}”`;
  return answered === '' ? quoted : `${quoted} ${answered}`;
}

/** What a model wrote, as it is kept: one paragraph, cut at a word. */
export function keptSummary(text: string): string {
  return shortened(oneLine(text), SUMMARY_MAX_CHARACTERS);
}

export function localeOf(locale: string): Locale {
  if (locale.startsWith('en')) return 'en';
  return locale.startsWith('es') ? 'es' : 'pt-BR';
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function shortened(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > max / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
