import type { ConversationFacts } from '../../domain/conversation/next-step';
import { ConversationState } from '../../domain/conversation/state';

const SENTENCES: Record<ConversationState, string> = {
  [ConversationState.IA_ATIVA]: 'A IA responde.',
  [ConversationState.AGUARDANDO_HUMANO]: 'O cliente espera por uma pessoa.',
  [ConversationState.HUMANO_RESPONDEU]: 'Uma pessoa atende; a IA está calada.',
};

/** What the Temporal UI shows of a running conversation (Markdown). Ids and states only. */
export function describeFacts(facts: ConversationFacts): string {
  const lines = [`**${facts.state}**: ${SENTENCES[facts.state]}`];
  if (facts.humanDeadline !== null)
    lines.push(`A IA volta em ${new Date(facts.humanDeadline).toISOString()}.`);
  return lines.join('\n\n');
}
