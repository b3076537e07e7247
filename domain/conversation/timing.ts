import type { ConversationPace } from './pace';

/** How long a conversation waits for what. Milliseconds; a tenant's settings. */
export interface TimingSettings {
  /** Quiet time after a customer's message before it is answered; 0 answers at once. */
  debounceMs: number;
  /** The longest a burst of messages may hold its answer back. */
  debounceMaxMs: number;
  /** Without a person for this long, the AI comes back. */
  humanReturnMs: number;
  /** An answered conversation that is quiet for this long ends its workflow run. */
  idleCloseMs: number;
  /** Older customer messages are not answered by the AI any more, but handed to a person; 0 answers them all. */
  backlogMaxAgeMs: number;
}

/** What of it, and of the rest, travels with every arrival, so that workflows hold no setting. */
export interface ConversationTiming extends Omit<TimingSettings, 'backlogMaxAgeMs'> {
  /** There is a text for the end by quiet. */
  saysGoodbye?: boolean | undefined;
  pace?: ConversationPace | undefined;
  /** The tenant's share of a busy engine, against others' 1; a run keeps the one it began with. */
  fairnessWeight?: number | undefined;
}

/** A burst is answered when it reaches this many messages, however fast they come. */
export const DEBOUNCE_MAX_MESSAGES = 20;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const DEFAULT_TIMING: TimingSettings = {
  debounceMs: 2 * SECOND,
  debounceMaxMs: 12 * SECOND,
  humanReturnMs: 24 * HOUR,
  idleCloseMs: 6 * HOUR,
  backlogMaxAgeMs: 6 * HOUR,
};

/** Inclusive bounds of the wait after which a team is alerted (ms); 0, which is none, is allowed beside them. */
export function alertLimits(production: boolean): { min: number; max: number } {
  return { min: production ? MINUTE : SECOND, max: 4 * DAY };
}

/** How much longer a person may have a conversation, at once and from now (ms). */
export const EXTENSION = { min: MINUTE, default: HOUR, max: 7 * DAY, furthest: 20 * DAY };

/** Inclusive bounds of each setting. Outside production the clocks may be set short enough to watch. */
export function timingLimits(
  production: boolean,
): Record<keyof TimingSettings, { min: number; max: number }> {
  return {
    debounceMs: { min: 0, max: MINUTE },
    debounceMaxMs: { min: 0, max: 5 * MINUTE },
    humanReturnMs: { min: production ? MINUTE : SECOND, max: 20 * DAY },
    idleCloseMs: { min: production ? MINUTE : SECOND, max: 7 * DAY },
    backlogMaxAgeMs: { min: 0, max: 20 * DAY },
  };
}
