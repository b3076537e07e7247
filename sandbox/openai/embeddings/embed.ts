import { stem } from '../portuguese/stem';
import { stopWords } from '../portuguese/stop-words';
import { conceptOf } from '../portuguese/synonyms';
import { words } from '../portuguese/words';
import { hash } from './hash';

const WORD = 1;
const CONCEPT = 0.6;
const TRIGRAM = 0.12;

/**
 * Deterministic feature hashing: stems, what they are about and, faintly, their letters in threes are each added
 * or subtracted at a hashed place; the vector has length 1. It knows spelling and a few synonyms, nothing else.
 */
export function embed(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const [feature, weight] of featuresOf(text)) add(vector, feature, weight);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  // A text without a single feature still needs a direction: a zero vector has no cosine.
  if (length === 0) {
    add(vector, `raw:${text}`, 1);
    return vector;
  }
  return vector.map((value) => value / length);
}

function featuresOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (feature: string): void => void counts.set(feature, (counts.get(feature) ?? 0) + 1);
  for (const word of words(text)) {
    if (stopWords.has(word)) continue;
    const stemmed = stem(word);
    count(`word:${stemmed}`);
    const concept = conceptOf(stemmed);
    if (concept !== undefined) count(`concept:${concept.name}`);
    const edged = `^${stemmed}$`;
    for (let at = 0; at + 3 <= edged.length; at += 1) count(`letters:${edged.slice(at, at + 3)}`);
  }
  return new Map([...counts].map(([feature, times]) => [feature, weightOf(feature) * (1 + Math.log(times))]));
}

function weightOf(feature: string): number {
  if (feature.startsWith('word:')) return WORD;
  return feature.startsWith('concept:') ? CONCEPT : TRIGRAM;
}

function add(vector: Float32Array, feature: string, weight: number): void {
  const hashed = hash(feature);
  const place = hashed % vector.length;
  // The sign comes from a second hash: bits of the first already chose the place.
  const sign = hash(`${feature}±`) % 2 === 0 ? 1 : -1;
  vector[place] = (vector[place] ?? 0) + sign * weight;
}
