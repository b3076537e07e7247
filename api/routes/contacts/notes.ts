import * as z from 'zod';
import type { FlowObject } from '../../../domain/flow/runtime/value';
import { setContactFields } from '../../../services/contact/contact-fields';
import { setContactTags } from '../../../services/contact/contact-tags';
import { endpoint } from '../../endpoint';
import { idParams } from '../../schemas';
import { tagSchema } from '../tags/tags';

export const putContactTagsEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/contacts/{id}/tags',
  tag: 'contacts',
  summary: 'Give a contact these tags and no others',
  description: 'Automations that wait for a tag begin for each one that is new.',
  role: 'ORG_AGENT',
  params: idParams,
  body: z.strictObject({ tagIds: z.array(z.uuid()).max(100) }),
  responses: { 200: z.object({ items: z.array(tagSchema) }) },
  async handle({ deps, ctx, params, body }) {
    const order = { contactId: params.id, tagIds: body.tagIds, by: { type: 'person' as const } };
    const { tags } = await setContactTags(deps, ctx, order);
    return { status: 200, body: { items: tags } };
  },
});

/** What a contact is known by, under names of the tenant's own. JSON of any shape, which OpenAPI cannot say by recursion. */
export const contactFieldsSchema = z.record(z.string(), z.unknown());

export const putContactFieldsEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/contacts/{id}/fields',
  tag: 'contacts',
  summary: 'Give a contact these fields and no others',
  description:
    'Names of lower-case letters, digits and underscores; texts, numbers, yes or no, lists and objects. At most 50 fields, 16 KB together.',
  role: 'ORG_AGENT',
  params: idParams,
  body: z.strictObject({ fields: contactFieldsSchema }),
  responses: { 200: z.object({ fields: contactFieldsSchema }) },
  async handle({ deps, ctx, params, body }) {
    const order = { contactId: params.id, set: body.fields as FlowObject };
    const { fields } = await setContactFields(deps, ctx, order, { replace: true });
    return { status: 200, body: { fields } };
  },
});
