import { uuid4 } from '@temporalio/workflow';
import { uuidV7 } from '../domain/uuid-v7';

/** A UUIDv7 that a replay makes again. */
export function newId(): string {
  return uuidV7(Date.now(), uuid4());
}
