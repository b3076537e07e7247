import * as z from 'zod';
import { EXTENSION } from '../../../domain/conversation/timing';
import { extendDeadline, orderConversation } from '../../../services/conversation/order-conversation';
import { humanTextSchema, replyAsHuman } from '../../../services/conversation/reply-as-human';
import { endpoint } from '../../endpoint';
import { idempotencyKey } from '../../idempotency-key';
import { idParams, time } from '../../schemas';
import { messageBody, messageSchema, stateSchema } from './conversation-schema';

/** A line beside the state, not a report. */
const STATE_REASON_MAX_CHARACTERS = 300;

const stateBody = z.object({ state: stateSchema });

export const replyEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/conversations/{id}/messages',
  tag: 'conversations',
  summary: 'Write to the customer as a person',
  description:
    'Takes the conversation over: no AI message starts after this has answered. With an Idempotency-Key header, the same call again returns the same message.',
  role: 'ORG_AGENT',
  params: idParams,
  body: z.strictObject({ text: humanTextSchema }),
  responses: { 201: messageSchema },
  async handle({ deps, ctx, params, body, req }) {
    const message = await replyAsHuman(deps, ctx, {
      conversationId: params.id,
      text: body.text,
      idempotencyKey: idempotencyKey(req.headers['idempotency-key']),
    });
    return {
      status: 201,
      body: messageBody({
        ...message,
        turn: null,
        media: null,
        cause: { type: 'person', via: 'dashboard', by: null },
        problem: null,
      }),
    };
  },
});

export const takeOverEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/conversations/{id}/take-over',
  tag: 'conversations',
  summary: 'Take a conversation over from the AI',
  description: 'No AI message starts after this has answered.',
  role: 'ORG_AGENT',
  params: idParams,
  body: z
    .strictObject({
      reason: z
        .string()
        .trim()
        .min(1)
        .max(STATE_REASON_MAX_CHARACTERS)
        .optional()
        .describe('Why, for the team; the customer never sees it'),
    })
    .prefault({}),
  responses: { 200: stateBody },
  async handle({ deps, ctx, params, body }) {
    const order = { type: 'takeOver' as const, reason: body.reason };
    return { status: 200, body: { state: await orderConversation(deps, ctx, params.id, order) } };
  },
});

const uptoSeq = z
  .number()
  .int()
  .min(0)
  .optional()
  .describe(
    'What the person knew of: `inboundSeq` as it was shown. What came after it stays open, and is the AI’s. Absent: all',
  );

export const returnToAiEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/conversations/{id}/return-to-ai',
  tag: 'conversations',
  summary: 'Give a conversation back to the AI',
  role: 'ORG_AGENT',
  params: idParams,
  body: z
    .strictObject({
      answerPending: z
        .boolean()
        .default(false)
        .describe('Answer what the customer wrote since the last reply'),
      uptoSeq,
    })
    .prefault({}),
  responses: { 200: stateBody },
  async handle({ deps, ctx, params, body }) {
    const order = { type: 'returnToAi' as const, ...body };
    return { status: 200, body: { state: await orderConversation(deps, ctx, params.id, order) } };
  },
});

export const resolveEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/conversations/{id}/resolve',
  tag: 'conversations',
  summary: 'Mark a conversation as resolved',
  description: 'The AI is in charge of the next message, which opens it again.',
  role: 'ORG_AGENT',
  params: idParams,
  body: z.strictObject({ uptoSeq }).prefault({}),
  responses: { 200: stateBody },
  async handle({ deps, ctx, params, body }) {
    const order = { type: 'resolve' as const, ...body };
    return { status: 200, body: { state: await orderConversation(deps, ctx, params.id, order) } };
  },
});

export const extendEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/conversations/{id}/extend',
  tag: 'conversations',
  summary: 'Give the team more time before the AI comes back',
  description: 'Counted from the deadline that runs; it may lie at most 20 days from now.',
  role: 'ORG_AGENT',
  params: idParams,
  body: z
    .strictObject({
      ms: z
        .int()
        .min(EXTENSION.min)
        .max(EXTENSION.max)
        .default(EXTENSION.default)
        .describe('Milliseconds; an hour unless said otherwise'),
    })
    .prefault({}),
  responses: { 200: z.object({ state: stateSchema, humanDeadline: time.nullable() }) },
  async handle({ deps, ctx, params, body }) {
    const { state, humanDeadline } = await extendDeadline(deps, ctx, params.id, body.ms);
    return { status: 200, body: { state, humanDeadline: humanDeadline?.toISOString() ?? null } };
  },
});
