import type { Conversation, Message } from '../../../lib/api/types';

/** For tests: a conversation and a message with what a case is about. */
export function aConversation(part: Partial<Conversation> = {}): Conversation {
  const id = part.id ?? 'c1';
  return {
    id,
    kind: 'person',
    mergedIntoId: null,
    state: 'IA_ATIVA',
    stateSince: '2026-11-20T12:00:00.000Z',
    humanDeadline: null,
    handoffReason: null,
    stateReason: null,
    resolvedAt: null,
    unread: 0,
    unanswered: false,
    inboundSeq: 1,
    contact: { id: `k-${id}`, name: 'Marina Souza', phone: '5541988110001' },
    channel: { id: 'h', name: 'Recepção' },
    internal: false,
    assignedUser: null,
    assignedTeam: null,
    agent: null,
    priority: 'normal',
    handoffSummary: null,
    alertLevel: 0,
    lastMessage: null,
    ...part,
  };
}

export function saidAt(createdAt: string): NonNullable<Conversation['lastMessage']> {
  return { id: createdAt, author: 'customer', kind: 'text', text: 'oi', status: 'received', createdAt };
}

export function aMessage(part: Partial<Message> = {}): Message {
  const seq = part.seq ?? 1;
  return {
    id: `m${seq}`,
    seq,
    author: 'customer',
    kind: 'text',
    text: `mensagem ${seq}`,
    payload: null,
    media: null,
    status: 'received',
    turnId: null,
    turn: null,
    user: null,
    cause: null,
    problem: null,
    createdAt: new Date(Date.UTC(2026, 10, 20, 12, seq)).toISOString(),
    editedAt: null,
    deletedAt: null,
    ...part,
  };
}

export function anEvent(seq: number, to: string, cause: Record<string, unknown>): Message {
  return aMessage({ seq, author: 'system', kind: 'event', payload: { from: 'IA_ATIVA', to, cause } });
}
