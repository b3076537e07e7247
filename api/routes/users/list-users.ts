import * as z from 'zod';
import { listUsers } from '../../../services/team/list-users';
import { endpoint } from '../../endpoint';
import { roleSchema } from '../../schemas';

export const listUsersEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/users',
  tag: 'users',
  summary: 'The people of this account, by name',
  role: 'ORG_AGENT',
  responses: {
    200: z.object({
      items: z.array(z.object({ id: z.uuid(), name: z.string(), email: z.string(), role: roleSchema })),
    }),
  },
  async handle({ deps, ctx }) {
    return { status: 200, body: { items: await listUsers(deps, ctx) } };
  },
});
