import { z } from 'zod';
import { sceneOf } from '../announce';
import { conversationIn, head, ok, type ChatwootHandler } from '../chatwoot-route';
import { assign, changeStatus } from '../conversations';
import { guardUser } from '../guards';
import { teamById, userById } from '../people';
import { attributesField, numberField, readBody } from '../read-body';
import { saveConversation } from '../save-conversation';
import { PRIORITIES, STATUSES } from '../state/rows';
import { conversationView } from '../views/conversation-views';
import { agentView } from '../views/people-views';
import { iso } from '../views/time';

const statusSchema = z.object({
  status: z.enum(STATUSES).nullish(),
  snoozed_until: numberField.nullish().describe('Seconds.'),
});
const assignmentSchema = z.object({
  assignee_id: numberField.nullish(),
  team_id: numberField.nullish(),
});
const prioritySchema = z.object({ priority: z.enum(PRIORITIES).nullish() });

/** Without a status it goes from open to resolved, and from anything else to open. */
export const toggleStatus: ChatwootHandler = (call) => {
  const conversation = conversationIn(call);
  const body = readBody(statusSchema, call.req.body);
  changeStatus(call.world, conversation, call.caller, {
    status: body.status ?? (conversation.status === 'open' ? 'resolved' : 'open'),
    snoozedUntil: body.snoozed_until == null ? null : body.snoozed_until * 1_000,
  });
  return ok({
    meta: {},
    payload: {
      success: true,
      conversation_id: conversation.id,
      current_status: conversation.status,
      snoozed_until: iso(conversation.snoozedUntil),
    },
  });
};

/** Somebody unknown is nobody. */
export const createAssignment: ChatwootHandler = (call) => {
  const conversation = conversationIn(call);
  const body = readBody(assignmentSchema, call.req.body);
  if (body.assignee_id !== undefined) {
    const assignee = userById(body.assignee_id) ?? null;
    assign(call.world, conversation, call.caller, assignee);
    return ok(assignee === null ? null : agentView(assignee));
  }
  if (body.team_id === undefined) return ok(null);
  const team = teamById(body.team_id) ?? null;
  saveConversation(call.world, conversation, { teamId: team?.id ?? null });
  return ok(team);
};

export const togglePriority: ChatwootHandler = (call) => {
  const { priority } = readBody(prioritySchema, call.req.body);
  saveConversation(call.world, conversationIn(call), { priority: priority ?? null });
  return head();
};

export const updateConversation: ChatwootHandler = (call) => {
  const conversation = conversationIn(call);
  const { priority } = readBody(prioritySchema, call.req.body);
  if (priority !== undefined) saveConversation(call.world, conversation, { priority });
  return ok(conversationView(sceneOf(call.world), conversation));
};

/** The whole set is replaced. */
export const setCustomAttributes: ChatwootHandler = (call) => {
  const conversation = conversationIn(call);
  const { custom_attributes: customAttributes } = readBody(
    z.object({ custom_attributes: attributesField }),
    call.req.body,
  );
  saveConversation(call.world, conversation, { customAttributes });
  return ok({ custom_attributes: conversation.customAttributes });
};

export const listLabels: ChatwootHandler = (call) => {
  guardUser(call.caller);
  return ok({ payload: conversationIn(call).labels });
};

/** The whole list is replaced. */
export const setLabels: ChatwootHandler = (call) => {
  guardUser(call.caller);
  const conversation = conversationIn(call);
  const { labels } = readBody(z.object({ labels: z.array(z.string()) }), call.req.body);
  saveConversation(call.world, conversation, { labels: [...new Set(labels)] });
  return ok({ payload: conversation.labels });
};

/** Taken, and shown to nobody. */
export const toggleTyping: ChatwootHandler = (call) => {
  guardUser(call.caller);
  conversationIn(call);
  return head();
};
