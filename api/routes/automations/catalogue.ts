import * as z from 'zod';
import { NODE_KINDS } from '../../../domain/flow/registry';
import { FLOW_TEMPLATES } from '../../../domain/flow/templates';
import { endpoint } from '../../endpoint';
import { callerLocale, type Locale } from '../../errors/locale';
import { documentSchema } from './schemas';

const kindSchema = z.object({
  kind: z.string(),
  version: z.number().int(),
  family: z.enum(['trigger', 'logic', 'action']),
  name: z.string(),
  about: z.string(),
  canFail: z.boolean().describe('It may have the handle `error`'),
  waitsFor: z.enum(['reply', 'person', 'time', 'event']).nullable(),
  initial: z.record(z.string(), z.unknown()).describe('Settings of one just dropped'),
  handles: z.array(z.string()).describe('Ways out with the initial settings; others come with settings'),
  outputs: z.record(z.string(), z.unknown()).describe('What later nodes read, with the initial settings'),
  schema: z.record(z.string(), z.unknown()).describe('JSON Schema of the settings'),
});

/** Never changes while the process runs. */
const catalogues = new Map<Locale, z.infer<typeof kindSchema>[]>();

function catalogueIn(locale: Locale): z.infer<typeof kindSchema>[] {
  const known = catalogues.get(locale);
  if (known) return known;
  const made = [...NODE_KINDS.values()].map((definition) => {
    const { kind, version, initial } = definition;
    const position = { x: 0, y: 0 };
    const facts = definition.describe({
      id: 'n',
      kind,
      typeVersion: version,
      position,
      title: '',
      settings: initial,
    });
    const { name, about } = definition.words[locale];
    return {
      kind,
      version,
      family: definition.family,
      name,
      about,
      canFail: definition.canFail,
      waitsFor: definition.waitsFor ?? null,
      initial,
      handles: Array.isArray(facts) ? [] : facts.ports.map(({ handle }) => handle),
      outputs: Array.isArray(facts) ? {} : facts.outputs,
      schema: z.toJSONSchema(definition.schema, { io: 'input', unrepresentable: 'any' }),
    };
  });
  catalogues.set(locale, made);
  return made;
}

export const catalogueEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/catalogue',
  tag: 'automations',
  summary: 'Every kind of node: what it does, its ways out, the schema of its settings',
  role: 'ORG_AGENT',
  responses: { 200: z.object({ items: z.array(kindSchema) }) },
  handle({ req }) {
    return Promise.resolve({ status: 200, body: { items: catalogueIn(callerLocale(req)) } });
  },
});

export const listTemplatesEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/automations/templates',
  tag: 'automations',
  summary: 'Drawings to begin with, by niche',
  role: 'ORG_AGENT',
  responses: {
    200: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          description: z.string(),
          niche: z.string(),
          connect: z.array(z.string()).describe('What to connect or choose before publishing'),
          document: documentSchema,
        }),
      ),
    }),
  },
  handle() {
    return Promise.resolve({ status: 200, body: { items: FLOW_TEMPLATES } });
  },
});
