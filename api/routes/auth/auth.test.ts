import { hashToken } from '../../../services/auth/session';
import { type Harness, startHarness } from '../../../tests/support/harness';
import type { TestTenant } from '../../../tests/support/test-tenant';

let harness: Harness;
let tenant: TestTenant;
beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
}, 60_000);
afterAll(() => harness.close());

interface Session {
  status: number;

  body: any;
  cookie: string;
  setCookie: string;
}

async function post(
  path: string,
  options: { cookie?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Session> {
  const response = await fetch(`${harness.url}/api/v1/auth/${path}`, {
    method: 'POST',
    headers: {
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(options.cookie === undefined ? {} : { cookie: options.cookie }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const setCookie = response.headers.get('set-cookie') ?? '';
  const text = await response.text();
  return {
    status: response.status,
    body: text === '' ? undefined : JSON.parse(text),
    setCookie,
    cookie: setCookie.split(';')[0] ?? '',
  };
}

const credentials = () => ({ email: tenant.options.email, password: tenant.options.password });

describe('POST /auth/login', () => {
  it('gives a token, who it is for, and a cookie scripts cannot read', async () => {
    const session = await post('login', { body: credentials() });
    expect(session.status).toBe(200);
    expect(session.body).toEqual({
      accessToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      expiresIn: 900,
      user: { id: tenant.ctx.userId, name: 'Rafa', email: tenant.options.email, role: 'ORG_ADMIN' },
      tenant: { id: tenant.ctx.tenantId, name: expect.stringContaining('Clínica') },
    });
    expect(session.setCookie).toMatch(/HttpOnly/i);
    expect(session.setCookie).toMatch(/SameSite=Strict/i);
    const claims = JSON.parse(Buffer.from(session.body.accessToken.split('.')[1], 'base64url').toString());
    expect(claims).toMatchObject({
      sub: tenant.ctx.userId,
      email: tenant.options.email,
      tenant_id: tenant.ctx.tenantId,
      role: 'ORG_ADMIN',
      type: 'access',
    });
    expect(claims.exp - claims.iat).toBe(900);
  });

  it('takes the e-mail in any case', async () => {
    const { email, password } = credentials();
    expect((await post('login', { body: { email: ` ${email.toUpperCase()} `, password } })).status).toBe(200);
  });

  it('says the same of a wrong password and of an unknown e-mail', async () => {
    const wrong = await post('login', { body: { ...credentials(), password: 'wrong' } });
    const unknown = await post('login', { body: { email: 'nobody@example.test', password: 'wrong' } });
    expect([wrong.status, wrong.body.code]).toEqual([401, 'invalid_credentials']);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect(wrong.setCookie).toBe('');
  });

  it('stops guessing after ten failures, for that e-mail alone', async () => {
    const email = 'guessed@example.test';
    for (let n = 0; n < 10; n += 1) await post('login', { body: { email, password: `p${n}` } });
    const stopped = await post('login', { body: { email, password: 'p' } });
    expect([stopped.status, stopped.body.code]).toEqual([429, 'too_many_attempts']);
    expect((await post('login', { body: credentials() })).status).toBe(200);
  });

  it('lets nobody into a cancelled account', async () => {
    const cancelled = await harness.tenant();
    await harness.deps.db.withSystem((tx) =>
      tx.tenant.update({ where: { id: cancelled.ctx.tenantId }, data: { status: 'cancelled' } }),
    );
    const { email, password } = cancelled.options;
    const answer = await post('login', { body: { email, password } });
    expect([answer.status, answer.body.code]).toEqual([403, 'tenant_inactive']);
  });

  it('refuses fields it does not know', async () => {
    expect((await post('login', { body: { ...credentials(), role: 'SUPER_ADMIN' } })).status).toBe(400);
  });
});

describe('POST /auth/refresh', () => {
  it('continues the session and gives the next cookie', async () => {
    const first = await post('login', { body: credentials() });
    const second = await post('refresh', { cookie: first.cookie });
    expect(second.status).toBe(200);
    expect(second.body.user).toEqual(first.body.user);
    expect(second.cookie).not.toBe(first.cookie);
  });

  it('forgives the race of two tabs, and keeps one chain', async () => {
    const first = await post('login', { body: credentials() });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => post('refresh', { cookie: first.cookie })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
    const tokens = await harness.deps.db.withSystem((tx) =>
      tx.refreshToken.findMany({
        where: {
          tokenHash: { in: [first, ...answers].map(({ cookie }) => hashToken(cookie.split('=')[1] ?? '')) },
        },
      }),
    );
    expect(tokens).toHaveLength(21);
    expect(new Set(tokens.map(({ familyId }) => familyId)).size).toBe(1);
  });

  it('ends the whole session when a spent cookie comes back later', async () => {
    const first = await post('login', { body: credentials() });
    const second = await post('refresh', { cookie: first.cookie });
    // As if the theft showed a minute later.
    await harness.deps.db.withSystem((tx) =>
      tx.refreshToken.updateMany({
        where: { userId: tenant.ctx.userId, spentAt: { not: null } },
        data: { spentAt: new Date(Date.now() - 60_000) },
      }),
    );
    const stolen = await post('refresh', { cookie: first.cookie });
    expect([stolen.status, stolen.body.code]).toEqual([401, 'session_ended']);
    expect((await post('refresh', { cookie: second.cookie })).status).toBe(401);
  });

  it('lives for 30 days, counted anew by every use (S4.17)', async () => {
    const DAYS_30_MS = 30 * 24 * 3_600_000;
    const expiryOf = (session: Session) => Date.parse(/Expires=([^;]+)/i.exec(session.setCookie)?.[1] ?? '');
    const move = (session: Session, expiresAt: number) =>
      harness.deps.db.withSystem((tx) =>
        tx.refreshToken.update({
          where: { tokenHash: hashToken(session.cookie.split('=')[1] ?? '') },
          data: { expiresAt: new Date(expiresAt) },
        }),
      );
    const first = await post('login', { body: credentials() });
    expect(Math.abs(expiryOf(first) - Date.now() - DAYS_30_MS)).toBeLessThan(60_000);
    const stored = await harness.deps.db.withSystem((tx) =>
      tx.refreshToken.findUniqueOrThrow({
        where: { tokenHash: hashToken(first.cookie.split('=')[1] ?? '') },
      }),
    );
    expect(Math.abs(stored.expiresAt.getTime() - expiryOf(first))).toBeLessThan(1_000);

    // As if its last minute had come.
    await move(first, Date.now() + 60_000);
    const second = await post('refresh', { cookie: first.cookie });
    expect(second.status).toBe(200);
    expect(Math.abs(expiryOf(second) - Date.now() - DAYS_30_MS)).toBeLessThan(60_000);

    // As if it had passed: the server decides, whatever cookie the browser still shows.
    await move(second, Date.now() - 1);
    const late = await post('refresh', { cookie: second.cookie });
    expect([late.status, late.body.code]).toEqual([401, 'session_ended']);
  });

  it.each([
    ['no cookie', undefined],
    ['an unknown cookie', 'prosa-refresh=abc'],
  ])('refuses %s', async (_what, cookie) => {
    const answer = await post('refresh', cookie === undefined ? {} : { cookie });
    expect([answer.status, answer.body.code]).toEqual([401, 'session_ended']);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['an origin that is none', { origin: 'null' }],
  ])('refuses a cookie that comes from %s', async (_what, headers) => {
    const { cookie } = await post('login', { body: credentials() });
    const answer = await post('refresh', { cookie, headers });
    expect([answer.status, answer.body.code]).toEqual([403, 'origin_forbidden']);
    expect((await post('refresh', { cookie, headers: { origin: harness.url } })).status).toBe(200);
  });
});

describe('POST /auth/logout', () => {
  it('ends the chain', async () => {
    const { cookie } = await post('login', { body: credentials() });
    const answer = await post('logout', { cookie });
    expect(answer.status).toBe(204);
    expect(answer.setCookie).toMatch(/1970/);
    expect((await post('refresh', { cookie })).status).toBe(401);
  });

  it('is fine without a session', async () => {
    expect((await post('logout')).status).toBe(204);
  });
});

describe('/me', () => {
  it('tells who is signed in', async () => {
    const { body } = await tenant.get('/api/v1/me');
    expect(body).toMatchObject({
      user: { id: tenant.ctx.userId, name: 'Rafa', role: 'ORG_ADMIN', phone: null },
      tenant: { id: tenant.ctx.tenantId, timeZone: 'America/Sao_Paulo', locale: 'pt-BR' },
    });
    expect(JSON.stringify(body)).not.toMatch(/argon2|password/i);
  });

  it('changes the password only for who knows it, and ends every session', async () => {
    const own = await harness.tenant();
    const { email, password } = own.options;
    const { cookie } = await post('login', { body: { email, password } });
    const change = (currentPassword: string, newPassword: string) =>
      own.put('/api/v1/me/password', { currentPassword, newPassword });

    const wrong = await change('not it', 'another-password');
    expect([wrong.status, wrong.body.code]).toEqual([400, 'wrong_current_password']);
    expect((await change(password, 'short')).status).toBe(400);
    expect((await change(password, 'another-password')).status).toBe(204);
    expect((await post('refresh', { cookie })).status).toBe(401);
    expect((await post('login', { body: { email, password } })).status).toBe(401);
    expect((await post('login', { body: { email, password: 'another-password' } })).status).toBe(200);
  });
});
