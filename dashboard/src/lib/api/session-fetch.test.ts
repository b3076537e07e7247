import { jest } from '@jest/globals';
import { currentSession, sessionStore } from '../session/session';
import { sessionFetch } from './session-fetch';
import type { Session } from './types';

const session = (accessToken: string): Session => ({
  accessToken,
  expiresIn: 900,
  user: { id: 'u', name: 'Rafaela', email: 'r@x', role: 'ORG_ADMIN' },
  tenant: { id: 't', name: 'Clínica' },
});
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
const problem = (status: number, code: string) =>
  json(status, { type: 'x', title: 'x', status, detail: 'x', code, requestId: 'r' });
const ask = () => sessionFetch(new Request('http://localhost/api/v1/me'));

/** A server that takes one token, and gives the next when asked to refresh. */
function serve(options: { good: string; refresh: () => Response | Promise<Response> }) {
  const calls: string[] = [];
  const answer = async (input: Request | string): Promise<Response> => {
    const url = typeof input === 'string' ? input : input.url;
    calls.push(new URL(url, 'http://localhost').pathname);
    if (url.endsWith('/auth/refresh')) return options.refresh();
    const token = typeof input === 'string' ? '' : input.headers.get('authorization');
    return token === `Bearer ${options.good}` ? json(200, {}) : problem(401, 'token_invalid');
  };
  globalThis.fetch = jest.fn(answer) as unknown as typeof fetch;
  return calls;
}

describe('sessionFetch', () => {
  const { fetch: realFetch } = globalThis;
  beforeAll(() => {
    Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
  });
  beforeEach(() => sessionStore.set({ status: 'signedIn', session: session('old') }));
  afterAll(() => {
    globalThis.fetch = realFetch;
  });

  it('renews a session that ran out, and asks again', async () => {
    const calls = serve({ good: 'new', refresh: () => json(200, session('new')) });
    expect((await ask()).status).toBe(200);
    expect(calls).toEqual(['/api/v1/me', '/api/v1/auth/refresh', '/api/v1/me']);
    expect(currentSession()?.accessToken).toBe('new');
  });

  it('renews once for all who ask at the same time', async () => {
    const calls = serve({ good: 'new', refresh: () => json(200, session('new')) });
    const answers = await Promise.all([ask(), ask(), ask()]);
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(calls.filter((path) => path.endsWith('/refresh'))).toHaveLength(1);
  });

  it('ends the session here when the server has ended it', async () => {
    serve({ good: 'new', refresh: () => problem(401, 'session_ended') });
    expect((await ask()).status).toBe(401);
    expect(sessionStore.get()).toEqual({ status: 'signedOut', reason: 'expired' });
  });

  it('keeps the session when the server cannot tell', async () => {
    serve({ good: 'new', refresh: () => problem(503, 'database_unavailable') });
    await expect(ask()).rejects.toMatchObject({ code: 'database_unavailable' });
    expect(currentSession()?.accessToken).toBe('old');
  });

  it('forgets the one before when another person signed in meanwhile', async () => {
    const other = { ...session('new'), user: { ...session('new').user, id: 'other' } };
    serve({ good: 'new', refresh: () => json(200, other) });
    const seen: string[] = [];
    const stop = sessionStore.subscribe(() => seen.push(sessionStore.get().status));
    await ask();
    stop();
    expect(seen).toEqual(['signedOut', 'signedIn']);
  });
});
