import { randomUUID } from 'node:crypto';
import type { World } from '../world';
import { announceConversation } from './announce';
import { userById, type Caller, type User } from './people';
import { saveConversation } from './save-conversation';
import type { ContactInbox, Conversation, ConversationStatus } from './state/rows';
import { writeActivity } from './write-message';

interface NewConversation {
  link: ContactInbox;
  status: ConversationStatus;
  assigneeId: number | null;
  teamId: number | null;
  customAttributes: Record<string, unknown>;
  additionalAttributes: Record<string, unknown>;
}

export function createConversation(world: World, input: NewConversation): Conversation {
  const now = world.clock.now();
  const { link, ...fields } = input;
  const conversation = world.state.chatwoot.conversations.add((id) => ({
    ...fields,
    id,
    uuid: randomUUID(),
    inboxId: link.inboxId,
    contactId: link.contactId,
    sourceId: link.sourceId,
    priority: null,
    labels: [],
    snoozedUntil: null,
    waitingSince: now,
    firstReplyAt: null,
    agentSeenAt: null,
    lastActivityAt: now,
    createdAt: now,
    updatedAt: now,
  }));
  world.changes.announce({ type: 'chatwoot' });
  announceConversation(world, 'conversation_created', conversation);
  return conversation;
}

/** What the status button does: an agent (not an administrator) who opens a conversation takes it, in a second save. */
export function changeStatus(
  world: World,
  conversation: Conversation,
  by: Caller,
  change: { status: ConversationStatus; snoozedUntil?: number | null | undefined },
): void {
  const { status, snoozedUntil = null } = change;
  if (saveConversation(world, conversation, { status, snoozedUntil })) {
    writeActivity(world, conversation, statusSentence(status, by.name));
  }
  if (status !== 'open' || by.type !== 'User' || by.role !== 'agent') return;
  assign(world, conversation, by, by);
}

/** With a status both are one save, which is told only as an update. */
export function assign(
  world: World,
  conversation: Conversation,
  by: Caller,
  assignee: User | null,
  status: ConversationStatus = conversation.status,
): void {
  if (!saveConversation(world, conversation, { assigneeId: assignee?.id ?? null, status })) return;
  writeActivity(world, conversation, assignmentSentence(assignee, by.name));
}

export function assigneeOf(conversation: Conversation): User | null {
  return userById(conversation.assigneeId) ?? null;
}

function statusSentence(status: ConversationStatus, name: string): string {
  const sentences: Record<ConversationStatus, string> = {
    open: `Conversation was reopened by ${name}`,
    resolved: `Conversation was marked resolved by ${name}`,
    pending: `Conversation was marked as pending by ${name}`,
    snoozed: `Conversation was snoozed by ${name}`,
  };
  return sentences[status];
}

function assignmentSentence(assignee: User | null, name: string): string {
  if (assignee === null) return `Conversation unassigned by ${name}`;
  return assignee.name === name
    ? `${name} self-assigned this conversation`
    : `Assigned to ${assignee.name} by ${name}`;
}
