import { checkHeaders } from '../../adapters/http/check-request';
import type { Authorize } from '../../adapters/http/outbound-http';
import { newId } from '../../config/new-id';
import { ConflictError, ErrorCode, NotFoundError, ValidationError } from '../../domain/errors';
import type { Credential as CredentialRow } from '../../prisma/generated/client';
import type { Deps, TenantContext } from '../deps';
import { isUsedByPublished } from './published-use';
import { unlessNameTaken } from '../unless-name-taken';

export const CREDENTIAL_TYPES = ['bearer', 'basic', 'header', 'query'] as const;
export type CredentialType = (typeof CREDENTIAL_TYPES)[number];

/** A credential as people see it: the secret itself never comes back. */
export interface Credential {
  id: string;
  name: string;
  type: CredentialType;
  /** Where it may be used: `host`, `host:port` or `*.domain`. */
  hosts: string[];
  /** The header's or parameter's name, or the user of basic; null for bearer. */
  keyName: string | null;
  /** The secret's last four characters; empty when it is short. */
  secretEnd: string;
  lastUsedAt: Date | null;
  createdAt: Date;
}

export interface CredentialInput {
  name: string;
  type: CredentialType;
  hosts: string[];
  keyName: string | null;
  /** Left out in a change: it stays as it is. */
  secret?: string | undefined;
}

const END_CHARACTERS = 4;
/** The end of a shorter secret would tell too much of it. */
const MIN_CHARACTERS_TO_SHOW_END = 12;
/** How exact `lastUsedAt` is (ms): not every call writes it. */
const USED_EVERY_MS = 60_000;

type CredentialDeps = Pick<Deps, 'db' | 'secrets'>;
type CredentialContext = Pick<TenantContext, 'tenantId'>;

export async function listCredentials(
  deps: Pick<Deps, 'db'>,
  { tenantId }: CredentialContext,
): Promise<Credential[]> {
  const rows = await deps.db.withTenant(tenantId, (tx) =>
    tx.credential.findMany({ where: { tenantId }, orderBy: { name: 'asc' } }),
  );
  return rows.map(asCredential);
}

/**
 * @throws ConflictError name_taken
 * @throws ValidationError for a secret that its place cannot hold
 */
export async function createCredential(
  deps: CredentialDeps,
  { tenantId }: CredentialContext,
  input: CredentialInput & { secret: string },
): Promise<Credential> {
  const data = { id: newId(), tenantId, ...plain(input), ...sealed(deps, tenantId, input, input.secret) };
  return unlessNameTaken(async () =>
    asCredential(await deps.db.withTenant(tenantId, (tx) => tx.credential.create({ data }))),
  );
}

/**
 * Where it goes and how cannot change without the secret: whoever may change it but does not know it could send it
 * to a place of theirs.
 *
 * @throws NotFoundError for a credential that is not this tenant's
 * @throws ConflictError name_taken
 * @throws ValidationError when the secret is missing
 */
export async function saveCredential(
  deps: CredentialDeps,
  { tenantId }: CredentialContext,
  id: string,
  input: CredentialInput,
): Promise<Credential> {
  return unlessNameTaken(() =>
    deps.db.withTenant(tenantId, async (tx) => {
      const before = await tx.credential.findFirst({ where: { tenantId, id } });
      if (before === null) throw new NotFoundError('Credential');
      const { secret, ...change } = input;
      const sameUse =
        before.type === change.type &&
        before.keyName === change.keyName &&
        change.hosts.every((host) => before.hosts.includes(host));
      if (secret === undefined && !sameUse) throw wrongSecret('Needed to change where or how it is used');
      const data = {
        ...plain(input),
        ...(secret === undefined ? {} : sealed(deps, tenantId, input, secret)),
      };
      return asCredential(await tx.credential.update({ where: { id }, data }));
    }),
  );
}

/** Where nodes name credentials. */
const CREDENTIAL_PLACES =
  '$.nodes[*] ? (@.settings.credentialId == $id || @.settings.auth.credentialId == $id)';

/**
 * @throws NotFoundError for a credential that is not this tenant's
 * @throws ConflictError credential_in_use: a published automation refers to it, or a version that still has runs
 */
export async function removeCredential(
  deps: Pick<Deps, 'db'>,
  { tenantId }: CredentialContext,
  id: string,
): Promise<void> {
  await deps.db.withTenant(tenantId, async (tx) => {
    const known = await tx.credential.count({ where: { tenantId, id } });
    if (known === 0) throw new NotFoundError('Credential');
    if (await isUsedByPublished(tx, tenantId, CREDENTIAL_PLACES, id)) {
      throw new ConflictError(ErrorCode.credential_in_use, 'A published automation refers to the credential');
    }
    await tx.credential.delete({ where: { id } });
  });
}

/** What a call needs to use a credential. */
export interface OpenCredential {
  /** Whether it may go there. */
  goesTo(url: URL): boolean;
  authorize: Authorize;
  /** The text without the secret, should another system have sent it back. */
  hide(text: string): string;
}

/** Opens a credential for a call. @returns undefined when the tenant has none of this id */
export async function openCredential(
  deps: CredentialDeps,
  tenantId: string,
  id: string,
): Promise<OpenCredential | undefined> {
  const row = await deps.db.withTenant(tenantId, async (tx) => {
    const found = await tx.credential.findFirst({ where: { tenantId, id } });
    if (found !== null && Date.now() - (found.lastUsedAt?.getTime() ?? 0) > USED_EVERY_MS) {
      // Raw: a use is no change.
      await tx.$executeRaw`UPDATE credentials SET last_used_at = now() WHERE tenant_id = ${tenantId}::uuid AND id = ${id}::uuid`;
    }
    return found;
  });
  if (row === null) return undefined;
  const secret = deps.secrets.open(placeOf(tenantId), row.secret);
  const { headers, query } = materialOf(asCredential(row).type, row.keyName ?? '', secret);
  const forms = [secret, encodeURIComponent(secret), ...Object.values(headers ?? {})];
  const goesTo = (url: URL) => row.hosts.some((host) => matchesHost(host, url));
  return {
    goesTo,
    authorize: (url) => (goesTo(url) ? { ...(headers && { headers }), ...(query && { query }) } : {}),
    hide: (text) => forms.reduce((hidden, form) => hidden.replaceAll(form, '•••'), text),
  };
}

/** `*.domain` is every name below the domain, not itself. A host without a port is that host at the port of https. */
function matchesHost(pattern: string, url: URL): boolean {
  const host = url.host.toLowerCase();
  return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

function materialOf(type: CredentialType, keyName: string, secret: string): ReturnType<Authorize> {
  switch (type) {
    case 'bearer':
      return { headers: { authorization: `Bearer ${secret}` } };
    case 'basic':
      return {
        headers: { authorization: `Basic ${Buffer.from(`${keyName}:${secret}`).toString('base64')}` },
      };
    case 'header':
      return { headers: { [keyName.toLowerCase()]: secret } };
    case 'query':
      return { query: { [keyName]: secret } };
  }
}

const placeOf = (tenantId: string) => ({ tenantId, column: 'credentials.secret' });

function plain({ name, type, hosts, keyName }: CredentialInput) {
  return { name, type, hosts, keyName };
}

function sealed(deps: CredentialDeps, tenantId: string, input: CredentialInput, secret: string) {
  try {
    checkHeaders(materialOf(input.type, input.keyName ?? '', secret).headers ?? {});
  } catch (error) {
    throw wrongSecret('No header can hold this name or secret', error);
  }
  return {
    secret: deps.secrets.seal(placeOf(tenantId), secret),
    secretEnd: secret.length < MIN_CHARACTERS_TO_SHOW_END ? '' : secret.slice(-END_CHARACTERS),
  };
}

function asCredential(row: CredentialRow): Credential {
  const { id, name, hosts, keyName, secretEnd, lastUsedAt, createdAt } = row;
  const type = CREDENTIAL_TYPES.find((one) => one === row.type);
  if (type === undefined) throw new Error(`a credential of the unknown type ${row.type}`);
  return { id, name, type, hosts, keyName, secretEnd, lastUsedAt, createdAt };
}

function wrongSecret(message: string, cause?: unknown): ValidationError {
  return new ValidationError(ErrorCode.validation_failed, message, {
    cause,
    details: { fields: [{ path: 'secret', message }] },
  });
}
