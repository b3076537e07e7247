import * as z from 'zod';
import { PRIORITIES } from '../../../domain/conversation/priority';
import { ConversationState } from '../../../domain/conversation/state';
import { MediaProblem, MediaStatus } from '../../../domain/media/media';
import type { Media } from '../../../prisma/generated/client';
import type { ConversationRow } from '../../../services/conversation/list-conversations';
import type { TimelineMessage } from '../../../services/conversation/list-messages';
import { time } from '../../schemas';

export const stateSchema = z.enum(ConversationState);
export const prioritySchema = z.enum(PRIORITIES);
const author = z.enum(['customer', 'ai', 'human', 'system']);

export const conversationSchema = z.object({
  id: z.uuid(),
  kind: z.enum(['person', 'group']),
  mergedIntoId: z.uuid().nullable().describe('The conversation that has its messages now'),
  state: stateSchema,
  stateSince: time,
  humanDeadline: time.nullable().describe('When the AI comes back by itself'),
  handoffReason: z.string().nullable(),
  stateReason: z
    .string()
    .nullable()
    .describe('Why a person took it over, in that person’s words; assignedUser is who'),
  resolvedAt: time.nullable(),
  unread: z.number().int(),
  unanswered: z.boolean().describe('The customer wrote something nobody has answered'),
  inboundSeq: z
    .number()
    .int()
    .describe('Place of the customer’s newest message; 0: none. For `uptoSeq` of orders'),
  contact: z.object({ id: z.uuid(), name: z.string().nullable(), phone: z.string().nullable() }),
  channel: z.object({ id: z.uuid(), name: z.string() }),
  internal: z.boolean().describe('The other side is a colleague: stored, never answered by the AI'),
  assignedUser: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  assignedTeam: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  agent: z
    .object({ id: z.uuid(), name: z.string() })
    .nullable()
    .describe('The agent that answers when the AI does; null: the default one'),
  priority: prioritySchema,
  handoffSummary: z.string().nullable().describe('What the team should know, written at the hand-over'),
  alertLevel: z.number().int().describe('How often the team was alerted in this waiting period: 0, 1 or 2'),
  lastMessage: z
    .object({ id: z.uuid(), author, kind: z.string(), text: z.string(), status: z.string(), createdAt: time })
    .nullable(),
});

export function conversationBody(row: ConversationRow): z.input<typeof conversationSchema> {
  const { last_message: last } = row;
  return {
    id: row.id,
    kind: row.kind,
    mergedIntoId: row.merged_into_id,
    state: row.state,
    stateSince: row.state_since.toISOString(),
    humanDeadline: row.human_deadline?.toISOString() ?? null,
    handoffReason: row.handoff_reason,
    stateReason: row.state_reason,
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    unread: row.unread,
    unanswered: row.unanswered,
    inboundSeq: row.inbound_seq,
    contact: row.contact,
    channel: row.channel,
    internal: row.internal,
    assignedUser: row.assigned_user,
    assignedTeam: row.assigned_team,
    agent: row.agent,
    priority: row.priority,
    handoffSummary: row.handoff_summary,
    alertLevel: row.alert_level,
    lastMessage:
      last === null
        ? null
        : { ...last, author: author.parse(last.author), createdAt: last.createdAt.toISOString() },
  };
}

const causeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('turn'), turnId: z.uuid() }),
  z.object({
    type: z.literal('notice'),
    notice: z.string().nullable().describe('fallback, humanReturn, unanswered, waiting, …'),
    rule: z.string().nullable().describe('What sends it'),
    setting: z.string().nullable().describe('Where its text is set'),
  }),
  z.object({
    type: z.literal('flow'),
    flowId: z.uuid(),
    runId: z.uuid(),
    nodeId: z.string().describe('The node that said it'),
    name: z.string().nullable().describe('Of the automation; null when it is gone'),
  }),
  z.object({
    type: z.literal('person'),
    via: z.enum(['dashboard', 'phone', 'chatwoot']),
    by: z.string().nullable().describe('Who wrote it elsewhere, as they are called there'),
  }),
]);

const mediaSchema = z.object({
  status: z.enum(MediaStatus),
  problem: z.enum(MediaProblem).nullable(),
  mimetype: z.string().nullable().describe('Read from the bytes'),
  fileName: z.string().nullable(),
  bytes: z.number().int().nullable(),
  seconds: z.number().int().nullable(),
  words: z.string().nullable().describe('What was said in a recording, or what a picture shows'),
  settled: z.boolean().describe('Nothing more will happen to it'),
});

export const messageSchema = z.object({
  id: z.uuid(),
  seq: z.number().int().describe('Place in the timeline, gapless'),
  author,
  kind: z.string(),
  text: z.string(),
  payload: z.record(z.string(), z.unknown()).nullable().describe('What the kind needs beside the text'),
  media: mediaSchema.nullable().describe('The file it carries, by the message’s id under /api/v1/media'),
  status: z
    .string()
    .describe('received, pending, sending, uncertain, sent, delivered, read, played, failed, none'),
  turnId: z.uuid().nullable(),
  turn: z.object({ confidence: z.number().nullable(), sources: z.number().int() }).nullable(),
  user: z.object({ id: z.uuid(), name: z.string() }).nullable().describe('Who wrote it in the dashboard'),
  cause: causeSchema.nullable().describe('Why it was sent to the customer'),
  problem: z.string().nullable().describe('What the provider said when it did not leave'),
  createdAt: time,
  editedAt: time.nullable(),
  deletedAt: time.nullable(),
});

function mediaBody(media: Media): z.input<typeof mediaSchema> {
  const { mimetype, fileName, bytes, seconds, words } = media;
  const facts = mediaSchema.pick({ status: true, problem: true }).parse(media);
  return { ...facts, mimetype, fileName, bytes, seconds, words, settled: media.settledAt !== null };
}

const payloadSchema = z.record(z.string(), z.unknown()).nullable();

export function messageBody(message: TimelineMessage): z.input<typeof messageSchema> {
  return {
    id: message.id,
    seq: Number(message.seq),
    author: author.parse(message.author),
    kind: message.kind,
    text: message.text,
    payload: payloadSchema.parse(message.payload),
    media: message.media === null ? null : mediaBody(message.media),
    status: message.status,
    turnId: message.turnId,
    turn: message.turn,
    cause: message.cause,
    problem: message.problem,
    user: message.userId === null ? null : { id: message.userId, name: message.userName ?? '' },
    createdAt: message.createdAt.toISOString(),
    editedAt: message.editedAt?.toISOString() ?? null,
    deletedAt: message.deletedAt?.toISOString() ?? null,
  };
}
