import * as z from 'zod';
import { LOCALES } from '../../../domain/locale';
import { getCompany, saveCompany } from '../../../services/tenant/company';
import { endpoint } from '../../endpoint';

const locale = z
  .enum(LOCALES)
  .describe('Of mails to the team, summaries of conversations, and what is noted in a Chatwoot');

const organizationSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  status: z.string(),
  locale,
  timeZone: z.string().describe('IANA; changed with the opening hours'),
});

const getOrganizationEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/organizations/me',
  tag: 'organizations',
  summary: 'The business one works for',
  role: 'ORG_AGENT',
  responses: { 200: organizationSchema },
  async handle({ deps, ctx }) {
    return { status: 200, body: await getCompany(deps, ctx) };
  },
});

const patchOrganizationEndpoint = endpoint({
  method: 'patch',
  path: '/api/v1/organizations/me',
  tag: 'organizations',
  summary: 'Change the language of the business',
  description: 'Holds for what is written from now on.',
  role: 'ORG_ADMIN',
  body: z.strictObject({ locale }),
  responses: { 200: organizationSchema },
  async handle({ deps, ctx, body }) {
    return { status: 200, body: await saveCompany(deps, ctx, body) };
  },
});

export const organizationEndpoints = [getOrganizationEndpoint, patchOrganizationEndpoint];
