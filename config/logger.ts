import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';
import { currentCorrelation } from './correlation';

export type { Logger };

/** Paths that may hold secrets or what customers wrote; the value is replaced, the key stays. */
const REDACTED = [
  'apikey',
  'apiKey',
  'token',
  'authorization',
  'password',
  'secret',
  'text',
  'body',
  '*.apikey',
  '*.apiKey',
  '*.token',
  '*.authorization',
  '*.password',
  '*.secret',
  '*.text',
  '*.body',
  'headers.authorization',
  'headers.cookie',
  'headers.apikey',
];

/**
 * @param name the process or part that speaks
 * @param options.json one JSON object a line (production) instead of lines for people
 */
export function createLogger(name: string, options: { level: string; json: boolean }): Logger {
  const settings = {
    name,
    level: options.level,
    redact: { paths: REDACTED, censor: '[redacted]' },
    mixin: () => ({ ...currentCorrelation() }),
  };
  if (options.json) return pino(settings);
  return pino(
    settings,
    pretty({
      colorize: process.stdout.isTTY,
      ignore: 'pid,hostname,name',
      translateTime: 'HH:MM:ss.l',
      sync: true,
    }),
  );
}
