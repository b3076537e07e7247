/** From the one that may most to the one that may least. */
const ROLES = ['SUPER_ADMIN', 'ORG_ADMIN', 'ORG_MANAGER', 'ORG_AGENT'] as const;
export type Role = (typeof ROLES)[number];

/** Whether somebody with `role` may do what needs at least `least`. */
export function mayAct(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) <= ROLES.indexOf(least);
}
