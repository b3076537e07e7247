import type { PromptMessage } from './build-prompt';
import type { Confidence, ScoredPassage } from './confidence';

/** Everything that led to what a turn decided: the answer to "why was this sent?". */
export interface TurnTrace {
  prompt: PromptMessage[];
  passages: ScoredPassage[];
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
