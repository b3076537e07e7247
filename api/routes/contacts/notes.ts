import * as z from 'zod';
import type { FlowObject } from '../../../domain/flow/runtime/value';
import { setContactFields } from '../../../services/contact/contact-fields';
import { changeContactTags, setContactTags } from '../../../services/contact/contact-tags';
import { endpoint } from '../../endpoint';
import { idParams } from '../../schemas';
import { tagSchema } from '../tags/tags';

const MOST_TAGS = 100;
const tagIds = z.array(z.uuid()).max(MOST_TAGS);
const PERSON = { type: 'person' as const };

export const contactRevisionSchema = z
  .int()
  .describe('Raised by every change of tags or fields, whoever makes it');
const fromRevision = z
  .int()
  .optional()
  .describe(
    'Of the contact that was read. When somebody changed it since, the answer is 409 `contact_changed`; left out, their change is written over',
  );

const tagsBody = z.object({ items: z.array(tagSchema), revision: contactRevisionSchema });

export const patchContactTagsEndpoint = endpoint({
  method: 'patch',
  path: '/api/v1/contacts/{id}/tags',
  tag: 'contacts',
  summary: 'Put tags on a contact, and take tags off it',
  description:
    'What is not named stays, so changes at the same time never undo each other. Automations that wait for a tag begin for each one that is new.',
  role: 'ORG_AGENT',
  params: idParams,
  body: z
    .strictObject({ add: tagIds.default([]), remove: tagIds.default([]) })
    .refine(({ add, remove }) => !add.some((id) => remove.includes(id)), { path: ['remove'] }),
  responses: { 200: tagsBody },
  async handle({ deps, ctx, params, body }) {
    const order = { contactId: params.id, ...body, by: PERSON };
    const { tags, revision } = await changeContactTags(deps, ctx, order);
    return { status: 200, body: { items: tags, revision } };
  },
});

export const putContactTagsEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/contacts/{id}/tags',
  tag: 'contacts',
  summary: 'Give a contact these tags and no others',
  description: 'Automations that wait for a tag begin for each one that is new.',
  role: 'ORG_AGENT',
  params: idParams,
  body: z.strictObject({ tagIds, revision: fromRevision }),
  responses: { 200: tagsBody },
  async handle({ deps, ctx, params, body }) {
    const { tags, revision } = await setContactTags(deps, ctx, { contactId: params.id, ...body, by: PERSON });
    return { status: 200, body: { items: tags, revision } };
  },
});

/** What a contact is known by, under names of the tenant's own. JSON of any shape, which OpenAPI cannot say by recursion. */
export const contactFieldsSchema = z.record(z.string(), z.unknown());

const LIMITS =
  'Names of lower-case letters, digits and underscores; texts, numbers, yes or no, lists and objects. At most 50 fields, 16 KB together.';
const fieldsBody = z.object({ fields: contactFieldsSchema, revision: contactRevisionSchema });

export const patchContactFieldsEndpoint = endpoint({
  method: 'patch',
  path: '/api/v1/contacts/{id}/fields',
  tag: 'contacts',
  summary: 'Set some of a contact’s fields',
  description: `What is not named stays. ${LIMITS}`,
  role: 'ORG_AGENT',
  params: idParams,
  body: z.strictObject({
    set: contactFieldsSchema.describe('By name; null takes a field away'),
    seen: contactFieldsSchema
      .optional()
      .describe(
        'What was read of them, null where there was none. When one has another value by now, the answer is 409 `contact_changed` and nothing is saved',
      ),
  }),
  responses: { 200: fieldsBody },
  async handle({ deps, ctx, params, body }) {
    const order = {
      contactId: params.id,
      set: body.set as FlowObject,
      seen: body.seen as FlowObject | undefined,
    };
    const { fields, revision } = await setContactFields(deps, ctx, order);
    return { status: 200, body: { fields, revision } };
  },
});

export const putContactFieldsEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/contacts/{id}/fields',
  tag: 'contacts',
  summary: 'Give a contact these fields and no others',
  description: LIMITS,
  role: 'ORG_AGENT',
  params: idParams,
  body: z.strictObject({ fields: contactFieldsSchema, revision: fromRevision }),
  responses: { 200: fieldsBody },
  async handle({ deps, ctx, params, body }) {
    const order = { contactId: params.id, set: body.fields as FlowObject, revision: body.revision };
    const { fields, revision } = await setContactFields(deps, ctx, { ...order, replace: true });
    return { status: 200, body: { fields, revision } };
  },
});
