import { LRUCache } from 'lru-cache';
import type { Embed } from '../../adapters/openai/embed';

/** Questions repeat ("qual o horário?"); a vector as SQL text takes about 20 kB. */
const REMEMBERED = 500;

export interface EmbeddedQuestion {
  /** pgvector's text form. */
  vector: string;
  /** Whose vector it is (Embed.model); only vectors of the same are comparable. */
  model: string;
}

export type EmbedQuestion = (question: string, signal?: AbortSignal) => Promise<EmbeddedQuestion>;

/**
 * Embeds a question as the database wants it, remembering the last ones. A vector says nothing of who asked. What is
 * remembered is of one model: it lives in this process, beside the one `embed` it was asked of.
 */
export function createEmbedQuestion(embed: Embed): EmbedQuestion {
  const cache = new LRUCache<string, string>({ max: REMEMBERED });
  return async (question, signal) => {
    const key = question.trim().toLowerCase().replace(/\s+/g, ' ');
    const known = cache.get(key);
    if (known !== undefined) return { vector: known, model: embed.model };
    const [vector] = await embed([question], signal);
    if (vector === undefined) throw new Error('an embedding of one text gave none');
    const literal = vectorLiteral(vector);
    cache.set(key, literal);
    return { vector: literal, model: embed.model };
  };
}

/** pgvector's text form. Five digits are more than a half-precision float keeps. */
export function vectorLiteral(vector: number[]): string {
  return `[${vector.map((value) => Number(value.toPrecision(5))).join(',')}]`;
}
