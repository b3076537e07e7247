import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { keyId } from '../../config/env';

/** Where a secret lives. Bound into the ciphertext: moved to another tenant or column, it does not open. */
export interface SecretPlace {
  tenantId: string;
  /** `table.column` */
  column: string;
}

export interface SecretBox {
  seal(place: SecretPlace, secret: string): string;
  /** @throws when the text was changed, moved, or sealed with a key that is not known */
  open(place: SecretPlace, sealed: string): string;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals secrets for storage: AES-256-GCM, a random IV each, the key's id in front so that keys can be replaced
 * one by one, tenant and column as associated data.
 *
 * @param keys 32 bytes each; the first seals, all open
 */
export function createSecretBox(keys: Buffer[]): SecretBox {
  const byId = new Map(keys.map((key) => [keyId(key), key]));
  const [current] = keys;
  if (current === undefined) throw new Error('A secret box needs a key');
  const currentId = keyId(current);
  return {
    seal(place, secret) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, current, iv).setAAD(associated(place, currentId));
      const sealed = Buffer.concat([iv, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${currentId}.${sealed.toString('base64url')}`;
    },
    open(place, sealed) {
      const [id = '', body = ''] = sealed.split('.');
      const key = byId.get(id);
      if (key === undefined)
        throw new Error(`A secret in ${place.column} was sealed with an unknown key (${id})`);
      const bytes = Buffer.from(body, 'base64url');
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES))
        .setAAD(associated(place, id))
        .setAuthTag(bytes.subarray(-TAG_BYTES));
      return (
        decipher.update(bytes.subarray(IV_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      );
    },
  };
}

function associated(place: SecretPlace, id: string): Buffer {
  return Buffer.from(JSON.stringify([place.tenantId, place.column, id]));
}
