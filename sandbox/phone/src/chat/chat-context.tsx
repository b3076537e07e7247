import { createContext, use, useState, type ReactNode } from 'react';
import type { MessageView } from '../../../control/views';

export type Side = 'customer' | 'business';

/** The chat that is open and whose phone shows it. */
interface OpenChat {
  instance: string;
  chat: string;
  side: Side;
  /** What messages are posted to: the customer's number, whoever writes. */
  address: string;
  group: string | undefined;
  title: string;
}

interface ChatState extends OpenChat {
  draft: Draft;
  setDraft: (draft: Draft) => void;
}

/** What the next thing sent is about. */
export type Draft = { kind: 'new' } | { kind: 'reply' | 'edit'; message: MessageView };

const Chat = createContext<ChatState | null>(null);

export function ChatProvider({ chat, children }: { chat: OpenChat; children: ReactNode }) {
  const [draft, setDraft] = useState<Draft>({ kind: 'new' });
  return <Chat value={{ ...chat, draft, setDraft }}>{children}</Chat>;
}

export function useChat(): ChatState {
  const chat = use(Chat);
  if (chat === null) throw new Error('useChat belongs below ChatProvider');
  return chat;
}

/** Whether this phone's owner wrote it. */
export function isOwn(message: MessageView, { side, address }: OpenChat): boolean {
  if (side === 'business') return message.by !== 'customer';
  return message.by === 'customer' && message.number === address;
}
