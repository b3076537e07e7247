import { TIMELINE_SOURCE, type ParsedReply } from './model-reply';

/** A passage found for a question. Scores run from 0 to 1. */
export interface ScoredPassage {
  id: string;
  text: string;
  document: string;
  score: number;
  similarity: number;
  coverage: number;
}

export interface Confidence {
  /** 0 to 1; below the tenant's threshold a person is called. */
  value: number;
  /** How well the passages fit the question, from their scores. */
  retrieval: number;
  /** How well the passages carry the answer, from the model and checked against the passages it had. */
  support: number;
}

const TOP_SHARE = 0.7;
const MEAN_OVER = 3;
const RETRIEVAL_SHARE = 0.4;
const PLAIN_SHARE = 0.45;
/** What a model's claim is worth by what it rests on: a passage it was given, the conversation, nothing. */
const CLAIM_WORTH = { passage: 1, timeline: 0.75, nothing: 0.25 };

/**
 * How much an answer can be trusted (S1.43): the similarity of the best passage and of the best three, and whether
 * the model says that they carry its answer. Similarity alone is weak (a near passage may still lack the fact), and
 * so is a model's word for itself; a claim that names no passage it was given counts little.
 */
export function confidenceOf(parsed: ParsedReply, passages: ScoredPassage[]): Confidence {
  const retrieval = retrievalConfidence(passages.map((passage) => passage.score));
  switch (parsed.kind) {
    case 'garbage':
      return { value: 0, retrieval, support: 0 };
    case 'plain':
      // Nothing says that the text rests on the passages: below every threshold that trusts anything by half.
      return { value: round(PLAIN_SHARE * retrieval), retrieval, support: 0 };
    case 'structured': {
      const { reply } = parsed;
      if (reply.intent === 'smalltalk') return { value: 1, retrieval, support: 1 };
      const support = reply.answer.trim() === '' ? 0 : supportOf(reply, passages);
      return {
        value: round(RETRIEVAL_SHARE * retrieval + (1 - RETRIEVAL_SHARE) * support),
        retrieval,
        support,
      };
    }
  }
}

function retrievalConfidence(scores: number[]): number {
  const best = [...scores].sort((a, b) => b - a).slice(0, MEAN_OVER);
  const [top] = best;
  if (top === undefined) return 0;
  const mean = best.reduce((sum, score) => sum + score, 0) / best.length;
  return round(TOP_SHARE * top + (1 - TOP_SHARE) * mean);
}

function supportOf(
  reply: Extract<ParsedReply, { kind: 'structured' }>['reply'],
  passages: ScoredPassage[],
): number {
  if (reply.support === 'none') return 0;
  const claimed = reply.support === 'full' ? 1 : 0.5;
  const given = new Set(passages.map((_, index) => String(index + 1)));
  const basis = reply.passages.some((id) => given.has(id))
    ? 'passage'
    : reply.passages.includes(TIMELINE_SOURCE)
      ? 'timeline'
      : 'nothing';
  return claimed * CLAIM_WORTH[basis];
}

function round(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
