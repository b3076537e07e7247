import * as z from 'zod';
import { isShallow } from '../../../domain/flow/complete';
import type { Finding } from '../../../domain/flow/finding';
import { wordFinding } from '../../../domain/flow/finding-words';
import { FLOW_TYPES, type FlowObject } from '../../../domain/flow/runtime/value';
import type { FlowView } from '../../../services/flow/get-flow';
import { FLOW_STATUSES } from '../../../services/flow/flow-row';
import { type Locale } from '../../errors/locale';
import { time } from '../../schemas';

/** Any object, no deeper than anything of ours is. */
export const looseObject = z.record(z.string(), z.unknown()).refine((value) => isShallow(value));

/** JSON that a run carries; what is not JSON never comes through a body. */
export const payload = looseObject.transform((value) => value as FlowObject);

export const flowName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .refine((name) => !name.includes('\0') && name.isWellFormed());
export const flowText = z
  .string()
  .max(2000)
  .refine((text) => !text.includes('\0') && text.isWellFormed());

const place = z.object({ x: z.number(), y: z.number() });

export const documentSchema = z.object({
  format: z.string(),
  formatVersion: z.number().int(),
  name: z.string(),
  description: z.string().optional(),
  nodes: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      typeVersion: z.number().int(),
      position: place,
      title: z.string(),
      note: z.string().optional(),
      disabled: z.boolean().optional(),
      timeoutSeconds: z.number().int().optional(),
      onError: z
        .object({ mode: z.enum(['stop', 'default', 'branch']), value: z.unknown().optional() })
        .optional(),
      retries: z.number().int().optional(),
      settings: z.record(z.string(), z.unknown()),
    }),
  ),
  edges: z.array(z.object({ id: z.string(), from: z.string(), handle: z.string(), to: z.string() })),
  notes: z.array(
    z.object({
      id: z.string(),
      text: z.string(),
      position: place,
      nodeId: z.string().optional(),
      members: z.array(z.string()).optional().describe('Nodes of a section, which the text names'),
      collapsed: z.boolean().optional(),
    }),
  ),
  variables: z.array(
    z.object({ name: z.string(), type: z.enum(FLOW_TYPES), initial: z.unknown().optional() }),
  ),
});

export const findingSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']).describe('Errors forbid publishing'),
  nodeId: z.string().nullable(),
  edgeId: z.string().optional(),
  field: z.string().optional(),
  data: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  message: z.string().describe('In the language of Accept-Language'),
});

export const findingsBody = (findings: readonly Finding[], locale: Locale) =>
  findings.map((found) => wordFinding(found, locale));

export const lockSchema = z.object({ userId: z.uuid(), name: z.string(), until: time });

export const flowStatus = z
  .enum(FLOW_STATUSES)
  .describe('draft: never published, or taken back; paused: begins no runs');

export const flowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  status: flowStatus,
  published: z.number().int().nullable().describe('Number of the version that begins runs'),
  pausedBy: z.enum(['person', 'failures']).nullable(),
  revision: z.number().int().describe('Of the draft; named when it is saved'),
  draft: documentSchema,
  findings: z.array(findingSchema),
  lock: lockSchema.nullable().describe('Who is editing now'),
  webhooks: z.array(z.object({ nodeId: z.string(), url: z.string() })),
  createdAt: time,
  updatedAt: time,
});

export function flowBody({ flow, document, findings, lock, webhooks }: FlowView, locale: Locale) {
  return {
    ...flow,
    draft: document,
    findings: findingsBody(findings, locale),
    lock: lock && { ...lock, until: lock.until.toISOString() },
    webhooks,
    createdAt: flow.createdAt.toISOString(),
    updatedAt: flow.updatedAt.toISOString(),
  };
}

export const diffSchema = z.object({
  added: documentSchema.shape.nodes,
  removed: documentSchema.shape.nodes,
  changed: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      title: z.string(),
      fields: z.array(
        z.object({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }),
      ),
      moved: z.boolean(),
    }),
  ),
  moved: z.array(z.string()),
  edges: z.object({ added: documentSchema.shape.edges, removed: documentSchema.shape.edges }),
  variables: z.object({
    added: z.array(z.string()),
    removed: z.array(z.string()),
    changed: z.array(z.string()),
  }),
  notes: z.number().int(),
});
