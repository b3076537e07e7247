import { conceptOf, type Concept } from '../portuguese/synonyms';
import { contentStems } from '../portuguese/words';
import type { Passage } from './passages';

/** One thing a passage says, and under which words it stands there. */
export interface Sentence {
  passage: string;
  text: string;
  stems: Set<string>;
  concepts: Set<Concept>;
  /** Of the title and the last heading or question above it. */
  contextStems: Set<string>;
}

const ABBREVIATIONS = /\b(dr|dra|sr|sra|srs|av|r|n|nº|tel|prof|profa|obs|ex|min|máx|art|pág|etc)\.$/i;
const BULLET = /^(\s*[-*•–]\s+|\s*\d+[.)]\s+|P:\s*|R:\s*)/i;
const HEADING = /^(#{1,6}\s+.*|.{1,80}:)$/;
/** A short line without an end that begins a paragraph: "HORÁRIO DE ATENDIMENTO". */
const UNMARKED_HEADING = /(?<=^|\n\s*\n)([^\n.!?;:,\d]{1,60})\n(?=\S)/g;

/** Passages come back with every question about them, so what was read once is kept. */
const read = new Map<string, Omit<Sentence, 'passage'>[]>();
const KEPT = 2_000;

export function sentencesOf(passages: Passage[]): Sentence[] {
  return passages.flatMap(({ id, title, text }) => {
    const name = `${title}\n${text}`;
    const found = read.get(name) ?? readPassage(title, text);
    if (read.size >= KEPT) read.clear();
    read.set(name, found);
    return found.map((sentence) => ({ ...sentence, passage: id }));
  });
}

function readPassage(title: string, text: string): Omit<Sentence, 'passage'>[] {
  const titleStems = contentStems(title);
  let heading: string[] = [];
  const found: Omit<Sentence, 'passage'>[] = [];
  for (const raw of splitSentences(text.replaceAll(UNMARKED_HEADING, '$1:\n'))) {
    const line = raw.replace(BULLET, '').replaceAll('**', '').trim();
    if (line === '') continue;
    // A heading, or a question of a list of questions, names what follows; it answers nothing itself.
    if (HEADING.test(line) || line.endsWith('?')) {
      heading = contentStems(line);
      continue;
    }
    const stems = new Set(contentStems(line));
    found.push({
      text: /[.!…]$/.test(line) ? line : `${line}.`,
      stems,
      concepts: conceptsOf(stems),
      contextStems: new Set([...titleStems, ...heading]),
    });
  }
  return found;
}

/** Breaks at ends of sentences and of lines, but not after "Dr." or inside "R$ 1.200,00". */
export function splitSentences(text: string): string[] {
  const parts: string[] = [];
  for (const line of text.split(/\n+/)) {
    let open = '';
    for (const piece of line.split(/(?<=[.!?])\s+/)) {
      open = open === '' ? piece : `${open} ${piece}`;
      if (ABBREVIATIONS.test(open)) continue;
      parts.push(open);
      open = '';
    }
    if (open !== '') parts.push(open);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function conceptsOf(stems: Iterable<string>): Set<Concept> {
  return new Set([...stems].map(conceptOf).filter((concept) => concept !== undefined));
}
