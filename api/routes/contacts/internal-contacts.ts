import * as z from 'zod';
import { listInternalContacts, releaseInternalContact } from '../../../services/contact/internal-contacts';
import { endpoint } from '../../endpoint';
import { idParams } from '../../schemas';

export const listInternalContactsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/internal-contacts',
  tag: 'contacts',
  summary: 'Colleagues who are reached by WhatsApp',
  description:
    'Numbers and groups that conversations were transferred to: what they write is stored and never answered by the AI.',
  role: 'ORG_AGENT',
  responses: {
    200: z.object({
      items: z.array(
        z.object({
          id: z.uuid(),
          name: z.string().nullable(),
          phone: z.string().nullable(),
          group: z.string().nullable().describe('A group’s JID'),
        }),
      ),
    }),
  },
  async handle({ deps, ctx }) {
    return { status: 200, body: { items: await listInternalContacts(deps, ctx) } };
  },
});

export const releaseInternalContactEndpoint = endpoint({
  method: 'delete',
  path: '/api/v1/internal-contacts/{id}',
  tag: 'contacts',
  summary: 'Make a colleague’s number a customer’s again',
  role: 'ORG_MANAGER',
  params: idParams,
  responses: { 204: null },
  async handle({ deps, ctx, params }) {
    await releaseInternalContact(deps, ctx, params.id);
    return { status: 204 };
  },
});
