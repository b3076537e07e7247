import * as z from 'zod';
import {
  createCredential,
  type Credential,
  CREDENTIAL_TYPES,
  listCredentials,
  removeCredential,
  saveCredential,
} from '../../../services/flow/credentials';
import { endpoint } from '../../endpoint';
import { idParams, time } from '../../schemas';

const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/;
const NAME = /^[A-Za-z0-9_.-]{1,100}$/;

const fields = {
  name: z.string().trim().min(1).max(80),
  type: z.enum(CREDENTIAL_TYPES),
  hosts: z
    .array(
      z
        .string()
        .trim()
        .toLowerCase()
        .max(253)
        .regex(HOST)
        // Every name of a whole top level would be everybody's.
        .refine((host) => !host.startsWith('*.') || host.split('.').length > 2),
    )
    .min(1)
    .max(10)
    .describe('Where it may be used: `api.example.com`, `api.example.com:8443`, `*.example.com`'),
  keyName: z
    .string()
    .trim()
    .max(200)
    .nullable()
    .default(null)
    .describe('Name of the header or parameter, or the user of `basic`; null for `bearer`'),
};
const secret = z.string().min(1).max(8_000).describe('Never given back');

const named = (input: { type: string; keyName: string | null }): boolean => {
  if (input.type === 'bearer') return input.keyName === null;
  if (input.type === 'basic') return input.keyName !== null && !input.keyName.includes(':');
  return input.keyName !== null && NAME.test(input.keyName);
};
const needsName = { path: ['keyName'] };

const credentialSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  type: z.enum(CREDENTIAL_TYPES),
  hosts: z.array(z.string()),
  keyName: z.string().nullable(),
  secretEnd: z.string().describe('Its last four characters; empty when it is short'),
  lastUsedAt: time.nullable(),
  createdAt: time,
});

function view(credential: Credential): z.input<typeof credentialSchema> {
  const { lastUsedAt, createdAt } = credential;
  return { ...credential, lastUsedAt: lastUsedAt?.toISOString() ?? null, createdAt: createdAt.toISOString() };
}

export const listCredentialsEndpoint = endpoint({
  method: 'get',
  path: '/api/v1/credentials',
  tag: 'credentials',
  summary: 'Secrets with which automations call other systems, by name; without the secrets',
  role: 'ORG_MANAGER',
  responses: { 200: z.object({ items: z.array(credentialSchema) }) },
  async handle({ deps, ctx }) {
    return { status: 200, body: { items: (await listCredentials(deps, ctx)).map(view) } };
  },
});

export const createCredentialEndpoint = endpoint({
  method: 'post',
  path: '/api/v1/credentials',
  tag: 'credentials',
  summary: 'A new credential',
  role: 'ORG_MANAGER',
  body: z.strictObject({ ...fields, secret }).refine(named, needsName),
  responses: { 201: credentialSchema },
  async handle({ deps, ctx, body }) {
    return { status: 201, body: view(await createCredential(deps, ctx, body)) };
  },
});

export const saveCredentialEndpoint = endpoint({
  method: 'put',
  path: '/api/v1/credentials/{id}',
  tag: 'credentials',
  summary: 'Change a credential',
  description:
    'Without `secret` it keeps the one it has; type, name of the key and new hosts need the secret again.',
  role: 'ORG_MANAGER',
  params: idParams,
  body: z.strictObject({ ...fields, secret: secret.optional() }).refine(named, needsName),
  responses: { 200: credentialSchema },
  async handle({ deps, ctx, params, body }) {
    return { status: 200, body: view(await saveCredential(deps, ctx, params.id, body)) };
  },
});

export const removeCredentialEndpoint = endpoint({
  method: 'delete',
  path: '/api/v1/credentials/{id}',
  tag: 'credentials',
  summary: 'Remove a credential',
  description: 'Refused while a published automation, or one that still runs, refers to it.',
  role: 'ORG_MANAGER',
  params: idParams,
  responses: { 204: null },
  async handle({ deps, ctx, params }) {
    await removeCredential(deps, ctx, params.id);
    return { status: 204 };
  },
});
