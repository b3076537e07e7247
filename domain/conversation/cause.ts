import { NoticeKind } from './state';

/** Why the outbox holds a notice (`outbox.cause`). */
export interface NoticeCause {
  /** Which of the tenant's fixed texts. */
  notice: string;
}

/** Why the outbox holds a message of a flow. */
export interface FlowCause {
  flow: { id: string; runId: string; nodeId: string };
}

/** What a person gave along with a transfer, for the customer: a text of that moment, set nowhere. */
export const TRANSFER_WORDS = 'transfer';

/** What sends each of the tenant's fixed texts: the rule's name, worded by the dashboard. */
const RULES: Record<string, string> = {
  [NoticeKind.fallback]: 'handed_over',
  [NoticeKind.humanReturn]: 'ai_returned_by_clock',
  [NoticeKind.unanswered]: 'nobody_came',
  [NoticeKind.outOfHours]: 'outside_hours',
  closing: 'conversation_ended',
  waiting: 'answer_takes_long',
  [TRANSFER_WORDS]: 'transferred',
};

/** What sends this text and where it is set; a text without a rule here is its own rule. */
export function ruleOfNotice(notice: string): { rule: string; setting: string | null } {
  const setting = notice === TRANSFER_WORDS ? null : `messages.${notice}`;
  return { rule: RULES[notice] ?? notice, setting };
}
