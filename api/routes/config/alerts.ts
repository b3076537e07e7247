import * as z from 'zod';
import { alertLimits } from '../../../domain/conversation/timing';
import { getAlertSettings, saveAlertSettings } from '../../../services/config/alert-settings';
import { endpoint } from '../../endpoint';

function alertsSchema(production: boolean) {
  const { min, max } = alertLimits(production);
  return z.strictObject({
    waitingMs: z
      .union([z.literal(0), z.number().int().min(min).max(max)])
      .describe(
        'A customer who waits this long for a person is an alert, and again at four times it; 0: none',
      ),
    email: z.boolean().describe('By e-mail, too'),
  });
}

export const getAlertsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/config/alerts',
  tag: 'config',
  summary: 'When the team is alerted to customers who wait',
  role: 'ORG_AGENT',
  responses: { 200: alertsSchema(false) },
  async handle({ deps, ctx }) {
    return { status: 200, body: await getAlertSettings(deps, ctx) };
  },
});

export const putAlertsEndpoint = (production: boolean) =>
  endpoint({
    method: 'put',
    path: '/api/v1/config/alerts',
    tag: 'config',
    summary: 'Change when the team is alerted',
    description: 'For waiting periods that begin from now on.',
    role: 'ORG_MANAGER',
    body: alertsSchema(production),
    responses: { 200: alertsSchema(false) },
    async handle({ deps, ctx, body }) {
      return { status: 200, body: await saveAlertSettings(deps, ctx, body) };
    },
  });
