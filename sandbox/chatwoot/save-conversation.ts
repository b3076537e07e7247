import type { World } from '../world';
import { announceConversation, type ChangedAttributes } from './announce';
import { iso } from './views/time';
import type { Conversation } from './state/rows';

type Changes = Partial<
  Pick<
    Conversation,
    | 'status'
    | 'assigneeId'
    | 'teamId'
    | 'priority'
    | 'labels'
    | 'customAttributes'
    | 'snoozedUntil'
    | 'waitingSince'
    | 'firstReplyAt'
  >
>;

/** The columns whose change is told, and how a webhook writes their values. */
const COLUMNS: { [Field in keyof Changes]-?: [string, (conversation: Conversation) => unknown] } = {
  status: ['status', ({ status }) => status],
  assigneeId: ['assignee_id', ({ assigneeId }) => assigneeId],
  teamId: ['team_id', ({ teamId }) => teamId],
  priority: ['priority', ({ priority }) => priority],
  labels: ['label_list', ({ labels }) => labels],
  customAttributes: ['custom_attributes', ({ customAttributes }) => customAttributes],
  snoozedUntil: ['snoozed_until', ({ snoozedUntil }) => iso(snoozedUntil)],
  waitingSince: ['waiting_since', ({ waitingSince }) => iso(waitingSince)],
  firstReplyAt: ['first_reply_created_at', ({ firstReplyAt }) => iso(firstReplyAt)],
};

/** One save: everything that changed together is told together. False when nothing changed. */
export function saveConversation(world: World, conversation: Conversation, changes: Changes): boolean {
  const before = { ...conversation };
  Object.assign(conversation, changes);
  if (conversation.status !== 'snoozed') conversation.snoozedUntil = null;
  if (before.status !== conversation.status && conversation.status === 'resolved') {
    conversation.waitingSince = null;
  }
  const changed = difference(before, conversation);
  if (Object.keys(changed).length === 0) return false;
  conversation.updatedAt = world.clock.now();
  // An assignment in the same save keeps the change of status to itself.
  const isAssigned = 'assignee_id' in changed || 'team_id' in changed;
  if (changed['status'] !== undefined && !isAssigned) {
    announceConversation(world, 'conversation_status_changed', conversation, { status: changed['status'] });
  }
  announceConversation(world, 'conversation_updated', conversation, {
    updated_at: { previous_value: iso(before.updatedAt), current_value: iso(conversation.updatedAt) },
    ...changed,
  });
  world.changes.announce({ type: 'chatwoot' });
  return true;
}

function difference(before: Conversation, after: Conversation): ChangedAttributes {
  const changed: ChangedAttributes = {};
  for (const [name, valueOf] of Object.values(COLUMNS)) {
    const [previous, current] = [valueOf(before), valueOf(after)];
    if (JSON.stringify(previous) === JSON.stringify(current)) continue;
    changed[name] = { previous_value: previous, current_value: current };
  }
  return changed;
}
