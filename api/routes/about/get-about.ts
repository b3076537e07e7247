import * as z from 'zod';
import { VERSION } from '../../../config/version';
import { endpoint } from '../../endpoint';

export const getAboutEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/about',
  tag: 'about',
  summary: 'Which version this is, and who helps',
  role: 'ORG_AGENT',
  responses: {
    200: z.object({
      version: z.string(),
      support: z.object({
        email: z.email().nullable().describe('SUPPORT_EMAIL'),
        url: z.url().nullable().describe('SUPPORT_URL'),
      }),
    }),
  },
  handle({ deps }) {
    const { email, url } = deps.env.support;
    return Promise.resolve({
      status: 200,
      body: { version: VERSION, support: { email: email ?? null, url: url ?? null } },
    });
  },
});
