import { z } from 'zod';
import { query } from '../../http/query';
import { sceneOf } from '../announce';
import { couldNotCreate, notFound } from '../chatwoot-error';
import { conversationIn, ok, type Call, type ChatwootHandler } from '../chatwoot-route';
import { linkContact } from '../contacts';
import { createConversation } from '../conversations';
import { guardUser } from '../guards';
import { teamById, userById, type User } from '../people';
import { attributesField, numberField, readBody, textField } from '../read-body';
import { STATUSES, type ContactInbox, type Conversation } from '../state/rows';
import { conversationView } from '../views/conversation-views';
import { writeMessage } from '../write-message';

const PER_PAGE = 25;

const createSchema = z.object({
  inbox_id: numberField.nullish(),
  contact_id: numberField.nullish(),
  source_id: textField.optional(),
  status: z.enum(STATUSES).nullish(),
  assignee_id: numberField.nullish(),
  team_id: numberField.nullish(),
  custom_attributes: attributesField.optional(),
  additional_attributes: attributesField.optional(),
  message: z.object({ content: textField }).nullish(),
});

type NewConversation = z.infer<typeof createSchema>;

export const createConversationRoute: ChatwootHandler = (call) => {
  const { world, req, caller } = call;
  const body = readBody(createSchema, req.body);
  const conversation = createConversation(world, {
    link: linkFor(call, body),
    status: body.status ?? 'open',
    assigneeId: userById(body.assignee_id ?? null)?.id ?? null,
    teamId: teamById(body.team_id ?? null)?.id ?? null,
    customAttributes: body.custom_attributes ?? {},
    additionalAttributes: body.additional_attributes ?? {},
  });
  if (body.message != null) writeMessage(world, conversation, caller, { content: body.message.content });
  return ok(conversationView(sceneOf(world), conversation));
};

/** Contact and inbox find or make the address; without both, the source id alone has to be known. */
function linkFor({ world }: Call, body: NewConversation): ContactInbox {
  const state = world.state.chatwoot;
  const inbox = body.inbox_id == null ? null : state.inboxes.get(body.inbox_id);
  const contact = body.contact_id == null ? null : state.contacts.get(body.contact_id);
  if (inbox === undefined || contact === undefined) throw notFound();
  if (inbox !== null && contact !== null) return linkContact(state, contact, inbox, body.source_id ?? null);
  const known = state.contactInboxes.find(({ sourceId }) => sourceId === body.source_id);
  if (known === undefined) throw notFound();
  return known;
}

export const showConversation: ChatwootHandler = (call) => {
  guardUser(call.caller);
  return ok(conversationView(sceneOf(call.world), conversationIn(call)));
};

/** The latest first; only open ones unless a status (or `all`) is asked for. */
export const listConversations: ChatwootHandler = (call) => {
  const viewer = guardUser(call.caller);
  const scene = sceneOf(call.world);
  const found = matching(call);
  const shown = byAssignee(found, query(call.req, 'assignee_type'), viewer);
  const from = (Math.max(1, Number(query(call.req, 'page') ?? 1)) - 1) * PER_PAGE;
  const unassigned = found.filter(({ assigneeId }) => assigneeId === null).length;
  const onPage = shown.sort((a, b) => b.lastActivityAt - a.lastActivityAt).slice(from, from + PER_PAGE);
  return ok({
    data: {
      meta: {
        mine_count: byAssignee(found, 'me', viewer).length,
        assigned_count: found.length - unassigned,
        unassigned_count: unassigned,
        all_count: found.length,
      },
      payload: onPage.map((conversation) => conversationView(scene, conversation)),
    },
  });
};

function matching({ world, req }: Call): Conversation[] {
  const { conversations, inboxes } = world.state.chatwoot;
  const status = query(req, 'status') ?? 'open';
  if (status !== 'all' && !STATUSES.some((known) => known === status)) {
    throw couldNotCreate(`'${status}' is not a valid status`);
  }
  const inboxId = query(req, 'inbox_id');
  if (inboxId !== undefined && inboxes.get(Number(inboxId)) === undefined) throw notFound();
  return conversations
    .all()
    .filter((conversation) => status === 'all' || conversation.status === status)
    .filter((conversation) => inboxId === undefined || conversation.inboxId === Number(inboxId));
}

function byAssignee(found: Conversation[], type: string | undefined, viewer: User): Conversation[] {
  if (type === 'me') return found.filter(({ assigneeId }) => assigneeId === viewer.id);
  if (type === 'unassigned') return found.filter(({ assigneeId }) => assigneeId === null);
  if (type === 'assigned') return found.filter(({ assigneeId }) => assigneeId !== null);
  return [...found];
}
