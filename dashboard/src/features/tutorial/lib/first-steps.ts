import type { Channel, Conversation, Knowledge } from '../../../lib/api/types';

export const FIRST_STEPS = ['number', 'knowledge', 'answer', 'person'] as const;
export type FirstStep = (typeof FIRST_STEPS)[number];

interface Facts {
  channels: Pick<Channel, 'connectedAt'>[];
  knowledge: Pick<Knowledge, 'status' | 'chunks'>;
  /** The newest ones. */
  conversations: Pick<Conversation, 'state' | 'unanswered' | 'assignedUser' | 'lastMessage'>[];
}

/** Which of the first steps the account has behind it. */
export function stepsDone({ channels, knowledge, conversations }: Facts): FirstStep[] {
  const done: Record<FirstStep, boolean> = {
    number: channels.some((channel) => channel.connectedAt !== null),
    knowledge: knowledge.chunks > 0 && knowledge.status !== 'empty',
    answer: conversations.some(hasAnswerOfAi),
    person: conversations.some(hasHadPerson),
  };
  return FIRST_STEPS.filter((step) => done[step]);
}

/** With the AI and nothing open, it has answered; its words may be the last ones elsewhere, too. */
function hasAnswerOfAi({ state, unanswered, lastMessage }: Facts['conversations'][number]): boolean {
  if (lastMessage === null) return false;
  return lastMessage.author === 'ai' || (state === 'IA_ATIVA' && !unanswered);
}

function hasHadPerson(conversation: Facts['conversations'][number]): boolean {
  return (
    conversation.state === 'HUMANO_RESPONDEU' ||
    conversation.assignedUser !== null ||
    conversation.lastMessage?.author === 'human'
  );
}
