import { createMemoryLimits } from '../../../adapters/limits/limits';
import { ErrorCode, ForbiddenError, QuotaExceededError, UnauthorizedError } from '../../../domain/errors';
import { createLoginGuard, type LoginGuard } from './login-guard';

const OWNER = 'owner@example.test';
let guard: LoginGuard;
let looked: number;
beforeEach(() => {
  guard = createLoginGuard(createMemoryLimits());
  looked = 0;
});

const wrongPassword = new UnauthorizedError(ErrorCode.invalid_credentials, 'Wrong');

/** @returns 'in', 'wrong', or how long to wait (ms) */
async function signIn(address: string, email: string, password: 'right' | 'wrong'): Promise<string | number> {
  try {
    return await guard({ address, email }, () => {
      looked += 1;
      return password === 'right' ? Promise.resolve('in') : Promise.reject(wrongPassword);
    });
  } catch (error) {
    if (error === wrongPassword) return 'wrong';
    if (error instanceof QuotaExceededError) return Number(error.details['retryAfterMs']);
    throw error;
  }
}

async function guess(times: number, address: (n: number) => string, email: (n: number) => string) {
  const answers: (string | number)[] = [];
  for (let n = 0; n < times; n += 1) answers.push(await signIn(address(n), email(n), 'wrong'));
  return answers.filter((answer) => answer === 'wrong').length;
}

const MINUTES = 60_000;

describe('the sign-in guard', () => {
  it('allows ten failures for a pair of address and e-mail in 15 minutes', async () => {
    expect(
      await guess(
        15,
        () => '203.0.113.1',
        () => OWNER,
      ),
    ).toBe(10);
    const waitMs = await signIn('203.0.113.1', OWNER, 'right');
    expect(waitMs).toBeGreaterThan(14 * MINUTES);
    expect(waitMs).toBeLessThanOrEqual(15 * MINUTES);
    expect(await signIn('203.0.113.2', OWNER, 'right')).toBe('in');
    expect(await signIn('203.0.113.1', 'other@example.test', 'right')).toBe('in');
  });

  it('allows fifty failures for an e-mail in an hour, from however many addresses', async () => {
    expect(
      await guess(
        80,
        (n) => `203.0.113.${n}`,
        () => OWNER,
      ),
    ).toBe(50);
    const waitMs = await signIn('198.51.100.1', OWNER, 'wrong');
    expect(waitMs).toBeGreaterThan(59 * MINUTES);
    expect(waitMs).toBeLessThanOrEqual(60 * MINUTES);
    expect(await signIn('203.0.113.1', 'other@example.test', 'right')).toBe('in');
  });

  it('does not look at the password then, not even at a right one, so that the answer tells nothing', async () => {
    await guess(
      50,
      (n) => `203.0.113.${n}`,
      () => OWNER,
    );
    looked = 0;
    expect(await signIn('198.51.100.1', OWNER, 'right')).toBeGreaterThan(0);
    expect(looked).toBe(0);
  });

  it('lets the owner in where they have signed in before, while others guess', async () => {
    expect(await signIn('192.0.2.1', OWNER, 'right')).toBe('in');
    await guess(
      80,
      (n) => `203.0.113.${n}`,
      () => OWNER,
    );
    expect(await signIn('192.0.2.1', OWNER, 'wrong')).toBe('wrong');
    expect(await signIn('192.0.2.1', OWNER, 'right')).toBe('in');
    // A place that is known is no way in for guessing: its own rule holds.
    expect(
      await guess(
        15,
        () => '192.0.2.1',
        () => OWNER,
      ),
    ).toBe(10);
  });

  it('allows a hundred failures for an address in 15 minutes, at however many e-mails', async () => {
    expect(await signIn('203.0.113.1', OWNER, 'right')).toBe('in');
    expect(
      await guess(
        120,
        () => '203.0.113.1',
        (n) => `p${n}@example.test`,
      ),
    ).toBe(100);
    expect(await signIn('203.0.113.1', 'new@example.test', 'right')).toBeGreaterThan(0);
    expect(await signIn('203.0.113.1', OWNER, 'right')).toBe('in');
    expect(await signIn('203.0.113.2', 'new@example.test', 'right')).toBe('in');
  });

  it('counts failures only: who signs in often is never stopped', async () => {
    for (let n = 0; n < 120; n += 1) expect(await signIn('203.0.113.1', OWNER, 'right')).toBe('in');
    expect(
      await guess(
        15,
        () => '203.0.113.1',
        () => 'other@example.test',
      ),
    ).toBe(10);
  });

  it('begins anew after a right password', async () => {
    await guess(
      9,
      () => '203.0.113.1',
      () => OWNER,
    );
    await signIn('203.0.113.1', OWNER, 'right');
    expect(
      await guess(
        15,
        () => '203.0.113.1',
        () => OWNER,
      ),
    ).toBe(10);
  });

  it('lets no more through when all come at once', async () => {
    await Promise.all(Array.from({ length: 200 }, () => signIn('203.0.113.1', OWNER, 'wrong')));
    expect(looked).toBe(10);
  });

  it('does not count what was no guess', async () => {
    const cancelled = new ForbiddenError(ErrorCode.tenant_inactive, 'cancelled');
    for (let n = 0; n < 30; n += 1) {
      await expect(
        guard({ address: '203.0.113.1', email: OWNER }, () => Promise.reject(cancelled)),
      ).rejects.toBe(cancelled);
    }
    expect(await signIn('203.0.113.1', OWNER, 'right')).toBe('in');
  });

  it('is one for all processes that count in one place', async () => {
    const limits = createMemoryLimits();
    const guards = [createLoginGuard(limits), createLoginGuard(limits)];
    let through = 0;
    for (let n = 0; n < 20; n += 1) {
      guard = guards[n % 2] ?? guard;
      if ((await signIn('203.0.113.1', OWNER, 'wrong')) === 'wrong') through += 1;
    }
    expect(through).toBe(10);
  });

  it.each([
    ['an e-mail in another case', '203.0.113.1', ' OWNER@Example.test '],
    ['the same address, written as IPv6', '::ffff:203.0.113.1', OWNER],
  ])('takes %s for the same', async (_what, address, email) => {
    await guess(
      10,
      () => '203.0.113.1',
      () => OWNER,
    );
    expect(await signIn(address, email, 'right')).toBeGreaterThan(0);
  });

  it('takes the addresses of one IPv6 network for one', async () => {
    await guess(
      10,
      (n) => `2001:db8:0:7::${n + 1}`,
      () => OWNER,
    );
    expect(await signIn('2001:db8::7:abcd:1:2:3', OWNER, 'right')).toBeGreaterThan(0);
    expect(await signIn('2001:0db8:0000:0007:ffff::1', OWNER, 'right')).toBeGreaterThan(0);
    expect(await signIn('2001:db8:0:8::1', OWNER, 'right')).toBe('in');
  });
});
