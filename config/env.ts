import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { developmentSecrets } from './development-secrets';

/** A setting given as nothing (`NAME=`) is a setting not given. */
const text = z.string().trim().min(1);
const port = z.coerce.number().int().min(0).max(65_535);
const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/$/, ''));
const places = z.coerce.number().int().min(1).max(10_000);
const onOff = z.enum(['on', 'off']);
const MEGABYTE = 1024 * 1024;

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: port.default(3000),
  PUBLIC_URL: url.optional().describe('Where browsers and webhooks reach us'),
  WEBHOOK_BASE_URL: url
    .optional()
    .describe('Where Evolution reaches us, if not at PUBLIC_URL (a private network)'),
  DATA_DIR: text.default('.local'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),

  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_PORT: port.default(3020),

  TEMPORAL_ADDRESS: text.optional(),
  TEMPORAL_NAMESPACE: text.default('prosa'),
  TEMPORAL_API_KEY: text.optional(),
  TEMPORAL_TLS_CA: text.optional().describe('PEM file'),
  TEMPORAL_TLS_CERT: text.optional().describe('PEM file'),
  TEMPORAL_TLS_KEY: text.optional().describe('PEM file'),
  TEMPORAL_PORT: port.default(7233),
  TEMPORAL_UI_PORT: port.default(8233),

  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),

  JWT_SECRET: text.optional(),
  ENCRYPTION_KEY: text.optional().describe('32 bytes, base64'),
  ENCRYPTION_KEYS_OLD: text.optional().describe('Comma-separated; still read, never written'),

  EVOLUTION_URL: url.optional(),
  EVOLUTION_API_KEY: text.optional(),
  OPENAI_BASE_URL: url.optional(),
  OPENAI_API_KEY: text.optional(),
  OPENAI_MODEL: text.default('gpt-4.1-mini'),
  OPENAI_EMBEDDING_MODEL: text.default('text-embedding-3-small'),
  OPENAI_TRANSCRIPTION_MODEL: text.default('gpt-4o-mini-transcribe'),
  OPENAI_TRANSCRIPTION_LANGUAGE: text.default('pt').describe('ISO 639-1, a hint'),
  OPENAI_VISION: onOff.default('on').describe('off: the chat model sees no pictures'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: text.default('Prosa <nao-responda@prosa.local>'),

  STUCK_AFTER_MS: z.coerce.number().int().min(0).default(900_000),
  TURNS_AT_ONCE: places.default(400).describe('AI turns that one worker process runs at the same time'),
  DELIVERIES_AT_ONCE: places.default(100).describe('Sends that one worker process repeats at the same time'),
  MEDIA_DIR: text
    .optional()
    .describe('One folder for all processes; a shared volume if there are several machines'),
  MEDIA_MAX_BYTES: z.coerce
    .number()
    .int()
    .min(1_024)
    .max(100 * MEGABYTE)
    .default(20 * MEGABYTE),
  MEDIA_WAIT_MS: z.coerce.number().int().min(0).max(600_000).default(60_000),
  MEDIA_RETENTION_DAYS: z.coerce.number().int().min(0).max(3_650).default(90),

  OUTBOUND_ALLOWED_HOSTS: text
    .optional()
    .describe(
      'Comma-separated host or host:port that automations and integrations may call inside and by http: for tests; the sandbox, while it is on',
    ),

  SUPPORT_EMAIL: z.email().optional(),
  SUPPORT_URL: url.optional().describe('Where the support page sends people: a help desk, a WhatsApp link'),

  SANDBOX: onOff.optional(),
  SANDBOX_PORT: port.default(3010),
});

/** Every setting there is, by name. */
export const SETTING_NAMES = Object.keys(schema.shape);

export interface Env {
  nodeEnv: 'development' | 'test' | 'production';
  production: boolean;
  port: number;
  publicUrl: string;
  webhookBaseUrl: string;
  dataDir: string;
  logLevel: string;
  database: { url: string; embedded: boolean; port: number };
  temporal: {
    address: string;
    namespace: string;
    embedded: boolean;
    port: number;
    uiPort: number;
    apiKey: string | undefined;
    tls: { ca?: Buffer; cert?: Buffer; key?: Buffer } | undefined;
  };
  redisUrl: string | undefined;
  worker: { turnsAtOnce: number; deliveriesAtOnce: number };
  jwtSecret: string;
  /** The first is written with; the others are still read. */
  encryptionKeys: Buffer[];
  evolution: { url: string; apiKey: string };
  openai: {
    baseUrl: string | undefined;
    apiKey: string;
    model: string;
    embeddingModel: string;
    transcriptionModel: string;
    transcriptionLanguage: string;
    /** The chat model can see pictures. */
    vision: boolean;
  };
  media: {
    dir: string;
    /** A larger file is not fetched. */
    maxBytes: number;
    /** How long an answer waits for a file to be fetched and understood. */
    waitMs: number;
    /** 0: files are kept. */
    retentionDays: number;
  };
  /** Hosts that automations may call although they are inside or without TLS; none in production. */
  outboundAllowedHosts: string[];
  /** Undefined: no mail leaves, and the log says so. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** A customer who waits longer for an answer is worth a look (ms). */
  stuckAfterMs: number;
  /** Whom the support page names; it names nobody who is not given. */
  support: { email: string | undefined; url: string | undefined };
  sandbox: { on: boolean; port: number; smtpPort: number; url: string };
}

/** Every wrong setting at once, in words for the person who starts the program. */
export class SettingsError extends Error {
  constructor(readonly problems: string[]) {
    super(['These settings are wrong:', ...problems.map((problem) => `  ${problem}`)].join('\n'));
  }
}

/**
 * Reads and checks the settings (names and defaults: .env.example). In development, secrets are made once and kept
 * in DATA_DIR; in production they are required and a weak one is refused.
 *
 * @throws SettingsError listing every problem
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim() !== ''));
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw new SettingsError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const raw = parsed.data;
  const production = raw.NODE_ENV === 'production';
  const dataDir = resolve(raw.DATA_DIR);
  const sandboxOn = (raw.SANDBOX ?? (production ? 'off' : 'on')) === 'on';
  const sandboxUrl = `http://localhost:${raw.SANDBOX_PORT}`;
  const problems: string[] = [];
  if (production) problems.push(...wrongInProduction(raw, sandboxOn));
  const secrets = production ? undefined : developmentSecrets(dataDir);
  const jwtSecret = raw.JWT_SECRET ?? secrets?.jwtSecret ?? '';
  const encryptionKeys = [
    raw.ENCRYPTION_KEY ?? secrets?.encryptionKey ?? '',
    ...(raw.ENCRYPTION_KEYS_OLD?.split(',') ?? []),
  ].map((key) => Buffer.from(key.trim(), 'base64'));
  if (encryptionKeys.some((key) => key.length !== 32)) {
    problems.push(
      'ENCRYPTION_KEY, ENCRYPTION_KEYS_OLD: each key must be 32 bytes in base64 (openssl rand -base64 32)',
    );
  }
  const tls = readTlsFiles(raw, problems);
  if (problems.length > 0) throw new SettingsError(problems);

  const publicUrl = raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`;
  return {
    nodeEnv: raw.NODE_ENV,
    production,
    port: raw.PORT,
    publicUrl,
    webhookBaseUrl: raw.WEBHOOK_BASE_URL ?? publicUrl,
    dataDir,
    logLevel: raw.LOG_LEVEL,
    database: {
      url: raw.DATABASE_URL ?? `postgresql://postgres:postgres@127.0.0.1:${raw.DATABASE_PORT}/postgres`,
      embedded: raw.DATABASE_URL === undefined,
      port: raw.DATABASE_PORT,
    },
    temporal: {
      address: raw.TEMPORAL_ADDRESS ?? `127.0.0.1:${raw.TEMPORAL_PORT}`,
      namespace: raw.TEMPORAL_NAMESPACE,
      embedded: raw.TEMPORAL_ADDRESS === undefined,
      port: raw.TEMPORAL_PORT,
      uiPort: raw.TEMPORAL_UI_PORT,
      apiKey: raw.TEMPORAL_API_KEY,
      tls,
    },
    redisUrl: raw.REDIS_URL,
    worker: { turnsAtOnce: raw.TURNS_AT_ONCE, deliveriesAtOnce: raw.DELIVERIES_AT_ONCE },
    jwtSecret,
    encryptionKeys,
    evolution: {
      url: raw.EVOLUTION_URL ?? `${sandboxUrl}/evolution`,
      apiKey: raw.EVOLUTION_API_KEY ?? 'sandbox',
    },
    openai: {
      // With a key of one's own and no base URL, the SDK's default is meant: the real one.
      baseUrl: raw.OPENAI_BASE_URL ?? (raw.OPENAI_API_KEY ? undefined : `${sandboxUrl}/openai/v1`),
      apiKey: raw.OPENAI_API_KEY ?? 'sandbox',
      model: raw.OPENAI_MODEL,
      embeddingModel: raw.OPENAI_EMBEDDING_MODEL,
      transcriptionModel: raw.OPENAI_TRANSCRIPTION_MODEL,
      transcriptionLanguage: raw.OPENAI_TRANSCRIPTION_LANGUAGE,
      vision: raw.OPENAI_VISION === 'on',
    },
    media: {
      dir: resolve(raw.MEDIA_DIR ?? join(dataDir, 'media')),
      maxBytes: raw.MEDIA_MAX_BYTES,
      waitMs: raw.MEDIA_WAIT_MS,
      retentionDays: raw.MEDIA_RETENTION_DAYS,
    },
    outboundAllowedHosts: hostsInside(raw, sandboxOn ? sandboxUrl : undefined),
    smtpUrl: raw.SMTP_URL ?? (sandboxOn ? `smtp://localhost:${raw.SANDBOX_PORT + 1}` : undefined),
    mailFrom: raw.MAIL_FROM,
    stuckAfterMs: raw.STUCK_AFTER_MS,
    support: { email: raw.SUPPORT_EMAIL, url: raw.SUPPORT_URL },
    sandbox: { on: sandboxOn, port: raw.SANDBOX_PORT, smtpPort: raw.SANDBOX_PORT + 1, url: sandboxUrl },
  };
}

type Raw = z.infer<typeof schema>;

function wrongInProduction(raw: Raw, sandboxOn: boolean): string[] {
  return [...missingInProduction(raw, sandboxOn), ...weakSecrets(raw), ...opensInside(raw, sandboxOn)];
}

function missingInProduction(raw: Raw, sandboxOn: boolean): string[] {
  const required: (keyof Raw)[] = [
    'PUBLIC_URL',
    'DATABASE_URL',
    'TEMPORAL_ADDRESS',
    'JWT_SECRET',
    'ENCRYPTION_KEY',
  ];
  if (!sandboxOn) required.push('EVOLUTION_URL', 'EVOLUTION_API_KEY', 'OPENAI_API_KEY');
  return required.filter((name) => raw[name] === undefined).map((name) => `${name}: required in production`);
}

function opensInside(raw: Raw, sandboxOn: boolean): string[] {
  if (sandboxOn || raw.OUTBOUND_ALLOWED_HOSTS === undefined) return [];
  return ['OUTBOUND_ALLOWED_HOSTS: for tests and the sandbox only, it opens what is inside'];
}

/** The sandbox is let in: its Chatwoot is at an address that tenants give, which may not lead inward. */
function hostsInside({ OUTBOUND_ALLOWED_HOSTS: named }: Raw, sandboxUrl: string | undefined): string[] {
  if (named !== undefined) return namesIn(named);
  return sandboxUrl === undefined ? [] : [new URL(sandboxUrl).host];
}

/** Of a comma-separated list. */
function namesIn(list: string | undefined): string[] {
  return list?.split(',').flatMap((name) => name.trim() || []) ?? [];
}

function weakSecrets(raw: Raw): string[] {
  const weak = (value: string, length: number) => value.length < length || new Set(value).size < 12;
  return [
    ...(raw.JWT_SECRET !== undefined && weak(raw.JWT_SECRET, 32)
      ? ['JWT_SECRET: too weak, give at least 32 random characters (openssl rand -base64 48)']
      : []),
    ...(raw.ENCRYPTION_KEY !== undefined && weak(raw.ENCRYPTION_KEY, 43)
      ? ['ENCRYPTION_KEY: too weak, give 32 random bytes in base64 (openssl rand -base64 32)']
      : []),
  ];
}

function readTlsFiles(raw: Raw, problems: string[]): Env['temporal']['tls'] {
  const files = { ca: raw.TEMPORAL_TLS_CA, cert: raw.TEMPORAL_TLS_CERT, key: raw.TEMPORAL_TLS_KEY };
  const entries = Object.entries(files).flatMap(([part, path]) => {
    if (path === undefined) return [];
    try {
      return [[part, readFileSync(path)] as const];
    } catch {
      problems.push(`TEMPORAL_TLS_${part.toUpperCase()}: cannot read ${path}`);
      return [];
    }
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** A short public name of a key, stored beside what it sealed, so that old keys can be told from new. */
export function keyId(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}
