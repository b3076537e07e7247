import { getBotConfig, saveBotConfig } from '../../../services/config/bot-config';
import { endpoint } from '../../endpoint';
import { configChangeSchema, configSchema } from './config-schema';

export const getConfigEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/config',
  tag: 'config',
  summary: 'How the AI talks and waits',
  role: 'ORG_AGENT',
  responses: { 200: configSchema(false) },
  async handle({ deps, ctx }) {
    return { status: 200, body: await getBotConfig(deps, ctx) };
  },
});

export const putConfigEndpoint = (production: boolean) =>
  endpoint({
    method: 'put',
    path: '/api/v1/config',
    tag: 'config',
    summary: 'Change how the AI talks and waits',
    description: 'Takes effect with the next event of each conversation; clocks that run keep their time.',
    role: 'ORG_MANAGER',
    body: configChangeSchema(production),
    responses: { 200: configSchema(false) },
    async handle({ deps, ctx, body }) {
      return { status: 200, body: await saveBotConfig(deps, ctx, body) };
    },
  });
