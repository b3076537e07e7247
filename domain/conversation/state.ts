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
} as const;
export type NoticeKind = (typeof NoticeKind)[keyof typeof NoticeKind];
