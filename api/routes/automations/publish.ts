import * as z from 'zod';
import { RUNS_AT_PUBLISHING, publishFlow } from '../../../services/flow/publish-flow';
import { setFlowStatus } from '../../../services/flow/set-flow-status';
import { endpoint } from '../../endpoint';
import { callerLocale } from '../../errors/locale';
import { idParams } from '../../schemas';
import { diffSchema, findingSchema, findingsBody, flowStatus, flowText } from './schemas';

export const publishAutomationEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/automations/{id}/publish',
  tag: 'automations',
  summary: 'Publish the draft as a version that begins runs from now on',
  description:
    'A draft with errors is refused with 422 `flow_invalid` and its `problems`. One that does the same as the newest version answers that version.',
  role: 'ORG_MANAGER',
  params: idParams,
  body: z.strictObject({
    name: flowText.max(120).default(''),
    note: flowText.default(''),
    runs: z
      .enum(RUNS_AT_PUBLISHING)
      .default('keep')
      .describe(
        'keep: runs under way end on their version; move: those parked where they can go on by the new one; cancel',
      ),
  }),
  responses: {
    200: z.object({
      version: z.number().int(),
      created: z.boolean().describe('False: that version was there already'),
      diff: diffSchema.describe('Against the version before'),
      runsInFlight: z.number().int(),
      moved: z.number().int(),
      cancelled: z.number().int(),
      findings: z.array(findingSchema).describe('Warnings and hints'),
    }),
  },
  async handle({ deps, ctx, params, body, req }) {
    const published = await publishFlow(deps, ctx, params.id, body);
    const findings = findingsBody(published.findings, callerLocale(req));
    return { status: 200, body: { ...published, findings } };
  },
});

const statusSchema = z.object({ status: flowStatus, version: z.number().int().nullable() });

function statusEndpoint(order: 'unpublish' | 'pause' | 'resume', summary: string) {
  return endpoint({
    method: 'post',
    path: `/api/v1/automations/{id}/${order}`,
    tag: 'automations',
    summary,
    role: 'ORG_MANAGER',
    params: idParams,
    responses: { 200: statusSchema },
    async handle({ deps, ctx, params }) {
      return { status: 200, body: await setFlowStatus(deps, ctx, params.id, order) };
    },
  });
}

export const unpublishAutomationEndpoint = statusEndpoint(
  'unpublish',
  'Take it back: nothing begins any more; runs under way go on',
);
export const pauseAutomationEndpoint = statusEndpoint('pause', 'Begin no runs for now; runs under way go on');
export const resumeAutomationEndpoint = statusEndpoint('resume', 'Begin runs again');
