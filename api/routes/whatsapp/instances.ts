import * as z from 'zod';
import { normalizePhone } from '../../../domain/contact/phone';
import { createChannel } from '../../../services/channel/create-channel';
import { getChannelStatus } from '../../../services/channel/get-channel-status';
import { getQrCode } from '../../../services/channel/get-qr-code';
import { listChannels } from '../../../services/channel/list-channels';
import { removeChannel } from '../../../services/channel/remove-channel';
import { endpoint } from '../../endpoint';
import { idParams, pageOf, time } from '../../schemas';
import { instanceBody, instanceSchema } from './instance-schema';

export const createInstanceEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/whatsapp/instances',
  tag: 'whatsapp',
  summary: 'Register a number',
  description: 'Makes an instance at Evolution API. Pair it with the code of …/qrcode.',
  role: 'ORG_ADMIN',
  body: z.strictObject({ name: z.string().trim().min(1).max(80) }),
  responses: { 201: instanceSchema },
  async handle({ deps, ctx, body }) {
    return { status: 201, body: instanceBody(await createChannel(deps, ctx, body)) };
  },
});

export const listInstancesEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/whatsapp/instances',
  tag: 'whatsapp',
  summary: 'The numbers of this account',
  role: 'ORG_AGENT',
  responses: { 200: pageOf(instanceSchema) },
  async handle({ deps, ctx }) {
    const channels = await listChannels(deps, ctx);
    return { status: 200, body: { items: channels.map(instanceBody), nextCursor: null } };
  },
});

export const instanceStatusEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/whatsapp/instances/{id}/status',
  tag: 'whatsapp',
  summary: 'Whether a number is connected',
  description: 'Asks Evolution; while it does not answer, tells the last known state.',
  role: 'ORG_AGENT',
  params: idParams,
  responses: { 200: instanceSchema },
  async handle({ deps, ctx, params }) {
    return { status: 200, body: instanceBody(await getChannelStatus(deps, ctx, params.id)) };
  },
});

export const instanceQrCodeEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/whatsapp/instances/{id}/qrcode',
  tag: 'whatsapp',
  summary: 'The code to pair a number with',
  description:
    '409 when the number is connected already. All null while Evolution prepares a code: ask again.',
  role: 'ORG_ADMIN',
  params: idParams,
  query: z.object({
    number: z
      .string()
      .transform((value, context) => {
        const phone = normalizePhone(value);
        if (phone !== undefined) return phone;
        context.addIssue({ code: 'custom', message: 'not a phone number' });
        return z.NEVER;
      })
      .optional()
      .describe('The phone to pair, with country code: a pairing code comes too'),
  }),
  responses: {
    200: z.object({
      qrcode: z.string().nullable().describe('PNG as a data URI'),
      code: z.string().nullable().describe('What the picture says'),
      pairingCode: z.string().nullable(),
      expiresAt: time.nullable(),
    }),
  },
  async handle({ deps, ctx, params, query }) {
    const qr = await getQrCode(deps, ctx, { id: params.id, phone: query.number });
    return { status: 200, body: { ...qr, expiresAt: qr.expiresAt?.toISOString() ?? null } };
  },
});

export const removeInstanceEndpoint = endpoint({
  method: 'delete',
  path: '/api/v1/whatsapp/instances/{id}',
  tag: 'whatsapp',
  summary: 'Disconnect and remove a number',
  description: 'Its conversations stay readable.',
  role: 'ORG_ADMIN',
  params: idParams,
  responses: { 204: null },
  async handle({ deps, ctx, params }) {
    await removeChannel(deps, ctx, params.id);
    return { status: 204 };
  },
});
