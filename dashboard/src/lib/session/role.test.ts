import { mayAct, type Role } from './role';

describe('mayAct', () => {
  it.each<[Role, Role, boolean]>([
    ['ORG_AGENT', 'ORG_AGENT', true],
    ['ORG_AGENT', 'ORG_MANAGER', false],
    ['ORG_MANAGER', 'ORG_ADMIN', false],
    ['ORG_ADMIN', 'ORG_MANAGER', true],
    ['SUPER_ADMIN', 'ORG_ADMIN', true],
  ])('%s where %s is needed: %s', (role, least, may) => {
    expect(mayAct(role, least)).toBe(may);
  });
});
