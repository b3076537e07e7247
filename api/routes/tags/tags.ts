import * as z from 'zod';
import { createTag, listTags, removeTagOfTenant, saveTag } from '../../../services/contact/tags';
import { endpoint } from '../../endpoint';
import { colorSchema, idParams } from '../../schemas';

const tagInput = z.strictObject({
  name: z.string().trim().min(1).max(40),
  color: colorSchema.default('#64748b'),
});
export const tagSchema = z.object({ id: z.uuid(), name: z.string(), color: z.string() });

const listTagsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/tags',
  tag: 'tags',
  summary: 'Tags by name, with how many contacts have each',
  role: 'ORG_AGENT',
  responses: { 200: z.object({ items: z.array(tagSchema.extend({ contacts: z.int() })) }) },
  async handle({ deps, ctx }) {
    return { status: 200, body: { items: await listTags(deps, ctx) } };
  },
});

const createTagEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/tags',
  tag: 'tags',
  summary: 'A new tag',
  role: 'ORG_MANAGER',
  body: tagInput,
  responses: { 201: tagSchema },
  async handle({ deps, ctx, body }) {
    return { status: 201, body: await createTag(deps, ctx, body) };
  },
});

const saveTagEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/tags/{id}',
  tag: 'tags',
  summary: 'Change a tag, on every contact that has it',
  role: 'ORG_MANAGER',
  params: idParams,
  body: tagInput,
  responses: { 200: tagSchema },
  async handle({ deps, ctx, params, body }) {
    return { status: 200, body: await saveTag(deps, ctx, params.id, body) };
  },
});

const removeTagEndpoint = endpoint({
  method: 'delete',
  path: '/api/v1/tags/{id}',
  tag: 'tags',
  summary: 'Remove a tag, from every contact too',
  role: 'ORG_MANAGER',
  params: idParams,
  responses: { 204: null },
  async handle({ deps, ctx, params }) {
    await removeTagOfTenant(deps, ctx, params.id);
    return { status: 204 };
  },
});

export const tagEndpoints = [listTagsEndpoint, createTagEndpoint, saveTagEndpoint, removeTagEndpoint];
