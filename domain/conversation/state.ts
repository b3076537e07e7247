/** Who has the conversation. The customer's own words, shown as they are; see docs/glossary.md. */
export const ConversationState = {
  IA_ATIVA: 'IA_ATIVA',
  AGUARDANDO_HUMANO: 'AGUARDANDO_HUMANO',
  HUMANO_RESPONDEU: 'HUMANO_RESPONDEU',
} as const;
export type ConversationState = (typeof ConversationState)[keyof typeof ConversationState];

/** Why the AI handed a conversation over. */
export const HandoffReason = {
  low_confidence: 'low_confidence',
  person_requested: 'person_requested',
  provider_failure: 'provider_failure',
  /** The messages were too old to be answered by a machine as if nothing had been. */
  backlog: 'backlog',
  /** Nobody is there, and the AI does not answer then. */
  outside_hours: 'outside_hours',
  /** A flow wants a person. */
  flow: 'flow',
} as const;
export type HandoffReason = (typeof HandoffReason)[keyof typeof HandoffReason];

/** Fixed texts of the tenant that the workflow sends by itself. */
export const NoticeKind = {
  /** With every hand-over, once. */
  fallback: 'fallback',
  /** When the AI comes back by the clock. */
  humanReturn: 'humanReturn',
  /** Before it, when no person ever came. */
  unanswered: 'unanswered',
  /** Nobody is there, and the AI is silent until somebody is. */
  outOfHours: 'outOfHours',
} as const;
export type NoticeKind = (typeof NoticeKind)[keyof typeof NoticeKind];
