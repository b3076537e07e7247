import { ErrorCode, ForbiddenError } from '../domain/errors';
import { type Role, ROLES } from '../services/deps';

/** @throws ForbiddenError role_forbidden for a lesser role than `least` */
export function requireRole(role: Role, least: Role): void {
  if (ROLES.indexOf(role) > ROLES.indexOf(least)) {
    throw new ForbiddenError(ErrorCode.role_forbidden, `This needs the role ${least}`, {
      details: { role: least },
    });
  }
}
