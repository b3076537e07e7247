import type { ChatMessage } from './chat-request';
import { findAnswer, type Finding, type Support } from './find-answer';
import { answerPleasantry, asksForPerson, pleasantryIn, withoutPleasantries } from './intent';
import { passagesIn } from './passages';
import { sentencesOf, splitSentences, type Sentence } from './sentences';
import { contentStems } from '../portuguese/words';

export interface Reply {
  intent: 'question' | 'smalltalk' | 'person';
  answer: string;
  support: Support;
  /** Ids of the passages that were quoted. */
  passages: string[];
}

const UNKNOWN = 'Não encontrei essa informação.';
const REST_UNKNOWN = 'Sobre o restante, não encontrei essa informação.';

/** Answers what the customer wrote last by quoting the passages, or says that it does not know. */
export function reply(messages: ChatMessage[]): Reply {
  const written = unansweredText(messages);
  if (asksForPerson(written)) return { intent: 'person', answer: '', support: 'none', passages: [] };
  const pleasantry = pleasantryIn(written);
  if (pleasantry !== undefined) {
    return { intent: 'smalltalk', answer: answerPleasantry(pleasantry), support: 'full', passages: [] };
  }
  const sentences = sentencesOf(messages.filter(isInstruction).flatMap(({ text }) => passagesIn(text)));
  const before = spokenBefore(messages);
  const findings = questionsIn(written).map((question) => findAnswer(question, sentences, before));
  return compose(findings, sentences);
}

/** The customer's messages nobody has answered yet, as one text. */
function unansweredText(messages: ChatMessage[]): string {
  const lastOther = messages.findLastIndex(({ role }) => role !== 'user');
  return messages
    .slice(lastOther + 1)
    .map(({ text }) => withoutMarks(text.trim()))
    .join(' ')
    .trim();
}

/** "[áudio] Que horas abre?": a mark says how it came; what a mark holds is a remark beside the question. */
function withoutMarks(text: string): string {
  return text.replace(/^\[\p{L}+(?:: ([^\]]*))?\] ?(?=.)/u, (_mark, held: string | undefined) =>
    held === undefined ? '' : `${held.replace(/[.!?]?$/, '.')} `,
  );
}

function spokenBefore(messages: ChatMessage[]): string {
  const lastOther = messages.findLastIndex(({ role }) => role !== 'user');
  return messages.slice(0, lastOther + 1).findLast(({ role }) => role === 'user')?.text ?? '';
}

function isInstruction({ role }: ChatMessage): boolean {
  return role === 'system' || role === 'developer';
}

/** What is asked, piece by piece. Next to a question, a remark ("Meu nome é Ana.") is not one. */
function questionsIn(text: string): string[] {
  const parts = splitSentences(text)
    .map(withoutPleasantries)
    .filter((part) => contentStems(part).length > 0);
  const questions = parts.filter((part) => part.endsWith('?'));
  return questions.length > 0 ? questions : [parts.join(' ')];
}

function compose(findings: Finding[], sentences: Sentence[]): Reply {
  const used = new Set(findings.flatMap((finding) => finding.sentences));
  if (used.size === 0) return { intent: 'question', answer: UNKNOWN, support: 'none', passages: [] };
  const isFull = findings.every(({ support }) => support === 'full');
  const hasGap = findings.some(({ support }) => support === 'none');
  const quotes = findings.length > 1 ? [...used] : sentences.filter((sentence) => used.has(sentence));
  const answer = [...quotes.map(({ text }) => text), ...(hasGap ? [REST_UNKNOWN] : [])].join(' ');
  const passages = [...new Set(quotes.map(({ passage }) => passage))];
  return { intent: 'question', answer, support: isFull ? 'full' : 'partial', passages };
}
