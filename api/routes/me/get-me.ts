import * as z from 'zod';
import { getMe } from '../../../services/auth/get-me';
import { endpoint } from '../../endpoint';
import { roleSchema } from '../../schemas';

export const getMeEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/me',
  tag: 'me',
  summary: 'Who is signed in',
  role: 'ORG_AGENT',
  responses: {
    200: z.object({
      user: z.object({
        id: z.uuid(),
        name: z.string(),
        email: z.string(),
        phone: z.string().nullable(),
        role: roleSchema,
      }),
      tenant: z.object({
        id: z.uuid(),
        name: z.string(),
        status: z.string(),
        locale: z.string(),
        timeZone: z.string(),
      }),
    }),
  },
  async handle({ deps, ctx }) {
    return { status: 200, body: await getMe(deps, ctx) };
  },
});
