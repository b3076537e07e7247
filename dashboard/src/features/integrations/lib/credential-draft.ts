import type { Credential } from '../../../lib/api/types';

export type CredentialType = Credential['type'];
export const CREDENTIAL_TYPES = [
  'bearer',
  'basic',
  'header',
  'query',
] as const satisfies readonly CredentialType[];

export interface CredentialDraft {
  name: string;
  type: CredentialType;
  /** As it is written: one a line, or by commas. */
  hosts: string;
  keyName: string;
  secret: string;
}

/** As the API takes them: `api.example.com`, `api.example.com:8443`, `*.example.com`. */
const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?(:\d{1,5})?$/;
const MAX_HOSTS = 10;

/** Addresses that were pasted whole are cut down to their host; each once. */
export function readHosts(text: string): string[] {
  const hosts = text
    .split(/[\s,;]+/)
    .map((part) =>
      part
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/[/?#].*$/, ''),
    )
    .filter((host) => host !== '');
  return [...new Set(hosts)];
}

export function areHosts(hosts: readonly string[]): boolean {
  const isHost = (host: string) => HOST.test(host) && (!host.startsWith('*.') || host.split('.').length > 2);
  return hosts.length >= 1 && hosts.length <= MAX_HOSTS && hosts.every(isHost);
}

export function keyNameOf({ type, keyName }: Pick<CredentialDraft, 'type' | 'keyName'>): string | null {
  return type === 'bearer' ? null : keyName.trim();
}

/** Where it goes and how it is sent change only with the secret: the API refuses anything else. */
export function needsSecret(before: Credential | undefined, draft: CredentialDraft): boolean {
  if (before === undefined) return true;
  const goesNowhereNew = readHosts(draft.hosts).every((host) => before.hosts.includes(host));
  return before.type !== draft.type || before.keyName !== keyNameOf(draft) || !goesNowhereNew;
}

export function isComplete(before: Credential | undefined, draft: CredentialDraft): boolean {
  return (
    draft.name.trim() !== '' &&
    areHosts(readHosts(draft.hosts)) &&
    keyNameOf(draft) !== '' &&
    (draft.secret !== '' || !needsSecret(before, draft))
  );
}
