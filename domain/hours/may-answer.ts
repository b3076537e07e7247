import { isOpen, nextOpening, openSince, type OpeningHours } from './opening-hours';

export interface TurnClocks {
  /** All of them Unix ms. */
  now: number;
  /** When the newest unanswered message was written; null when nothing is unanswered. */
  newestAt: number | null;
  /** When the AI got the conversation back from the team; null when it had it all the time. */
  aiSince: number | null;
  /** 0: no message is too old. */
  backlogMaxAgeMs: number;
  hours: OpeningHours;
}

export type Permission =
  | { may: 'answer' }
  | { may: 'wait'; opensAt: number }
  | { may: 'handOver'; reason: 'backlog' | 'outside_hours' };

/**
 * May the AI answer now? Not while it is closed, where the tenant wants it silent then; and not what is so old that an
 * answer would come as from another world. Time in which the message had to wait (for people, for the opening) does
 * not make it old.
 */
export function mayAnswer(clocks: TurnClocks): Permission {
  const { now, newestAt, aiSince, backlogMaxAgeMs, hours } = clocks;
  if (!hours.aiAnswers && !isOpen(hours, now)) {
    const opensAt = hours.whileClosed === 'wait' ? nextOpening(hours, now) : null;
    return opensAt === null ? { may: 'handOver', reason: 'outside_hours' } : { may: 'wait', opensAt };
  }
  if (backlogMaxAgeMs === 0 || newestAt === null) return { may: 'answer' };
  const opened = hours.aiAnswers ? null : openSince(hours, now);
  const waitsSince = Math.max(newestAt, aiSince ?? 0, opened ?? 0);
  return now - waitsSince > backlogMaxAgeMs ? { may: 'handOver', reason: 'backlog' } : { may: 'answer' };
}
