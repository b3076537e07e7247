import * as z from 'zod';
import { IDENTITY_KINDS } from '../../../domain/contact/identity';
import { getContact } from '../../../services/contact/get-contact';
import { listContacts } from '../../../services/contact/list-contacts';
import { mergeContacts } from '../../../services/contact/merge-contacts';
import { undoMerge } from '../../../services/contact/undo-merge';
import { endpoint } from '../../endpoint';
import { idParams, pageOf, pageQuery, time } from '../../schemas';
import { tagSchema } from '../tags/tags';
import { contactFieldsSchema, contactRevisionSchema } from './notes';

const contactSchema = z.object({ id: z.uuid(), name: z.string().nullable(), phone: z.string().nullable() });

export const listContactsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/contacts',
  tag: 'contacts',
  summary: 'People who have written, the newest first',
  role: 'ORG_AGENT',
  query: pageQuery.extend({
    q: z.string().trim().max(200).optional().describe('Words of a name, or digits of a number'),
  }),
  responses: { 200: pageOf(contactSchema) },
  async handle({ deps, ctx, query }) {
    const { q, limit, cursor } = query;
    return {
      status: 200,
      body: await listContacts(deps, ctx, { q: q === '' ? undefined : q, limit, cursor }),
    };
  },
});

const identityKind = z.enum(IDENTITY_KINDS);
const mergeCause = z.enum(['provider', 'person']);

export const getContactEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/contacts/{id}',
  tag: 'contacts',
  summary: 'One person, with every name a provider has for them',
  role: 'ORG_AGENT',
  params: idParams,
  responses: {
    200: z.object({
      id: z.uuid(),
      name: z.string().nullable(),
      mergedIntoId: z.uuid().nullable().describe('The contact that has its identities now'),
      createdAt: time,
      tags: z.array(tagSchema),
      fields: contactFieldsSchema,
      revision: contactRevisionSchema,
      identities: z.array(z.object({ id: z.uuid(), kind: identityKind, value: z.string(), createdAt: time })),
      merges: z
        .array(
          z.object({
            id: z.uuid(),
            cause: mergeCause.describe('provider: one message named both'),
            contact: z.object({ id: z.uuid(), name: z.string().nullable() }),
            user: z.object({ id: z.uuid(), name: z.string() }).nullable(),
            createdAt: time,
          }),
        )
        .describe('Contacts merged into this one, the newest first: the order to undo them in'),
    }),
  },
  async handle({ deps, ctx, params }) {
    const contact = await getContact(deps, ctx, params.id);
    return {
      status: 200,
      body: {
        ...contact,
        createdAt: contact.createdAt.toISOString(),
        identities: contact.identities.map((identity) => ({
          ...identity,
          createdAt: identity.createdAt.toISOString(),
        })),
        merges: contact.merges.map((merge) => ({
          ...merge,
          user: merge.userId === null ? null : { id: merge.userId, name: merge.userName ?? '' },
          createdAt: merge.createdAt.toISOString(),
        })),
      },
    };
  },
});

export const mergeContactEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/contacts/{id}/merge',
  tag: 'contacts',
  summary: 'Two contacts are one person',
  description:
    'Identities and conversations go to the contact `into`; where both have a conversation on a number, that of `into` has all messages then. No message is lost and none is answered twice. Can be undone.',
  role: 'ORG_MANAGER',
  params: idParams,
  body: z.object({ into: z.uuid().describe('The contact that is left') }),
  responses: { 200: z.object({ mergeId: z.uuid() }) },
  async handle({ deps, ctx, params, body }) {
    const order = { contactId: params.id, intoId: body.into, userId: ctx.userId };
    return { status: 200, body: await mergeContacts(deps, ctx, order) };
  },
});

export const undoMergeEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/contacts/merges/{id}/undo',
  tag: 'contacts',
  summary: 'Part two contacts again',
  description: 'What the merge moved goes back; what was written since stays with the contact that was left.',
  role: 'ORG_MANAGER',
  params: idParams,
  responses: { 204: null },
  async handle({ deps, ctx, params }) {
    await undoMerge(deps, ctx, params.id);
    return { status: 204 };
  },
});
