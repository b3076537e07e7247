import { mayAct, type Role } from '../lib/session/role';
import { currentSession } from '../lib/session/session';

/** The page exists, and this person may not use it. */
export class NotAllowedError extends Error {}

/** @throws NotAllowedError */
export function requireRole(least: Role): void {
  const session = currentSession();
  if (session !== undefined && !mayAct(session.user.role, least)) throw new NotAllowedError();
}
