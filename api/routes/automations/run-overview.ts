import * as z from 'zod';
import { failureDigest } from '../../../services/flow/failure-digest';
import { fleetOf } from '../../../services/flow/fleet';
import { endpoint } from '../../endpoint';
import { idParams, time } from '../../schemas';

export const fleetEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/{id}/fleet',
  tag: 'automations',
  summary: 'How many runs stand at each node now, by version',
  role: 'ORG_AGENT',
  params: idParams,
  responses: {
    200: z.object({
      items: z.array(
        z.object({
          version: z.number().int(),
          nodeId: z.string().nullable().describe('Null: under way, at no node'),
          runs: z.number().int(),
          oldest: time,
        }),
      ),
    }),
  },
  async handle({ deps, ctx, params }) {
    const rows = await fleetOf(deps, ctx, params.id);
    return {
      status: 200,
      body: { items: rows.map((row) => ({ ...row, oldest: row.oldest.toISOString() })) },
    };
  },
});

export const failuresEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/{id}/failures',
  tag: 'automations',
  summary: 'What failed in the last seven days, by hour, kind of error and node',
  role: 'ORG_AGENT',
  params: idParams,
  responses: {
    200: z.object({
      items: z.array(
        z.object({
          hour: time,
          type: z.string().nullable(),
          nodeId: z.string().nullable(),
          count: z.number().int(),
          lastRunId: z.uuid(),
        }),
      ),
    }),
  },
  async handle({ deps, ctx, params }) {
    const rows = await failureDigest(deps, ctx, params.id);
    return { status: 200, body: { items: rows.map((row) => ({ ...row, hour: row.hour.toISOString() })) } };
  },
});
