import * as z from 'zod';
import { Tone } from '../../../domain/agent/tone';
import { createAgent, listAgents, removeAgent, saveAgent } from '../../../services/agent/agents';
import { endpoint } from '../../endpoint';
import { idParams } from '../../schemas';

/** About a page: beside the passages, the prompt stays small. */
const INSTRUCTIONS_MAX_CHARACTERS = 4_000;

const fields = {
  name: z.string().trim().min(1).max(80),
  tone: z.enum(Tone),
  instructions: z
    .string()
    .trim()
    .max(INSTRUCTIONS_MAX_CHARACTERS)
    .default('')
    .describe('What it is told beside the rules'),
  confidenceThreshold: z
    .number()
    .min(0)
    .max(1)
    .nullable()
    .default(null)
    .describe('Below it this agent hands over; null: the tenant’s'),
};

const agentSchema = z.object({
  id: z.uuid(),
  ...fields,
  isDefault: z.boolean().describe('Answers where no other does; its tone and threshold are those of /config'),
});

export const listAgentsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/agents',
  tag: 'agents',
  summary: 'AI agents, the default one first',
  role: 'ORG_AGENT',
  responses: { 200: z.object({ items: z.array(agentSchema) }) },
  async handle({ deps, ctx }) {
    return { status: 200, body: { items: await listAgents(deps, ctx) } };
  },
});

export const createAgentEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/agents',
  tag: 'agents',
  summary: 'A new agent',
  role: 'ORG_MANAGER',
  body: z.strictObject(fields),
  responses: { 201: agentSchema },
  async handle({ deps, ctx, body }) {
    return { status: 201, body: await createAgent(deps, ctx, body) };
  },
});

export const saveAgentEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/agents/{id}',
  tag: 'agents',
  summary: 'Change an agent',
  description:
    'Applies from the next turn on. The default agent’s tone and threshold are changed in /config, too.',
  role: 'ORG_MANAGER',
  params: idParams,
  body: z.strictObject(fields),
  responses: { 200: agentSchema },
  async handle({ deps, ctx, params, body }) {
    return { status: 200, body: await saveAgent(deps, ctx, params.id, body) };
  },
});

export const removeAgentEndpoint = endpoint({
  method: 'delete',
  path: '/api/v1/agents/{id}',
  tag: 'agents',
  summary: 'Remove an agent',
  description: 'Its conversations go on with the default agent, which cannot be removed.',
  role: 'ORG_MANAGER',
  params: idParams,
  responses: { 204: null },
  async handle({ deps, ctx, params }) {
    await removeAgent(deps, ctx, params.id);
    return { status: 204 };
  },
});
