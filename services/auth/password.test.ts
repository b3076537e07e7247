import { hashPassword, verifyPassword } from './password';

describe('password', () => {
  it("is hashed with OWASP's parameters, each time with another salt", async () => {
    const [first, second] = await Promise.all([hashPassword('segredo'), hashPassword('segredo')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  it('is told from a wrong one, and from none', async () => {
    const stored = await hashPassword('segredo');
    expect(await verifyPassword(stored, 'segredo')).toBe(true);
    expect(await verifyPassword(stored, 'Segredo')).toBe(false);
    expect(await verifyPassword(undefined, 'segredo')).toBe(false);
  });
});
