import type { Deps } from '../services/deps';
import type { EmbedQuestion } from '../services/knowledge/embed-question';

/** What activities work with; temporal/worker.ts makes it once. */
export type ActivityDeps = Deps & { embedQuestion: EmbedQuestion };
