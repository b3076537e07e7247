/** How fast a tenant's AI types, and how long it waits for a customer who does. Settings; they travel with timing. */
export interface ConversationPace {
  /** What the AI "types" a second; 0: its balloons follow each other at once. */
  charactersPerSecond: number;
  /** The longest pause before a balloon (ms). */
  pauseMaxMs: number;
  /** The longest a customer who is typing holds an answer back (ms); 0: never. */
  customerTypingMaxMs: number;
}

/** What one number may send: WhatsApp blocks numbers that send like machines. */
export interface SendPace {
  /** Once the burst is spent; 0: no limit. */
  sendPerMinute: number;
  /** So many at once. */
  sendBurst: number;
}

export type Pace = ConversationPace & SendPace;

const SECOND = 1_000;

/** What a new tenant begins with: a brisk typist, within what a number may send. The columns' defaults say the same. */
export const DEFAULT_PACE: Pace = {
  charactersPerSecond: 40,
  pauseMaxMs: 6 * SECOND,
  customerTypingMaxMs: 15 * SECOND,
  sendPerMinute: 60,
  sendBurst: 20,
};

/** Inclusive bounds of each setting. */
export const PACE_LIMITS: Record<keyof Pace, { min: number; max: number }> = {
  charactersPerSecond: { min: 0, max: 1_000 },
  pauseMaxMs: { min: 0, max: 30 * SECOND },
  customerTypingMaxMs: { min: 0, max: 120 * SECOND },
  sendPerMinute: { min: 0, max: 6_000 },
  sendBurst: { min: 1, max: 1_000 },
};

/** A pause shorter than this looks like none (ms). */
const PAUSE_MIN_MS = 800;

/** How long a person would type this before sending it (ms); 0 where pauses are off. */
export function typingPauseMs(pace: ConversationPace | undefined, characters: number): number {
  if (pace === undefined || pace.charactersPerSecond === 0) return 0;
  const typed = Math.round((characters / pace.charactersPerSecond) * SECOND);
  return Math.min(Math.max(typed, PAUSE_MIN_MS), pace.pauseMaxMs);
}

/** A phone that says "typing" says so again within this time while it goes on (ms). */
export const TYPING_SHOWN_MS = 10 * SECOND;
