import * as z from 'zod';
import { createFlow } from '../../../services/flow/create-flow';
import { deleteFlow } from '../../../services/flow/delete-flow';
import { duplicateFlow } from '../../../services/flow/duplicate-flow';
import { RUN_STATUSES } from '../../../services/flow/flow-row';
import { getFlow } from '../../../services/flow/get-flow';
import { listFlows } from '../../../services/flow/list-flows';
import { saveDraft } from '../../../services/flow/save-draft';
import { endpoint } from '../../endpoint';
import { callerLocale } from '../../errors/locale';
import { idParams, pageOf, pageQuery, time } from '../../schemas';
import {
  findingSchema,
  findingsBody,
  flowBody,
  flowName,
  flowSchema,
  flowStatus,
  flowText,
  looseObject,
} from './schemas';

const createdSchema = z.object({ id: z.uuid(), revision: z.number().int() });

export const listAutomationsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations',
  tag: 'automations',
  summary: 'Automations, the last changed first',
  role: 'ORG_AGENT',
  query: pageQuery.extend({
    q: z.string().trim().max(200).optional().describe('Words of a name or description'),
    status: flowStatus.optional(),
  }),
  responses: {
    200: pageOf(
      z.object({
        id: z.uuid(),
        name: z.string(),
        description: z.string(),
        status: flowStatus,
        published: z.number().int().nullable(),
        publishedAt: time.nullable(),
        pausedBy: z.enum(['person', 'failures']).nullable(),
        revision: z.number().int(),
        updatedAt: time,
        triggers: z.array(z.string()).describe('Kinds of what begins it now'),
        runs: z
          .partialRecord(z.enum(RUN_STATUSES), z.number().int())
          .describe('Of the last seven days, by status; a status without runs is left out'),
      }),
    ),
  },
  async handle({ deps, ctx, query }) {
    const { q, status, limit, cursor } = query;
    const page = await listFlows(deps, ctx, {
      q: q === undefined || q === '' ? undefined : q.replaceAll('\0', '').toWellFormed(),
      status,
      limit,
      cursor,
    });
    const items = page.items.map((item) => ({
      ...item,
      updatedAt: item.updatedAt.toISOString(),
      publishedAt: item.publishedAt?.toISOString() ?? null,
    }));
    return { status: 200, body: { items, nextCursor: page.nextCursor } };
  },
});

export const createAutomationEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/automations',
  tag: 'automations',
  summary: 'A new automation: empty, or from a template',
  role: 'ORG_MANAGER',
  body: z.strictObject({
    name: flowName,
    description: flowText.default(''),
    templateId: z.string().min(1).max(64).optional(),
  }),
  responses: { 201: createdSchema },
  async handle({ deps, ctx, body }) {
    return { status: 201, body: await createFlow(deps, ctx, body) };
  },
});

export const getAutomationEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/{id}',
  tag: 'automations',
  summary: 'An automation with its draft, what is wrong in it, and who is editing it',
  role: 'ORG_AGENT',
  params: idParams,
  responses: { 200: flowSchema },
  async handle({ deps, ctx, params, req }) {
    return { status: 200, body: flowBody(await getFlow(deps, ctx, params.id), callerLocale(req)) };
  },
});

export const saveAutomationEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/automations/{id}',
  tag: 'automations',
  summary: 'Save the draft, or a new name',
  description:
    'A draft may be half done; what it leaves out (format, places, titles, ids of edges, notes, variables) is filled in: `{id, kind, settings}` is a node, `{from, handle, to}` an edge. Read too are `type` for `kind`, `data` or `config` for `settings`, and `source`, `sourceHandle`, `target`. With a draft comes the `revision` it was made from: when somebody saved since, the answer is 409 `draft_changed`, and nothing is overwritten.',
  role: 'ORG_MANAGER',
  params: idParams,
  body: z
    .strictObject({
      name: flowName.optional(),
      description: flowText.optional(),
      draft: looseObject.optional(),
      revision: z.int().min(0).optional(),
    })
    .refine(({ draft, revision }) => draft === undefined || revision !== undefined, { path: ['revision'] }),
  responses: {
    200: z.object({
      id: z.uuid(),
      name: z.string(),
      description: z.string(),
      revision: z.number().int(),
      updatedAt: time,
      findings: z.array(findingSchema),
    }),
  },
  async handle({ deps, ctx, params, body, req }) {
    const { flow, findings } = await saveDraft(deps, ctx, params.id, body);
    const { id, name, description, revision, updatedAt } = flow;
    return {
      status: 200,
      body: {
        id,
        name,
        description,
        revision,
        updatedAt: updatedAt.toISOString(),
        findings: findingsBody(findings, callerLocale(req)),
      },
    };
  },
});

export const duplicateAutomationEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/automations/{id}/duplicate',
  tag: 'automations',
  summary: 'A copy of its draft',
  role: 'ORG_MANAGER',
  params: idParams,
  body: z.strictObject({ name: flowName.optional() }),
  responses: { 201: createdSchema },
  async handle({ deps, ctx, params, body }) {
    return { status: 201, body: await duplicateFlow(deps, ctx, params.id, body.name) };
  },
});

export const removeAutomationEndpoint = endpoint({
  method: 'delete',
  path: '/api/v1/automations/{id}',
  tag: 'automations',
  summary: 'Remove an automation, its versions and the records of its runs',
  description:
    'While runs are under way the answer is 409 `runs_in_flight`; with `force` they are cancelled.',
  role: 'ORG_MANAGER',
  params: idParams,
  query: z.object({ force: z.stringbool().default(false) }),
  responses: { 204: null },
  async handle({ deps, ctx, params, query }) {
    await deleteFlow(deps, ctx, params.id, query.force);
    return { status: 204 };
  },
});
