import { normalizePhone } from '../contact/phone';
import type { ANSWER_TYPES } from './nodes/ask/node';
import type { FlowTools } from './runtime/tools';
import { type FlowObject, type FlowValue, asNumber } from './runtime/value';
import { localParts } from './runtime/zone';

/** Settings of an `ask` node, its templates filled in. */
export interface AskSettings {
  question: string;
  answer: (typeof ANSWER_TYPES)[number];
  choices: readonly string[];
  rule: { least?: number | undefined; most?: number | undefined; pattern?: string | undefined };
  attempts: number;
  retryText: string;
  cancelWords: readonly string[];
}

/** What a customer said, the messages of one breath together. */
export interface Said {
  text: string;
  /** A file: `texto` is what it says (transcript, description, caption). */
  media?: FlowObject | undefined;
}

export type AnswerRead = { ok: true; value: FlowValue; text: string } | { ok: false };

/** How an `ask` node goes on after an answer. `asked` counts from 1: the question itself. */
export type AskOutcome =
  | { handle: 'ok' | 'invalid' | 'cancelled'; output: FlowObject }
  /** Say this and listen once more. */
  | { again: string };

/** @param now Unix ms and the tenant's zone: what "amanhã" means */
export function answerAsk(
  settings: AskSettings,
  asked: number,
  said: Said,
  now: { at: number; zone: string },
  tools: Pick<FlowTools, 'matches'>,
): AskOutcome {
  const text = said.text.trim();
  const folded = fold(text);
  if (folded !== '' && settings.cancelWords.some((word) => fold(word) === folded)) {
    return { handle: 'cancelled', output: { resposta: null, texto: text } };
  }
  const read = readAnswer(settings, said, now, tools);
  if (read.ok) return { handle: 'ok', output: { resposta: read.value, texto: read.text } };
  if (asked >= settings.attempts) return { handle: 'invalid', output: { resposta: null, texto: text } };
  return { again: settings.retryText === '' ? retryWords(settings) : settings.retryText };
}

/** What an answer is worth, as its node wants it; a date is `yyyy-MM-dd`, a telephone its digits with 55. Never throws. */
export function readAnswer(
  settings: Pick<AskSettings, 'answer' | 'choices' | 'rule'>,
  said: Said,
  now: { at: number; zone: string },
  tools: Pick<FlowTools, 'matches'>,
): AnswerRead {
  const { answer, choices, rule } = settings;
  if (answer === 'file') return said.media ? good(said.media, said.text.trim()) : BAD;
  const words = said.text.trim() === '' ? said.media?.texto : said.text;
  const text = typeof words === 'string' ? words.trim() : '';
  if (text === '') return BAD;
  if (rule.pattern !== undefined) {
    const matched = tools.matches(rule.pattern, text);
    if (!matched.ok || !matched.value) return BAD;
  }
  switch (answer) {
    case 'text':
      return within(text.length, rule) ? good(text, text) : BAD;
    case 'number': {
      const number = asNumber(text);
      return number !== undefined && within(number, rule) ? good(number, text) : BAD;
    }
    case 'email':
      return kept(EMAIL.exec(text)?.[0].toLowerCase(), text);
    case 'url':
      return kept(readUrl(text), text);
    case 'cpf':
      return kept(readDocument(text, CPF), text);
    case 'cnpj':
      return kept(readDocument(text, CNPJ), text);
    case 'phone':
      return kept(readPhone(text), text);
    case 'date':
      return kept(readDate(text, now), text);
    case 'choice':
      return kept(readChoice(choices, text), text);
    case 'address':
      // A street and a number, or a postal code: fewer letters find nobody.
      return text.length >= 8 && /\d/.test(text) ? good(text, text) : BAD;
  }
}

/** Which of several options was meant: its place, its name, or the only one that begins so; -1 for none. */
export function pickOption(titles: readonly string[], said: string): number {
  const wanted = fold(said);
  if (wanted === '') return -1;
  const exact = titles.findIndex((title) => fold(title) === wanted);
  if (exact >= 0) return exact;
  const place = /^(?:op[cç][aã]o|n[uú]mero)?\s*(\d{1,2})\s*[.)ºª-]?$/.exec(wanted)?.[1];
  if (place !== undefined) {
    const index = Number(place) - 1;
    return index < titles.length ? index : -1;
  }
  const near = titles.flatMap((title, index) =>
    wanted.length >= 2 && (fold(title).startsWith(wanted) || holdsWords(wanted, fold(title))) ? [index] : [],
  );
  return near.length === 1 ? (near[0] ?? -1) : -1;
}

const BAD: AnswerRead = { ok: false };
const good = (value: FlowValue, text: string): AnswerRead => ({ ok: true, value, text });
const kept = (value: string | undefined, text: string): AnswerRead =>
  value === undefined ? BAD : good(value, text);

const within = (value: number, { least, most }: AskSettings['rule']) =>
  (least === undefined || value >= least) && (most === undefined || value <= most);

/** Letters of either case, with and without accents, are the same. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}

function holdsWords(said: string, title: string): boolean {
  return title.length >= 3 && ` ${said.replace(/[^\p{L}\p{N}]+/gu, ' ')} `.includes(` ${title} `);
}

const EMAIL = /[a-z0-9._%+-]{1,64}@(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?![a-z0-9.-]*@)/i;

function readUrl(text: string): string | undefined {
  const found = /(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}(?::\d{2,5})?(?:[/?#]\S*)?/i.exec(
    text,
  )?.[0];
  if (found === undefined || text.includes('@')) return undefined;
  return /^https?:/i.test(found) ? found : `https://${found}`;
}

const CPF = {
  digits: 11,
  shape: /\d{3}[.\s]?\d{3}[.\s]?\d{3}[-.\s]?\d{2}/,
  weights: [
    [10, 9, 8, 7, 6, 5, 4, 3, 2],
    [11, 10, 9, 8, 7, 6, 5, 4, 3, 2],
  ],
};
/** Letters are in it since July 2026 (IN RFB 2.229/2024): a letter counts as its code minus 48. */
const CNPJ = {
  digits: 14,
  shape: /[A-Z0-9]{2}\.?[A-Z0-9]{3}\.?[A-Z0-9]{3}\/?[A-Z0-9]{4}[-.\s]?\d{2}/i,
  weights: [
    [5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
    [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2],
  ],
};

function readDocument(text: string, { digits, shape, weights }: typeof CPF): string | undefined {
  const bare = shape
    .exec(text)?.[0]
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase();
  const around = text.replace(/\D/g, '').length;
  if (bare?.length !== digits || around > digits || new Set(bare).size === 1) return undefined;
  const holds = weights.every((list, index) => {
    const sum = list.reduce((all, weight, place) => all + weight * (bare.charCodeAt(place) - 48), 0);
    const rest = sum % 11;
    return Number(bare[digits - 2 + index]) === (rest < 2 ? 0 : 11 - rest);
  });
  return holds ? bare : undefined;
}

/** With area code; Brazil's when no country is named. */
function readPhone(text: string): string | undefined {
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  const brazilian = digits.length === 10 || digits.length === 11;
  const full = brazilian && !text.trim().startsWith('+') ? `55${digits}` : digits;
  if (full.length < 10 || full.length > 15) return undefined;
  if (full.startsWith('55') && !/^55[1-9]{2}\d{8,9}$/.test(full)) return undefined;
  return normalizePhone(full);
}

const MONTHS = [
  'janeiro',
  'fevereiro',
  'marco',
  'abril',
  'maio',
  'junho',
  'julho',
  'agosto',
  'setembro',
  'outubro',
  'novembro',
  'dezembro',
];
const DAYS_AWAY: Readonly<Record<string, number>> = { hoje: 0, amanha: 1, 'depois de amanha': 2, ontem: -1 };

/** `25/12/2026`, `25/12` (the next one), `25 de dezembro`, `2026-12-25`, `amanhã`. */
function readDate(text: string, { at, zone }: { at: number; zone: string }): string | undefined {
  const said = fold(text);
  const today = localParts(at, zone);
  const away = Object.hasOwn(DAYS_AWAY, said) ? DAYS_AWAY[said] : undefined;
  if (away !== undefined) {
    return new Date(Date.UTC(today.year, today.month - 1, today.day + away)).toISOString().slice(0, 10);
  }
  const iso = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(said);
  if (iso) return calendarDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const plain = /(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?!\d)/.exec(said);
  const named = new RegExp(`(?<!\\d)(\\d{1,2})[ºo]? de (${MONTHS.join('|')})(?: de (\\d{4}))?`).exec(said);
  const found = plain ?? named;
  if (!found) return undefined;
  const day = Number(found[1]);
  const month = plain ? Number(found[2]) : MONTHS.indexOf(found[2] ?? '') + 1;
  if (found[3] !== undefined) {
    const year = Number(found[3]);
    return calendarDay(
      found[3].length === 4 ? year : year + (year > (today.year % 100) + 20 ? 1900 : 2000),
      month,
      day,
    );
  }
  const past = month < today.month || (month === today.month && day < today.day);
  return calendarDay(today.year + (past ? 1 : 0), month, day);
}

function calendarDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1900) return undefined;
  return date.toISOString().slice(0, 10);
}

function readChoice(choices: readonly string[], text: string): string | undefined {
  const index = pickOption(choices, text);
  return index < 0 ? undefined : choices[index];
}

const RETRY: Record<AskSettings['answer'], string> = {
  text: 'Não entendi. Pode escrever de novo?',
  number: 'Não entendi o número. Pode escrever só com algarismos?',
  email: 'Esse e-mail não parece certo. Pode conferir e enviar de novo?',
  cpf: 'Esse CPF não confere. Pode enviar de novo, com os 11 números?',
  cnpj: 'Esse CNPJ não confere. Pode enviar de novo, completo?',
  phone: 'Esse telefone não parece certo. Pode enviar com DDD?',
  date: 'Não entendi a data. Pode escrever como 25/12/2026?',
  choice: 'Não entendi. Pode escolher uma das opções?',
  file: 'Preciso do arquivo. Pode enviar como foto ou documento?',
  address: 'Pode enviar o endereço completo, com rua e número?',
  url: 'Esse endereço de site não parece certo. Pode enviar de novo?',
};

function retryWords({ answer, choices }: AskSettings): string {
  const list =
    answer === 'choice' ? `\n${choices.map((one, index) => `${index + 1}. ${one}`).join('\n')}` : '';
  return RETRY[answer] + list;
}
