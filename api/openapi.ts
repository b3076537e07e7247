import { extendZodWithOpenApi, OpenApiGeneratorV31, OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import * as z from 'zod';
import { ErrorCode } from '../domain/errors';
import type { Endpoint } from './endpoint';

// Gives schemas the method by which the registry names them.
extendZodWithOpenApi(z);

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(ErrorCode),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    problems: z
      .array(
        z.object({
          code: z.string(),
          severity: z.enum(['error', 'warning', 'hint']),
          nodeId: z.string().nullable(),
          message: z.string(),
        }),
      )
      .optional()
      .describe('flow_invalid: everything found in the automation'),
    current: z
      .record(z.string(), z.unknown())
      .optional()
      .describe('draft_changed, contact_changed, flow_locked: what stands'),
  })
  .describe('RFC 9457; `code` is stable, title and detail are in the caller’s language (Accept-Language)');

/** The API's description, made from the very schemas that parse and answer. */
export function openApiDocument(endpoints: Endpoint[]) {
  const registry = new OpenAPIRegistry();
  const problem = registry.register('Problem', problemSchema);
  const bearer = registry.registerComponent('securitySchemes', 'accessToken', {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
  });
  for (const endpoint of endpoints) {
    registry.registerPath({
      method: endpoint.method,
      path: endpoint.path,
      operationId: operationId(endpoint),
      tags: [endpoint.tag],
      summary: endpoint.summary,
      ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
      ...(endpoint.role === undefined ? {} : { security: [{ [bearer.name]: [] }] }),
      request: {
        ...(endpoint.params === undefined ? {} : { params: endpoint.params }),
        ...(endpoint.query === undefined ? {} : { query: endpoint.query }),
        ...(endpoint.body === undefined ? {} : { body: json(endpoint.body) }),
      },
      responses: {
        ...Object.fromEntries(
          Object.entries(endpoint.responses).map(([status, schema]) => [
            status,
            schema === null ? { description: 'Done' } : { description: 'Done', ...json(schema) },
          ]),
        ),
        default: {
          description: 'Problem',
          content: { 'application/problem+json': { schema: problem } },
        },
      },
    });
  }
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Prosa',
      version: '1',
      description:
        'WhatsApp answered by AI agents and people. Lists are {items, nextCursor}; times are ISO 8601 UTC.',
    },
    servers: [{ url: '/' }],
  });
}

function json(schema: z.ZodType) {
  return { content: { 'application/json': { schema } } };
}

/** `get /api/v1/conversations/{id}/messages` → `getConversationsIdMessages` */
function operationId({ method, path }: Endpoint): string {
  const words = path
    .replace('/api/v1/', '')
    .split(/[^a-zA-Z]+/)
    .filter((word) => word !== '');
  return method + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
