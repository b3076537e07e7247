import { weakStems } from '../portuguese/stop-words';
import { conceptOf, type Concept } from '../portuguese/synonyms';
import { contentStems, normalise } from '../portuguese/words';
import type { Sentence } from './sentences';

export type Support = 'full' | 'partial' | 'none';

export interface Finding {
  support: Support;
  sentences: Sentence[];
}

interface Term {
  stem: string;
  concept: Concept | undefined;
  weight: number;
}

const MAX_SENTENCES = 3;
const FULL = 0.6;
const PARTIAL = 0.45;
/** What a further sentence has to add, as a share of the question, for it to be quoted too. */
const WORTH_QUOTING = 0.2;
/** A sentence beside a quoted one that says nearly as much about the question is quoted with it. */
const NEARLY_AS_GOOD = 0.6;
const BY_WORD = 1;
const BY_CONTEXT = 0.6;
const WEAK = 0.35;

const NOTHING: Finding = { support: 'none', sentences: [] };

/**
 * The sentences that answer a question, by the words they share with it: the rarer a word is in the passages,
 * the more it counts, and a word that is in none of them counts most, against.
 */
export function findAnswer(question: string, sentences: Sentence[], spokenBefore = ''): Finding {
  const terms = termsOf(question, sentences);
  const total = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return NOTHING;
  const hints = new Set(contentStems(spokenBefore));
  const chosen: Sentence[] = [];
  const covered = new Map<Term, number>();
  while (chosen.length < MAX_SENTENCES) {
    const best = bestNext(terms, sentences, chosen, covered, hints);
    const needed = chosen.length === 0 ? 0 : WORTH_QUOTING * total;
    if (best === undefined || best.gain <= needed) break;
    chosen.push(best.sentence);
    for (const term of terms) {
      covered.set(term, Math.max(covered.get(term) ?? 0, strength(term, best.sentence)));
    }
  }
  const share = terms.reduce((sum, term) => sum + term.weight * (covered.get(term) ?? 0), 0) / total;
  const isAboutIt = terms.some((term) => (covered.get(term) ?? 0) > 0 && !weakStems.has(term.stem));
  if (!isAboutIt || share < PARTIAL) return NOTHING;
  chosen.push(...companionsOf(chosen[0], terms, sentences, chosen).slice(0, MAX_SENTENCES - chosen.length));
  const inOrder = sentences.filter((sentence) => chosen.includes(sentence));
  return { support: share >= FULL ? 'full' : 'partial', sentences: inOrder };
}

/** "Mensalidade do infantil: …" and "Mensalidade do fundamental: …" belong together. */
function companionsOf(
  best: Sentence | undefined,
  terms: Term[],
  sentences: Sentence[],
  chosen: Sentence[],
): Sentence[] {
  if (best === undefined) return [];
  const worth = (sentence: Sentence): number =>
    terms.reduce((sum, term) => sum + term.weight * strength(term, sentence), 0);
  return sentences.filter(
    (sentence) =>
      sentence.passage === best.passage &&
      !chosen.includes(sentence) &&
      worth(sentence) >= NEARLY_AS_GOOD * worth(best),
  );
}

/** The words of a question that matter, each with its weight. */
function termsOf(question: string, sentences: Sentence[]): Term[] {
  const stems = [...new Set([...contentStems(question), ...impliedStems(question)])];
  return stems.map((stem) => {
    const concept = conceptOf(stem);
    const holders = sentences.filter(
      (sentence) => strength({ stem, concept, weight: 1 }, sentence) > 0,
    ).length;
    const rarity = Math.log(1 + (sentences.length + 1) / (holders + 0.5));
    // A size or an amount nobody wrote down does not make the rest of the question another one.
    const isWeak = weakStems.has(stem) || (holders === 0 && /^\d+$/.test(stem));
    return { stem, concept, weight: isWeak ? rarity * WEAK : rarity };
  });
}

/** Question words are dropped with the stop words; these few name a subject. */
function impliedStems(question: string): string[] {
  const text = normalise(question);
  const implied: string[] = [];
  if (/\bquanto (e|fica|sai|ta|esta|custa|cobra|voces cobram|vcs cobram)\b/.test(text)) implied.push('prec');
  if (/\b(que horas|a que horas|ate que horas|que dias?)\b/.test(text)) implied.push('horari');
  if (/\b(onde (fica|ficam|e|estao|voces ficam)|como (eu )?chego)\b/.test(text)) implied.push('enderec');
  return implied;
}

function strength(term: Term, sentence: Sentence): number {
  if (sentence.stems.has(term.stem)) return BY_WORD;
  const byContext = sentence.contextStems.has(term.stem) ? BY_CONTEXT : 0;
  const isAbout = term.concept !== undefined && sentence.concepts.has(term.concept);
  return Math.max(byContext, isAbout ? (term.concept?.closeness ?? 0) : 0);
}

function bestNext(
  terms: Term[],
  sentences: Sentence[],
  chosen: Sentence[],
  covered: Map<Term, number>,
  hints: Set<string>,
): { sentence: Sentence; gain: number } | undefined {
  let best: { sentence: Sentence; gain: number; rank: number } | undefined;
  for (const sentence of sentences) {
    if (chosen.includes(sentence)) continue;
    const gain = terms.reduce(
      (sum, term) => sum + term.weight * Math.max(0, strength(term, sentence) - (covered.get(term) ?? 0)),
      0,
    );
    // What was spoken of before only breaks ties: "e o valor?" after a question about ultrasound.
    const hinted = [...hints].filter(
      (hint) => sentence.stems.has(hint) || sentence.contextStems.has(hint),
    ).length;
    const rank = gain * (1 + Math.min(hinted, 3) * 0.1);
    if (gain > 0 && (best === undefined || rank > best.rank)) best = { sentence, gain, rank };
  }
  return best;
}
