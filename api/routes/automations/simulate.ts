import * as z from 'zod';
import type { Limit, Limits } from '../../../adapters/limits/limits';
import { AI_KINDS, SIMULATION_LIMITS } from '../../../domain/flow/simulate/simulation';
import { askForTrial } from '../../../services/flow/ask-for-trial';
import { simulateFlow, tryNode } from '../../../services/flow/simulate-flow';
import { type Endpoint, endpoint } from '../../endpoint';
import { callerLocale, type Locale } from '../../errors/locale';
import { requireRole } from '../../require-role';
import { idParams } from '../../schemas';
import { findingsBody, payload } from './schemas';
import { simulatedSchema, simulationSchema, words } from './simulate-schemas';

/** How often trials of one tenant may ask the model: a person who tries, not a loop in a drawing. */
const ASKING = { attempts: 60, withinSeconds: 300 };

/** Trying drawings out. @param limits where questions to the model are counted */
export function simulateEndpoints(limits: Limits): Endpoint[] {
  const perTenant = limits.limit('flow-trial', ASKING);
  return [simulateAutomationEndpoint(perTenant), askForTrialEndpoint(perTenant)];
}

const simulateAutomationEndpoint = (perTenant: Limit) =>
  endpoint({
    method: 'post',
    path: '/api/v1/automations/{id}/simulate',
    tag: 'automations',
    summary: 'Try it out: nothing leaves, and nothing is saved',
    description:
      'Runs on the real interpreter; AI, HTTP and the like give canned answers, or those in `mocks` by node. With `ai: real` (for managers) the model is asked, 60 times in five minutes at most, and its tokens are on the account. `advanceMs` is time that may pass: used where a message comes and nobody listens yet, and after the last one.',
    role: 'ORG_AGENT',
    params: idParams,
    body: simulationSchema,
    responses: { 200: simulatedSchema },
    async handle({ deps, ctx, params, body, req }) {
      const { messages, node, ...rest } = body;
      if (rest.ai === 'real') requireRole(ctx.role, 'ORG_MANAGER');
      if (node !== undefined) {
        const { id: nodeId, sees } = node;
        const tried = await tryNode(deps, ctx, params.id, { ...rest, nodeId, sees }, perTenant);
        return { status: 200, body: nodeBody(nodeId, tried, callerLocale(req)) };
      }
      const { simulation, findings } = await simulateFlow(
        deps,
        ctx,
        params.id,
        { ...rest, events: messages },
        perTenant,
      );
      const { status, steps, chat, pending, run, failure } = simulation;
      return {
        status: 200,
        body: {
          status: status === 'running' ? 'waiting' : status,
          steps,
          chat,
          waitingFor: pending.map(({ nodeId, kind, until }) => ({
            nodeId,
            type: kind,
            until: until === null ? null : new Date(until).toISOString(),
          })),
          variables: run?.scope.variaveis ?? {},
          failure,
          findings: findingsBody(findings, callerLocale(req)),
        },
      };
    },
  });

const askForTrialEndpoint = (perTenant: Limit) =>
  endpoint({
    method: 'post',
    path: '/api/v1/automations/{id}/simulate/ask',
    tag: 'automations',
    summary: 'Ask the model for one block of a trial',
    description:
      'What a simulation in the browser needs while its AI is real: the block’s settings, filled in, as they stand in the editor. Tokens are on the account; nothing else happens. At most 60 in five minutes.',
    role: 'ORG_MANAGER',
    params: idParams,
    body: z.strictObject({
      nodeId: z.string().min(1).max(64),
      kind: z.enum(AI_KINDS),
      settings: payload,
      contact: payload.default({}),
      said: z
        .array(z.strictObject({ from: z.enum(['flow', 'customer']), text: words }))
        .max(SIMULATION_LIMITS.visits * 2)
        .default([]),
    }),
    responses: {
      200: z.object({
        handle: z.string().nullable().describe('Null: it failed'),
        output: z.record(z.string(), z.unknown()),
        error: z.object({ type: z.string(), message: z.string() }).nullable(),
      }),
    },
    async handle({ deps, ctx, params, body }) {
      const { nodeId, kind, settings, ...talk } = body;
      const outcome = await askForTrial(deps, ctx, params.id, { nodeId, kind, settings, talk }, perTenant);
      return {
        status: 200,
        body:
          'error' in outcome
            ? { handle: null, output: {}, error: outcome.error }
            : { handle: outcome.handle, output: outcome.output ?? {}, error: null },
      };
    },
  });

/** One passage, in the form of a whole trial. */
function nodeBody(nodeId: string, tried: Awaited<ReturnType<typeof tryNode>>, locale: Locale) {
  const { kind, waits, variables, says, ...passage } = tried.node;
  const { error } = passage;
  const status = error !== null && passage.handle === null ? 'failed' : waits ? 'waiting' : 'done';
  const at = new Date(tried.at).toISOString();
  return {
    status: status === 'done' ? 'ended' : status,
    steps: [{ nodeId, type: kind, status, at, ...passage }],
    chat: says.map(({ text, options = [], media = null }) => ({
      from: 'flow' as const,
      nodeId,
      text,
      options,
      media,
      at,
    })),
    waitingFor: waits ? [{ nodeId, type: kind, until: null }] : [],
    variables,
    failure: status === 'failed' && error !== null ? { ...error, node: nodeId } : null,
    findings: findingsBody(tried.findings, locale),
  };
}
