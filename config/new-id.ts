import { randomUUID } from 'node:crypto';
import { uuidV7 } from '../domain/uuid-v7';

/** A new UUIDv7: ids sort by the time they were made. */
export function newId(): string {
  return uuidV7(Date.now(), randomUUID());
}
