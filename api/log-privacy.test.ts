import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MockActivityEnvironment } from '@temporalio/testing';
import {
  type AnswerTurnInput,
  createAnswerTurn,
  type TurnOutcome,
} from '../activities/conversation/answer-turn';
import { createLogger } from '../config/logger';
import { newId } from '../config/new-id';
import { WEBHOOK_SECRET_HEADER } from '../services/channel/create-channel';
import { type Harness, startHarness } from '../tests/support/harness';
import { Phone } from '../tests/support/phone';
import type { TestTenant } from '../tests/support/test-tenant';
import { createApi } from './app';
import type { ApiDeps } from './endpoint';

let harness: Harness;
let tenant: TestTenant;
let deps: ApiDeps;
let server: Server;
let url: string;
const lines: string[] = [];

/** The API again, at the most talkative level, and everything it says. */
beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  const log = createLogger('api', {
    level: 'trace',
    json: true,
    to: { write: (line) => void lines.push(line) },
  });
  deps = { ...harness.deps, log };
  server = createServer(createApi(deps, { dashboardDir: 'dist/dashboard', readiness: {} }));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await harness.close();
});

function send(method: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(url + path, {
    method,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${tenant.accessToken}`,
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** A customer's message, as Evolution posts it. @returns what must stay out of the log, and the conversation */
async function customerWrites(text: string) {
  const { tenantId } = tenant.ctx;
  const { channelId, instance } = await tenant.connectNumber(harness.phone);
  const row = await deps.db.withTenant(tenantId, (tx) =>
    tx.channel.findUniqueOrThrow({ where: { id: channelId } }),
  );
  const open = (column: string, sealed: string) =>
    deps.secrets.open({ tenantId, column: `channels.${column}` }, sealed);
  const key = open('webhook_key', row.webhookKey);
  const secret = open('webhook_secret', row.webhookSecret);
  const number = Phone.number();
  const path = `/webhooks/evolution/${key}`;
  const body = {
    event: 'messages.upsert',
    instance,
    data: {
      key: { remoteJid: `${number}@s.whatsapp.net`, fromMe: false, id: newId() },
      pushName: 'Ana Segredo',
      message: { conversation: text },
      messageType: 'conversation',
      messageTimestamp: Math.floor(Date.now() / 1_000),
    },
  };
  expect((await send('POST', path, body, { [WEBHOOK_SECRET_HEADER]: secret })).status).toBe(200);
  // Refused and unreadable ones are logged too, and with more words.
  expect((await send('POST', path, body, { [WEBHOOK_SECRET_HEADER]: 'wrong' })).status).toBe(401);
  expect((await send('POST', path, `{"text":"${text}`, { [WEBHOOK_SECRET_HEADER]: secret })).status).toBe(
    400,
  );
  const [conversation] = await tenant.conversations(`?q=${number}`);
  return { conversationId: conversation.id as string, secrets: [key, secret, number, 'Ana Segredo'] };
}

describe('the log of the whole way', () => {
  it('has no password, no token, no number and no word of anybody in it, however talkative (S0.46)', async () => {
    const { email, password } = tenant.options;
    const words = 'Tenho uma alergia que ninguém deve saber';
    const knowledge = 'O cofre abre com mil duzentos e trinta e quatro.';
    const wrong = 'nearly-the-password';

    const signedIn = await send('POST', '/api/v1/auth/login', { email, password });
    const refreshToken = /prosa-refresh=([^;]+)/.exec(signedIn.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const { accessToken } = (await signedIn.json()) as { accessToken: string };
    await send('POST', '/api/v1/auth/login', { email, password: wrong });
    await send('PUT', '/api/v1/me/password', { currentPassword: wrong, newPassword: 'a-newer-password' });
    // Spent twice, with the race's grace over: the log warns of the theft.
    await send('POST', '/api/v1/auth/refresh', {}, { cookie: `prosa-refresh=${refreshToken}` });
    await deps.db.withSystem((tx) =>
      tx.refreshToken.updateMany({
        where: { userId: tenant.ctx.userId, spentAt: { not: null } },
        data: { spentAt: new Date(Date.now() - 60_000) },
      }),
    );
    await send('POST', '/api/v1/auth/refresh', {}, { cookie: `prosa-refresh=${refreshToken}` });
    await send('PUT', '/api/v1/knowledge', { text: knowledge });
    await tenant.learnNow(knowledge);
    const { conversationId, secrets } = await customerWrites(words);

    // A model that refuses for good is logged with its error.
    await harness.phone.fault({ target: 'openai.chat', kind: 'status', status: 401 });
    const input = { tenantId: tenant.ctx.tenantId, conversationId, turnId: newId(), correlationId: null };
    const environment = new MockActivityEnvironment({ attempt: 1 });
    await environment.run<[AnswerTurnInput], TurnOutcome, ReturnType<typeof createAnswerTurn>>(
      createAnswerTurn(deps),
      input,
    );
    await send('POST', `/api/v1/conversations/${conversationId}/messages`, {
      text: 'Resposta só para a Ana',
    });

    const log = lines.join('');
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
    expect(log).toContain('session revoked');
    expect(log).toContain('handing over');
    const never = [
      password,
      wrong,
      'a-newer-password',
      email,
      accessToken,
      tenant.accessToken,
      refreshToken,
      words,
      knowledge,
      'Resposta só para a Ana',
      'Bearer ',
      harness.env.jwtSecret,
      harness.env.openai.apiKey === 'sandbox' ? '"apikey":"sandbox"' : harness.env.openai.apiKey,
      ...secrets,
    ];
    for (const secret of never) expect(log).not.toContain(secret);
  });
});
