import { z } from 'zod';
import { param } from '../../http/param';
import { query } from '../../http/query';
import { uploadedFiles } from '../../http/read-form';
import { sceneOf } from '../announce';
import { notFound } from '../chatwoot-error';
import { conversationIn, ok, type Call, type ChatwootHandler } from '../chatwoot-route';
import { assigneeOf } from '../conversations';
import { guardUser } from '../guards';
import { attributesField, flagField, readBody, textField } from '../read-body';
import { MESSAGE_STATUSES, type Conversation, type Message } from '../state/rows';
import { messageView } from '../views/message-views';
import { agentView, contactView } from '../views/people-views';
import { iso } from '../views/time';
import { changeMessageStatus, writeMessage } from '../write-message';

const LATEST = 20;
const AFTER = 100;
const BETWEEN = 1_000;

const createSchema = z.object({
  content: textField.optional(),
  message_type: z.enum(['incoming', 'outgoing']).optional(),
  private: flagField.optional(),
  content_type: z.string().optional(),
  content_attributes: z.preprocess(parsedText, attributesField.optional()),
  'content_attributes[in_reply_to]': textField.optional(),
  source_id: textField.optional(),
  echo_id: textField.optional(),
});
const updateSchema = z.object({
  status: z.enum(MESSAGE_STATUSES).optional(),
  external_error: textField.optional(),
});

export const createMessage: ChatwootHandler = (call) => {
  const { world, req, caller } = call;
  const conversation = conversationIn(call);
  const body = readBody(createSchema, req.body);
  const inReplyTo = body['content_attributes[in_reply_to]'] ?? null;
  const message = writeMessage(world, conversation, caller, {
    content: body.content ?? null,
    type: body.message_type ?? 'outgoing',
    private: body.private ?? false,
    contentType: body.content_type,
    contentAttributes: {
      ...body.content_attributes,
      ...(inReplyTo === null ? {} : { in_reply_to: Number(inReplyTo) }),
    },
    sourceId: body.source_id ?? null,
    files: uploadedFiles(req),
  });
  // The echo is for the one who asked; it is not kept.
  return ok(messageView(sceneOf(world), message, body.echo_id ?? null));
};

export const listMessages: ChatwootHandler = (call) => {
  guardUser(call.caller);
  const conversation = conversationIn(call);
  const scene = sceneOf(call.world);
  const contact = call.world.state.chatwoot.contacts.get(conversation.contactId);
  const assignee = assigneeOf(conversation);
  return ok({
    meta: {
      labels: conversation.labels,
      additional_attributes: conversation.additionalAttributes,
      contact: contact === undefined ? null : contactView(contact),
      ...(assignee === null ? {} : { assignee: agentView(assignee) }),
      agent_last_seen_at: iso(conversation.agentSeenAt),
      assignee_last_seen_at: iso(conversation.agentSeenAt),
    },
    payload: chosen(call, conversation).map((message) => messageView(scene, message)),
  });
};

/** Always oldest first: the newest twenty, or a hundred after an id, or twenty before one, or what is between. */
function chosen({ world, req }: Call, { id }: Conversation): Message[] {
  const messages = world.state.chatwoot.messagesOf(id);
  const after = query(req, 'after');
  const before = query(req, 'before');
  if (after !== undefined && before !== undefined) {
    return messages
      .filter((message) => message.id >= Number(after) && message.id < Number(before))
      .slice(0, BETWEEN);
  }
  if (before !== undefined) return messages.filter((message) => message.id < Number(before)).slice(-LATEST);
  if (after !== undefined) return messages.filter((message) => message.id > Number(after)).slice(0, AFTER);
  return messages.slice(-LATEST);
}

/** A status nobody knows changes nothing. */
export const updateMessage: ChatwootHandler = (call) => {
  guardUser(call.caller);
  const conversation = conversationIn(call);
  const message = call.world.state.chatwoot.message(Number(param(call.req, 'messageId')));
  if (message === undefined || message.conversationId !== conversation.id) throw notFound();
  const parsed = updateSchema.safeParse(call.req.body);
  const { status, external_error: error } = parsed.success ? parsed.data : {};
  if (status !== undefined) changeMessageStatus(call.world, message, status, error ?? null);
  return ok(messageView(sceneOf(call.world), message));
};

/** Forms carry an object as text. */
function parsedText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed;
  } catch {
    return value;
  }
}
