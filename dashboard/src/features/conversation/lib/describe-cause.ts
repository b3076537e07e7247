const RULES = [
  'handed_over',
  'ai_returned_by_clock',
  'nobody_came',
  'outside_hours',
  'conversation_ended',
  'answer_takes_long',
  'transferred',
] as const;
type Rule = (typeof RULES)[number] | 'other';

/** What sent a fixed text, as a text key; one this page does not know is only called a rule. */
export function ruleKey(rule: string | null): `cause.ruleOf.${Rule}` {
  return `cause.ruleOf.${RULES.find((known) => known === rule) ?? 'other'}`;
}
