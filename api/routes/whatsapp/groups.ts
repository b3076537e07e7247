import * as z from 'zod';
import { GROUP_JID_PATTERN, GROUP_MODES, MAX_ALLOWED_GROUPS } from '../../../domain/channel/groups';
import { getGroups, saveGroups } from '../../../services/channel/group-settings';
import { endpoint } from '../../endpoint';
import { idParams } from '../../schemas';

const groupSchema = z.object({ jid: z.string(), name: z.string() });
const groupsSchema = z.object({
  mode: z.enum(GROUP_MODES),
  allowed: z.array(groupSchema),
  available: z
    .array(
      groupSchema.extend({
        members: z
          .number()
          .int()
          .nullable()
          .describe('How many people are in it; null when WhatsApp does not tell'),
      }),
    )
    .nullable()
    .describe('The groups the number is in; null while WhatsApp cannot be asked'),
});

export const getGroupsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/whatsapp/instances/{id}/groups',
  tag: 'whatsapp',
  summary: 'Which groups are let in',
  role: 'ORG_ADMIN',
  params: idParams,
  responses: { 200: groupsSchema },
  async handle({ deps, ctx, params }) {
    return { status: 200, body: await getGroups(deps, ctx, params.id) };
  },
});

export const putGroupsEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/whatsapp/instances/{id}/groups',
  tag: 'whatsapp',
  summary: 'Let groups in, or none',
  description:
    'An allowed group is a conversation in the inbox. In mode `mention` the AI answers who mentions or quotes the number; in mode `off` it reads along. Without allowed groups all are ignored, as it begins.',
  role: 'ORG_ADMIN',
  params: idParams,
  body: z.strictObject({
    mode: z.enum(GROUP_MODES),
    allowed: z.array(z.string().regex(GROUP_JID_PATTERN)).max(MAX_ALLOWED_GROUPS),
  }),
  responses: { 200: groupsSchema },
  async handle({ deps, ctx, params, body }) {
    return { status: 200, body: await saveGroups(deps, ctx, { id: params.id, ...body }) };
  },
});
