import * as z from 'zod';
import { isShallow } from '../../../domain/flow/complete';
import { exportAutomation } from '../../../services/flow/export-flow';
import { IMPORT_FORMATS, importAutomation } from '../../../services/flow/import-flow';
import { endpoint } from '../../endpoint';
import { callerLocale } from '../../errors/locale';
import { idParams } from '../../schemas';
import { documentSchema, findingSchema, findingsBody, flowName } from './schemas';

const leftOut = z.object({ name: z.string(), type: z.string(), reason: z.string() });

export const importAutomationEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/automations/import',
  tag: 'automations',
  summary: 'Bring an exported automation, or a Typebot, as a new draft',
  description:
    'With `dryRun` nothing is saved: the report says what would come of it. Every block is counted once: mapped, approximated or unmapped.',
  role: 'ORG_MANAGER',
  body: z.strictObject({
    format: z.enum(IMPORT_FORMATS),
    document: z.unknown().refine((value) => typeof value === 'object' && value !== null && isShallow(value)),
    name: flowName.optional(),
    dryRun: z.boolean().default(false),
  }),
  responses: {
    200: z.object({
      report: z.object({
        nodes: z.number().int(),
        mapped: z.number().int(),
        approximated: z.number().int(),
        approximations: z.array(leftOut),
        unmapped: z.array(leftOut),
        needs: z
          .array(z.object({ nodeId: z.string(), field: z.string(), type: z.string() }))
          .describe('What is to be chosen again here'),
        findings: z.array(findingSchema),
      }),
      id: z.uuid().optional().describe('Of the new draft; absent in a dry run'),
      name: z.string(),
    }),
  },
  async handle({ deps, ctx, body, req }) {
    const { report, id, document } = await importAutomation(deps, ctx, body);
    const findings = findingsBody(report.findings, callerLocale(req));
    return { status: 200, body: { report: { ...report, findings }, id, name: document.name } };
  },
});

export const exportAutomationEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/{id}/export',
  tag: 'automations',
  summary: 'The draft, or a version, as a file without secrets and ids',
  role: 'ORG_MANAGER',
  params: idParams,
  query: z.object({ version: z.coerce.number().int().min(1).max(2_147_483_647).optional() }),
  responses: { 200: documentSchema },
  async handle({ deps, ctx, params, query }) {
    return { status: 200, body: await exportAutomation(deps, ctx, params.id, query.version) };
  },
});
