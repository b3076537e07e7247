import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv, SettingsError } from './env';

const dataDir = () => mkdtempSync(join(tmpdir(), 'prosa-env-'));
const problemsOf = (source: Record<string, string>): string[] => {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
};
const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://app.example',
  DATABASE_URL: 'postgresql://u:p@db/prosa',
  TEMPORAL_ADDRESS: 'temporal:7233',
  JWT_SECRET: 'q8v2Lk0WmZ7xYt5rEb1NcDf6GhJ3pSaU9oIi',
  ENCRYPTION_KEY: 'n3x0N7XgqK1Zr5yWJ8bQpV2tLmC4dEfGhIjKlMnOpQo=',
  EVOLUTION_URL: 'https://evo.example/',
  EVOLUTION_API_KEY: 'k',
  OPENAI_API_KEY: 'sk',
};

describe('readEnv', () => {
  it('runs on nothing at all: embedded parts and sandbox', () => {
    const env = readEnv({ DATA_DIR: dataDir() });
    expect(env).toMatchObject({
      production: false,
      publicUrl: 'http://localhost:3000',
      database: { embedded: true },
      temporal: { embedded: true, address: '127.0.0.1:7233' },
      evolution: { url: 'http://localhost:3010/evolution' },
      openai: { baseUrl: 'http://localhost:3010/openai/v1' },
      smtpUrl: 'smtp://localhost:3011',
      sandbox: { on: true },
      support: { email: undefined, url: undefined },
    });
  });

  it('opens nothing inside but the sandbox, and in production it cannot be made to', () => {
    expect(readEnv({ DATA_DIR: dataDir() }).outboundAllowedHosts).toEqual(['localhost:3010']);
    const opened = { OUTBOUND_ALLOWED_HOSTS: 'localhost:4000, 127.0.0.1' };
    expect(readEnv({ DATA_DIR: dataDir(), ...opened }).outboundAllowedHosts).toEqual([
      'localhost:4000',
      '127.0.0.1',
    ]);
    expect(problemsOf({ ...production, ...opened })).toEqual([
      expect.stringContaining('OUTBOUND_ALLOWED_HOSTS'),
    ]);
    expect(readEnv(production).outboundAllowedHosts).toEqual([]);
  });

  it('runs on .env.example as it is', () => {
    const lines = readFileSync('.env.example', 'utf8')
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line));
    const example = Object.fromEntries(
      lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
    );
    expect(readEnv({ ...example, DATA_DIR: dataDir() })).toEqual(
      expect.objectContaining({ port: 3000, production: false }),
    );
  });

  it('makes development secrets once and for its owner only', () => {
    const dir = dataDir();
    const first = readEnv({ DATA_DIR: dir });
    expect(readEnv({ DATA_DIR: dir }).jwtSecret).toBe(first.jwtSecret);
    expect(statSync(join(dir, 'secrets.json')).mode & 0o077).toBe(0);
    expect(readEnv({ DATA_DIR: dataDir() }).jwtSecret).not.toBe(first.jwtSecret);
  });

  it('lists every bad setting at once', () => {
    const problems = problemsOf({
      PORT: 'abc',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://x',
      DATA_DIR: dataDir(),
    });
    expect(problems).toHaveLength(3);
    expect(problems.join()).toMatch(/PORT.*LOG_LEVEL|LOG_LEVEL.*PORT/s);
  });

  it('lists everything production lacks', () => {
    expect(problemsOf({ NODE_ENV: 'production' }).map((problem) => problem.split(':')[0])).toEqual([
      'PUBLIC_URL',
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'JWT_SECRET',
      'ENCRYPTION_KEY',
      'EVOLUTION_URL',
      'EVOLUTION_API_KEY',
      'OPENAI_API_KEY',
      'ENCRYPTION_KEY, ENCRYPTION_KEYS_OLD',
    ]);
  });

  it('starts in production when all is given, and writes no secrets there', () => {
    const dir = dataDir();
    const env = readEnv({ ...production, DATA_DIR: dir });
    expect(env).toMatchObject({ production: true, sandbox: { on: false }, smtpUrl: undefined });
    expect(env.evolution.url).toBe('https://evo.example');
    expect(existsSync(join(dir, 'secrets.json'))).toBe(false);
  });

  it.each([
    ['a short JWT_SECRET', { JWT_SECRET: 'secret' }, /JWT_SECRET: too weak/],
    ['a repeated JWT_SECRET', { JWT_SECRET: 'ab'.repeat(40) }, /JWT_SECRET: too weak/],
    [
      'an ENCRYPTION_KEY of zeros',
      { ENCRYPTION_KEY: Buffer.alloc(32).toString('base64') },
      /ENCRYPTION_KEY: too weak/,
    ],
    ['an ENCRYPTION_KEY of the wrong size', { ENCRYPTION_KEY: 'bm90IDMyIGJ5dGVzIQ==' }, /32 bytes/],
    ['a TLS file that is not there', { TEMPORAL_TLS_CA: '/nowhere.pem' }, /TEMPORAL_TLS_CA: cannot read/],
  ])('refuses %s in production', (_what, change, expected) => {
    expect(problemsOf({ ...production, ...change, DATA_DIR: dataDir() }).join('\n')).toMatch(expected);
  });

  it('means the real OpenAI when a key is given without a base URL', () => {
    expect(readEnv({ DATA_DIR: dataDir(), OPENAI_API_KEY: 'sk-x' }).openai.baseUrl).toBeUndefined();
  });
});
