import { GUIDE_SLUGS, type GuideSlug } from './guides';

/** What of the page is in the address: a colleague can be sent to one guide. */
export interface TutorialSearch {
  guide?: GuideSlug;
  q?: string;
}

const MAX_Q = 100;

export function validateTutorialSearch(input: Record<string, unknown>): TutorialSearch {
  const guide = GUIDE_SLUGS.find((slug) => slug === input['guide']);
  // The router reads ?q=24 as a number.
  const q = typeof input['q'] === 'number' ? String(input['q']) : input['q'];
  return {
    ...(guide === undefined ? {} : { guide }),
    ...(typeof q === 'string' && q.trim() !== '' ? { q: q.slice(0, MAX_Q) } : {}),
  };
}
