import type { Knowledge } from '../../../lib/api/types';

export const STEPS = ['pending', 'chunking', 'embedding'] as const;
export type Step = (typeof STEPS)[number];

/** What is done, under way and to come while a text is indexed. */
export function indexSteps(phase: Knowledge['phase']): { step: Step; state: 'done' | 'now' | 'later' }[] {
  const at = STEPS.indexOf(phase ?? 'pending');
  return STEPS.map((step, index) => ({ step, state: index < at ? 'done' : index === at ? 'now' : 'later' }));
}
