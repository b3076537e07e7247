import { pino, type Logger } from 'pino';
import pretty from 'pino-pretty';
import { currentCorrelation } from './correlation';

export type { Logger };

/** Names that hold secrets, or what people wrote; the value is replaced, the name stays. */
export const SECRET_NAMES = [
  'apikey',
  'apiKey',
  'authorization',
  'Authorization',
  'cookie',
  'set-cookie',
  'token',
  'accessToken',
  'refreshToken',
  'password',
  'currentPassword',
  'newPassword',
  'passwordHash',
  'secret',
  'webhookKey',
  'webhookSecret',
  'qrCode',
  'pairingCode',
  'text',
  'body',
];

/** An object we log, one in it (`headers`, `err`), and one in that (`err.config.headers`): deeper ones we do not log. */
const REDACTED = SECRET_NAMES.flatMap((name) => ['', '*', '*.*'].map((parent) => `${parent}["${name}"]`));

/**
 * @param name the process or part that speaks
 * @param options.json one JSON object a line (production) instead of lines for people
 * @param options.to where JSON lines go; left out, to standard output
 */
export function createLogger(
  name: string,
  options: { level: string; json: boolean; to?: { write(line: string): void } },
): Logger {
  const settings = {
    name,
    level: options.level,
    redact: { paths: REDACTED, censor: '[redacted]' },
    mixin: () => ({ ...currentCorrelation() }),
  };
  if (options.json) return options.to === undefined ? pino(settings) : pino(settings, options.to);
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
