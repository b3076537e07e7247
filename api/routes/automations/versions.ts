import * as z from 'zod';
import { restoreVersion } from '../../../services/flow/restore-version';
import { diffVersions, getVersion, listVersions } from '../../../services/flow/versions';
import { endpoint } from '../../endpoint';
import { idParams, time } from '../../schemas';
import { diffSchema, documentSchema } from './schemas';

const number = z.coerce.number().int().min(1).max(2_147_483_647);
const versionParams = idParams.extend({ number: number.describe('Number of the version') });
const versionFields = {
  number: z.number().int(),
  name: z.string(),
  note: z.string(),
  hash: z.string().describe('The same for versions that do the same'),
  createdAt: time,
};

export const listVersionsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/{id}/versions',
  tag: 'automations',
  summary: 'Published versions, the newest first, with how many runs stand on each',
  role: 'ORG_AGENT',
  params: idParams,
  responses: {
    200: z.object({
      items: z.array(
        z.object({
          ...versionFields,
          publishedBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
          live: z.boolean().describe('It begins runs now'),
          runs: z.object({ open: z.number().int(), all: z.number().int() }),
        }),
      ),
    }),
  },
  async handle({ deps, ctx, params }) {
    const versions = await listVersions(deps, ctx, params.id);
    const items = versions.map((version) => ({ ...version, createdAt: version.createdAt.toISOString() }));
    return { status: 200, body: { items } };
  },
});

export const getVersionEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/{id}/versions/{number}',
  tag: 'automations',
  summary: 'A version with its drawing',
  role: 'ORG_AGENT',
  params: versionParams,
  responses: { 200: z.object({ ...versionFields, document: documentSchema }) },
  async handle({ deps, ctx, params }) {
    const version = await getVersion(deps, ctx, params.id, params.number);
    return { status: 200, body: { ...version, createdAt: version.createdAt.toISOString() } };
  },
});

export const diffVersionsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/{id}/diff',
  tag: 'automations',
  summary: 'What differs between two versions, or a version and the draft',
  role: 'ORG_AGENT',
  params: idParams,
  query: z.object({
    from: z
      .union([z.literal('draft'), number])
      .optional()
      .describe('Left out: the published version'),
    to: z.union([z.literal('draft'), number]).default('draft'),
  }),
  responses: { 200: diffSchema },
  async handle({ deps, ctx, params, query }) {
    return { status: 200, body: await diffVersions(deps, ctx, params.id, query) };
  },
});

export const restoreVersionEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/automations/{id}/versions/{number}/restore',
  tag: 'automations',
  summary: 'Make a version the draft again',
  role: 'ORG_MANAGER',
  params: versionParams,
  responses: { 200: z.object({ revision: z.number().int() }) },
  async handle({ deps, ctx, params }) {
    return { status: 200, body: await restoreVersion(deps, ctx, params.id, params.number) };
  },
});
