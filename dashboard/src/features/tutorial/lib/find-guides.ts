import { plain } from '../../../lib/plain';

/** A guide's words, as the chosen language has them. */
export interface GuideWords {
  title: string;
  summary: string;
  steps: string[];
  notes: string[];
}

/** Guides that have every word of `q`, whatever its accents and case; those with one in the title come first. */
export function findGuides<S extends string>(guides: readonly (GuideWords & { slug: S })[], q: string): S[] {
  const words = plain(q).split(/\s+/).filter(Boolean);
  const found = guides.filter((guide) => {
    const text = plain([guide.title, guide.summary, ...guide.steps, ...guide.notes].join(' '));
    return words.every((word) => text.includes(word));
  });
  const inTitle = (guide: GuideWords) => words.some((word) => plain(guide.title).includes(word));
  return [...found.filter(inTitle), ...found.filter((guide) => !inTitle(guide))].map(({ slug }) => slug);
}
