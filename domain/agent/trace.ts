import type { PromptMessage } from './build-prompt';
import type { Confidence, ScoredPassage } from './confidence';

/** How passages were looked for: by vectors and words, or by words alone, because another model made the vectors. */
export type Retrieval = 'hybrid' | 'text';

/** Everything that led to what a turn decided: the answer to "why was this sent?". */
export interface TurnTrace {
  prompt: PromptMessage[];
  passages: ScoredPassage[];
  /** Null: nothing was looked for. */
  retrieval: Retrieval | null;
  /** What the model returned, word for word; null when no model was asked or none answered. */
  raw: string | null;
  confidence: Confidence | null;
  threshold: number;
  model: string | null;
  /** Millionths of a US dollar at list price; null when the price is not known. */
  costMicros: number | null;
  /** Milliseconds. */
  latency: { search: number; model: number };
  /** Temporal's attempt of the activity, from 1. */
  attempt: number;
  /** What went wrong, for a hand-over by failure. */
  problem: string | null;
}
