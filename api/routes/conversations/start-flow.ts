import * as z from 'zod';
import { startInConversation } from '../../../services/flow/start-in-conversation';
import { endpoint } from '../../endpoint';
import { idempotencyKey } from '../../idempotency-key';
import { idParams } from '../../schemas';

export const startFlowEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/conversations/{id}/flows',
  tag: 'conversations',
  summary: 'Begin an automation in this conversation',
  description:
    'Its published version, by its first trigger. The header `Idempotency-Key` makes repeating it harmless: the same key is the same run.',
  role: 'ORG_AGENT',
  params: idParams,
  body: z.strictObject({ automationId: z.uuid() }),
  responses: {
    201: z.object({
      runId: z.uuid(),
      began: z.boolean().describe('False: this key had begun it before'),
    }),
  },
  async handle({ deps, ctx, params, body, req }) {
    const started = await startInConversation(deps, ctx, {
      conversationId: params.id,
      flowId: body.automationId,
      idempotencyKey: idempotencyKey(req.headers['idempotency-key']),
    });
    return { status: 201, body: started };
  },
});
