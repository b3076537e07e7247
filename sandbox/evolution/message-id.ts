import { randomBytes } from 'node:crypto';

/** An id as WhatsApp Web makes them: 3EB0 and eighteen hexadecimal digits. */
export function newMessageId(): string {
  return `3EB0${randomBytes(9).toString('hex').toUpperCase()}`;
}
