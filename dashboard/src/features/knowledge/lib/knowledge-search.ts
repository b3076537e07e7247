export interface KnowledgeSearch {
  /** The question that is tried. */
  q?: string;
}

const MAX_Q = 1_000;

export function validateKnowledgeSearch(input: Record<string, unknown>): KnowledgeSearch {
  const q = typeof input['q'] === 'number' ? String(input['q']) : input['q'];
  return typeof q === 'string' && q.trim() !== '' ? { q: q.slice(0, MAX_Q) } : {};
}
