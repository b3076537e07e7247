import * as z from 'zod';
import { normalizePhone } from '../../../domain/contact/phone';
import { NOTICE_VARIABLES, unknownVariables } from '../../../domain/conversation/transfer';
import { transferConversation } from '../../../services/conversation/transfer-conversation';
import { endpoint } from '../../endpoint';
import { idempotencyKey } from '../../idempotency-key';
import { idParams } from '../../schemas';
import { stateSchema } from './conversation-schema';

/** With its values put in, a notice still fits WhatsApp's 4,096 characters. */
const NOTICE_MAX_CHARACTERS = 1_000;

const notice = z
  .string()
  .trim()
  .min(1)
  .max(NOTICE_MAX_CHARACTERS)
  .refine((text) => unknownVariables(text).length === 0, {
    error: `Only {{${NOTICE_VARIABLES.join('}}, {{')}}}`,
  });

const targetName = z.string().trim().min(1).max(80).optional().describe('What the timeline calls it');

const destination = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['user', 'team', 'agent']), id: z.uuid() }),
  z.strictObject({
    type: z.literal('number'),
    address: z
      .string()
      .max(40)
      .transform((text, check) => {
        const phone = normalizePhone(text);
        if (phone !== undefined) return phone;
        check.addIssue({ code: 'custom', message: 'A phone number with its country code' });
        return z.NEVER;
      })
      .describe('With country code; whatever is no digit is ignored'),
    name: targetName,
  }),
  z.strictObject({
    type: z.literal('group'),
    address: z
      .string()
      .regex(/^[0-9-]{5,40}@g\.us$/)
      .describe('The group’s JID: digits@g.us'),
    name: targetName,
  }),
]);

export const transferEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/conversations/{id}/transfer',
  tag: 'conversations',
  summary: 'Give a conversation to somebody else',
  description:
    'To a person, a team, a WhatsApp number or group, the AI stops and the customer waits for a person (oneself: one has it); to an agent, that agent answers what is open. Notices are templates with {{contact.name}}, {{summary}} and {{link}}. With an Idempotency-Key header, the same call again is the same transfer. A number it is transferred to becomes a colleague’s: what it writes is stored and never answered by the AI.',
  role: 'ORG_AGENT',
  params: idParams,
  body: z.strictObject({
    to: destination,
    notice: notice
      .optional()
      .describe('For whoever continues: in their mail, or as the message to number or group'),
    customerNotice: notice.optional().describe('For the customer; nothing is said without'),
  }),
  responses: { 200: z.object({ state: stateSchema }) },
  async handle({ deps, ctx, params, body, req }) {
    const state = await transferConversation(deps, ctx, {
      conversationId: params.id,
      to: body.to,
      notice: body.notice ?? null,
      customerNotice: body.customerNotice ?? null,
      idempotencyKey: idempotencyKey(req.headers['idempotency-key']),
    });
    return { status: 200, body: { state } };
  },
});
