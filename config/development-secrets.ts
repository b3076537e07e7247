import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { hasErrorCode } from './has-error-code';

const schema = z.object({ jwtSecret: z.string(), encryptionKey: z.string() });

/**
 * The secrets of a machine on which nobody set any: made once, kept in `<dataDir>/secrets.json`, readable by its
 * owner only. Several processes may ask at once; the first to finish its file wins and all read the same.
 */
export function developmentSecrets(dataDir: string): z.infer<typeof schema> {
  const path = join(dataDir, 'secrets.json');
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (!hasErrorCode(error, 'ENOENT')) throw error;
  }
  mkdirSync(dataDir, { recursive: true });
  const secrets = {
    jwtSecret: randomBytes(48).toString('base64'),
    encryptionKey: randomBytes(32).toString('base64'),
  };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!hasErrorCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
