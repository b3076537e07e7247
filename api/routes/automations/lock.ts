import * as z from 'zod';
import { acquireLock, releaseLock } from '../../../services/flow/edit-lock';
import { endpoint } from '../../endpoint';
import { idParams } from '../../schemas';
import { lockSchema } from './schemas';

export const lockAutomationEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/automations/{id}/lock',
  tag: 'automations',
  summary: 'Begin editing, or go on with it: for 60 seconds',
  description: 'While somebody else is editing the answer is 409 `flow_locked`; `force` takes over.',
  role: 'ORG_MANAGER',
  params: idParams,
  body: z.strictObject({ force: z.boolean().default(false) }),
  responses: { 200: lockSchema },
  async handle({ deps, ctx, params, body }) {
    const lock = await acquireLock(deps, ctx, params.id, body.force);
    return { status: 200, body: { ...lock, until: lock.until.toISOString() } };
  },
});

export const unlockAutomationEndpoint = endpoint({
  method: 'delete',
  path: '/api/v1/automations/{id}/lock',
  tag: 'automations',
  summary: "End one's own editing",
  role: 'ORG_MANAGER',
  params: idParams,
  responses: { 204: null },
  async handle({ deps, ctx, params }) {
    await releaseLock(deps, ctx, params.id);
    return { status: 204 };
  },
});
