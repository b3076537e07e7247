import * as z from 'zod';
import { cancelRun } from '../../../services/flow/cancel-run';
import { RUN_STATUSES } from '../../../services/flow/flow-row';
import { getRun } from '../../../services/flow/get-run';
import { type RunListItem, listAllRuns, listRuns } from '../../../services/flow/list-runs';
import { moveParkedRuns } from '../../../services/flow/move-parked-runs';
import { resumeRun } from '../../../services/flow/resume-run';
import { retryRun } from '../../../services/flow/retry-run';
import { runSamples } from '../../../services/flow/run-samples';
import { startManualRun } from '../../../services/flow/start-manual-run';
import type { Page } from '../../../services/page';
import { endpoint } from '../../endpoint';
import { idempotencyKey } from '../../idempotency-key';
import { idParams, pageOf, pageQuery, time } from '../../schemas';
import { payload } from './schemas';

const runStatus = z.enum(RUN_STATUSES);
const contact = z.object({ id: z.uuid(), name: z.string().nullable() });
const failure = z.object({ type: z.string(), message: z.string().optional(), node: z.string().optional() });
const startedSchema = z.object({
  runId: z.uuid(),
  began: z.boolean().describe('False: this key had begun it before'),
});

export const startRunEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/automations/{id}/runs',
  tag: 'automations',
  summary: 'Begin a run of the published version',
  description: 'The header `Idempotency-Key` makes repeating it harmless: the same key is the same run.',
  role: 'ORG_MANAGER',
  params: idParams,
  body: z.strictObject({
    payload: payload.prefault({}).describe('`gatilho` of the run'),
    contactId: z.uuid().nullish().describe('Who it is about; it speaks in their last conversation'),
    trigger: z.string().max(64).optional().describe('Node of the trigger whose way it goes; the first'),
  }),
  responses: { 201: startedSchema },
  async handle({ deps, ctx, params, body, req }) {
    const key = idempotencyKey(req.headers['idempotency-key']);
    return {
      status: 201,
      body: await startManualRun(deps, ctx, params.id, { ...body, idempotencyKey: key }),
    };
  },
});

const runListQuery = pageQuery.extend({
  status: runStatus.optional(),
  contactId: z.uuid().optional(),
  since: time.optional(),
  until: time.optional(),
});
const runListSchema = pageOf(
  z.object({
    id: z.uuid(),
    flow: z.object({ id: z.uuid(), name: z.string() }),
    status: runStatus,
    version: z.number().int(),
    triggerKind: z.string(),
    contact: contact.nullable(),
    conversationId: z.uuid().nullable(),
    steps: z.number().int(),
    failure: failure.omit({ message: true }).nullable(),
    retryOfId: z.uuid().nullable(),
    startedAt: time,
    endedAt: time.nullable(),
  }),
);

const runListBody = ({ items, nextCursor }: Page<RunListItem>) => ({
  items: items.map((item) => ({
    ...item,
    startedAt: item.startedAt.toISOString(),
    endedAt: item.endedAt?.toISOString() ?? null,
  })),
  nextCursor,
});

export const listRunsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/{id}/runs',
  tag: 'automations',
  summary: 'Runs, the last begun first',
  role: 'ORG_AGENT',
  params: idParams,
  query: runListQuery.extend({
    version: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
    node: z.string().min(1).max(64).optional().describe('Where somebody of the run stands now'),
  }),
  responses: { 200: runListSchema },
  async handle({ deps, ctx, params, query }) {
    const { status, version, contactId, node, since, until, limit, cursor } = query;
    const filter = { status, version, contactId, node, since, until, limit, cursor };
    return { status: 200, body: runListBody(await listRuns(deps, ctx, params.id, filter)) };
  },
});

export const listAllRunsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/runs',
  tag: 'automations',
  summary: 'Runs of all automations, the last begun first',
  description: 'An automation or a contact that is not there, or of somebody else, has none.',
  role: 'ORG_AGENT',
  query: runListQuery.extend({ flowId: z.uuid().optional().describe('Of this automation') }),
  responses: { 200: runListSchema },
  async handle({ deps, ctx, query }) {
    const { flowId, status, contactId, since, until, limit, cursor } = query;
    const filter = { flowId, status, contactId, since, until, limit, cursor };
    return { status: 200, body: runListBody(await listAllRuns(deps, ctx, filter)) };
  },
});

export const getRunEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/runs/{id}',
  tag: 'automations',
  summary: 'A run: what stands at each node, and all it went through',
  description: 'What went in and out of nodes is left out for attendants (`redacted`).',
  role: 'ORG_AGENT',
  params: idParams,
  responses: {
    200: z.object({
      id: z.uuid(),
      flowId: z.uuid(),
      flowName: z.string(),
      status: runStatus,
      version: z.number().int(),
      trigger: z.object({ kind: z.string(), node: z.string() }),
      contact: contact.nullable(),
      conversationId: z.uuid().nullable(),
      parentRunId: z.uuid().nullable(),
      retryOfId: z.uuid().nullable(),
      steps: z.number().int(),
      payload: z.record(z.string(), z.unknown()).nullable(),
      outputs: z.record(z.string(), z.unknown()).nullable(),
      failure: failure.nullable(),
      startedAt: time,
      endedAt: time.nullable(),
      redacted: z.boolean(),
      nodes: z.record(
        z.string(),
        z.object({
          status: z.string().describe('done, failed, waiting, dropped'),
          visits: z.number().int(),
          since: time.nullable(),
          until: time.nullable().describe('When what it waits for ends by itself'),
          handle: z.string().nullable(),
          error: z.unknown(),
        }),
      ),
      trace: z.array(
        z.object({
          seq: z.number().int(),
          nodeId: z.string(),
          kind: z.string(),
          status: z.string(),
          handle: z.string().nullable(),
          input: z.unknown(),
          output: z.unknown(),
          error: z.unknown(),
          startedAt: time,
          endedAt: time.nullable(),
        }),
      ),
    }),
  },
  async handle({ deps, ctx, params }) {
    return { status: 200, body: await getRun(deps, ctx, params.id) };
  },
});

export const samplesEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/{id}/samples',
  tag: 'automations',
  summary: 'What its last run was given, and what each node gave last, in short',
  description:
    'To try words on: texts of 500 characters, lists of 20 elements, 64,000 characters in all. Empty for attendants ' +
    '(`redacted`).',
  role: 'ORG_AGENT',
  params: idParams,
  responses: {
    200: z.object({
      run: z
        .object({
          runId: z.uuid(),
          contactName: z.string().nullable(),
          payload: z.record(z.string(), z.unknown()).nullable().describe('`gatilho` of the run'),
          blocks: z.record(z.string(), z.unknown()).describe('By node'),
          redacted: z.boolean(),
        })
        .nullable()
        .describe('Null: it never ran'),
    }),
  },
  async handle({ deps, ctx, params }) {
    return { status: 200, body: { run: await runSamples(deps, ctx, params.id) } };
  },
});

export const cancelRunEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/automations/runs/{id}/cancel',
  tag: 'automations',
  summary: 'Ask a run to end; one that is over stays as it is',
  role: 'ORG_MANAGER',
  params: idParams,
  responses: { 202: z.object({ runId: z.uuid(), status: runStatus.describe('When it was asked') }) },
  async handle({ deps, ctx, params }) {
    return { status: 202, body: await cancelRun(deps, ctx, params.id) };
  },
});

export const retryRunEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/automations/runs/{id}/retry',
  tag: 'automations',
  summary: 'Begin a run that is over once more, on the published version',
  description:
    'From its trigger, with its payload or another; or from the node at which it failed, in its own version, with all ' +
    'that it knew. The header `Idempotency-Key` is kept to.',
  role: 'ORG_MANAGER',
  params: idParams,
  body: z.strictObject({
    payload: payload.optional(),
    from: z.enum(['start', 'failure']).default('start').describe('`failure` takes no payload'),
  }),
  responses: { 201: startedSchema },
  async handle({ deps, ctx, params, body, req }) {
    const key = idempotencyKey(req.headers['idempotency-key']);
    const order = { payload: body.payload, idempotencyKey: key };
    const started =
      body.from === 'failure'
        ? await resumeRun(deps, ctx, params.id, order)
        : await retryRun(deps, ctx, params.id, order);
    return { status: 201, body: started };
  },
});

export const moveRunsEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/automations/{id}/runs/move',
  tag: 'automations',
  summary: 'Move parked runs of older versions to the published one',
  description: 'Those of which every standing node is still there and of the same kind; the others stay.',
  role: 'ORG_MANAGER',
  params: idParams,
  responses: { 200: z.object({ moved: z.number().int(), kept: z.number().int() }) },
  async handle({ deps, ctx, params }) {
    return { status: 200, body: await moveParkedRuns(deps, ctx, params.id) };
  },
});
