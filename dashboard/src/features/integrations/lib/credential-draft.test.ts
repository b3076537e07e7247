import type { Credential } from '../../../lib/api/types';
import { areHosts, type CredentialDraft, isComplete, needsSecret, readHosts } from './credential-draft';

const before: Credential = {
  id: 'one',
  name: 'Agenda',
  type: 'header',
  hosts: ['api.agenda.com', 'eu.agenda.com'],
  keyName: 'x-api-key',
  secretEnd: '',
  lastUsedAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
};
const draft: CredentialDraft = {
  name: 'Agenda',
  type: 'header',
  hosts: 'api.agenda.com\neu.agenda.com',
  keyName: 'x-api-key',
  secret: '',
};

describe('hosts', () => {
  it.each([
    ['api.exemplo.com', ['api.exemplo.com']],
    ['https://API.exemplo.com/v1/pedidos?x=1', ['api.exemplo.com']],
    ['a.com, b.com;\n c.com:8443 a.com', ['a.com', 'b.com', 'c.com:8443']],
    ['  ', []],
  ])('%j are %j', (text, hosts) => {
    expect(readHosts(text)).toEqual(hosts);
  });

  it.each([
    [['api.exemplo.com'], true],
    [['*.exemplo.com'], true],
    [['*.com'], false],
    [['exemplo..com'], false],
    [['usuario@exemplo.com'], false],
    [[], false],
    [Array.from({ length: 11 }, (_, at) => `h${at}.com`), false],
  ])('%j: %s', (hosts, fine) => {
    expect(areHosts(hosts)).toBe(fine);
  });
});

describe('the secret', () => {
  it.each<[string, Partial<CredentialDraft>, boolean]>([
    ['nothing', {}, false],
    ['its name', { name: 'Outra' }, false],
    ['a host less', { hosts: 'api.agenda.com' }, false],
    ['a host more', { hosts: 'api.agenda.com minha.com' }, true],
    ['the type', { type: 'query' }, true],
    ['the key', { keyName: 'x-token' }, true],
  ])('is needed again when %s changes: %j → %s', (_what, change, needed) => {
    expect(needsSecret(before, { ...draft, ...change })).toBe(needed);
    expect(isComplete(before, { ...draft, ...change })).toBe(!needed);
  });

  it('is needed for a new one, as is the name of a key', () => {
    expect(isComplete(undefined, draft)).toBe(false);
    expect(isComplete(undefined, { ...draft, secret: 's' })).toBe(true);
    expect(isComplete(undefined, { ...draft, secret: 's', keyName: ' ' })).toBe(false);
    expect(isComplete(undefined, { ...draft, secret: 's', type: 'bearer', keyName: '' })).toBe(true);
  });
});
