import { createHmac } from 'node:crypto';
import { CLINIC, startClinic } from '../../tests/support/clinic';
import {
  ChatwootScreen,
  type ScreenConversation,
  type ScreenMessage,
} from '../../tests/support/chatwoot-screen';
import type { Harness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';
import { connectChatwoot } from './connection';
import { reconcileChatwoot } from './reconcile';

const PATH = '/api/v1/integrations/chatwoot';
const TOKEN = 'sandbox-chatwoot-admin';

let harness: Harness;
let tenant: TestTenant;
let instance: string;
let screen: ChatwootScreen;

beforeAll(async () => {
  ({ harness, tenant, instance } = await startClinic());
  screen = new ChatwootScreen(harness.sandbox.url);
  await connect(tenant);
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

const account = (change: Record<string, unknown> = {}) => ({
  baseUrl: harness.sandbox.chatwootUrl,
  accountId: 1,
  token: TOKEN,
  ...change,
});

async function connect(who: TestTenant): Promise<void> {
  const answer = await who.put(PATH, account());
  const connection = { accountName: 'Conta de demonstração', hears: true };
  expect([answer.status, answer.body]).toMatchObject([200, { connection }]);
}

const ofNumber = async (number: string): Promise<ScreenConversation[]> =>
  (await screen.conversations()).filter(({ contact }) => contact.phone === `+${number}`);

/** The only conversation of a customer there, once it is there. */
const twinOf = (number: string) =>
  eventually(async () => {
    const found = await ofNumber(number);
    expect(found).toHaveLength(1);
    return found[0] as ScreenConversation;
  });

const linesOf = async (id: number): Promise<ScreenMessage[]> =>
  (await screen.conversation(id)).messages.filter(({ type }) => type === 'incoming' || type === 'outgoing');

const asSaid = (lines: ScreenMessage[]) =>
  lines.map(({ type, text, private: isNote }) => [isNote ? 'note' : type, text]);

const statusOf = async (id: number) => (await screen.conversation(id)).status;

const ours = async (number: string) => {
  const [conversation] = await tenant.conversations(`?q=${number}&status=all`);
  return conversation;
};

/** A customer who asked something and was answered, and their conversation at Chatwoot. */
async function answered(): Promise<{ number: string; id: number }> {
  const number = Phone.number();
  await harness.phone.write(instance, number, CLINIC.question);
  const { id } = await twinOf(number);
  await eventually(async () => expect(await linesOf(id)).toHaveLength(2));
  return { number, id };
}

/** All that is under way between both has come to rest. */
async function inStep(number: string): Promise<void> {
  const { id } = await ours(number);
  await eventually(async () => {
    const { tenantId } = tenant.ctx;
    const [row, link] = await harness.deps.db.withTenant(tenantId, async (tx) => [
      await tx.conversation.findUniqueOrThrow({ where: { id } }),
      await tx.chatwootConversation.findUniqueOrThrow({ where: { conversationId: id } }),
    ]);
    expect(link.syncedSeq).toBe(row.seq);
  });
}

describe('connecting', () => {
  it.each([
    ['a token that Chatwoot does not know', { token: 'wrong' }, 'token'],
    ['the token of somebody who is no administrator', { token: 'sandbox-chatwoot-bia' }, 'token'],
    ['an account that the token does not see', { accountId: 77 }, 'accountId'],
    ['an address that leads inward', { baseUrl: 'http://127.0.0.1:9' }, 'baseUrl'],
    ['an address where no Chatwoot is', { baseUrl: 'sandbox' }, 'baseUrl'],
  ])('refuses %s, naming the field', async (_what, change, path) => {
    const other = await harness.tenant();
    const baseUrl =
      'baseUrl' in change && change.baseUrl === 'sandbox' ? `${harness.sandbox.url}/control` : undefined;
    const answer = await other.put(
      PATH,
      account({ ...change, ...(baseUrl === undefined ? {} : { baseUrl }) }),
    );
    expect([answer.status, answer.body.errors?.map((field: { path: string }) => field.path)]).toEqual([
      400,
      [path],
    ]);
    expect((await other.get(PATH)).body).toEqual({ connection: null });
  });

  it('says that nobody answers', async () => {
    await harness.phone.fault({ target: 'chatwoot.profile', kind: 'status', status: 500 });
    expect((await (await harness.tenant()).put(PATH, account())).status).toBe(503);
  });

  it("is a tenant's own, and its administrators'", async () => {
    const other = await harness.tenant();
    expect((await other.get(PATH)).body).toEqual({ connection: null });
    expect((await other.delete(PATH)).status).toBe(404);
    const agent = await tenant.colleague('Duda');
    expect((await agent.get(PATH)).status).toBe(403);
  });

  it('tells Chatwoot our public address: it is not in the network in which Evolution may be', async () => {
    const { ctx } = await harness.tenant();
    const env = { ...harness.deps.env, webhookBaseUrl: 'http://api.inside:3000' };
    await connectChatwoot({ ...harness.deps, env }, ctx, account());
    const list = await fetch(`${harness.sandbox.chatwootUrl}/api/v1/accounts/1/webhooks`, {
      headers: { api_access_token: TOKEN },
    });
    const told = await list.text();
    expect(told).toContain(`${env.publicUrl}/webhooks/chatwoot/`);
    expect(told).not.toContain('api.inside');
  });

  it('never gives the token back, and takes none for another address', async () => {
    const { body } = await tenant.get(PATH);
    expect(JSON.stringify(body)).not.toContain(TOKEN);
    const { token: _left, ...elsewhere } = account({ baseUrl: `${harness.sandbox.chatwootUrl}/x` });
    const answer = await tenant.put(PATH, elsewhere);
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'token']);
  });
});

describe('what is said here (S0.25, S0.26)', () => {
  it('stands there: contact, inbox of the number, each line once and in order, with the AI as pending', async () => {
    const { number, id } = await answered();
    const there = await screen.conversation(id);
    expect(there).toMatchObject({ status: 'pending', inbox: { name: 'Recepção (Prosa)' } });
    expect(asSaid(await linesOf(id))).toEqual([
      ['incoming', CLINIC.question],
      ['outgoing', CLINIC.answer],
    ]);
    await harness.phone.write(instance, number, { texts: ['Obrigada!', 'Até mais'] });
    await eventually(async () => {
      const texts = (await linesOf(id)).filter(({ type }) => type === 'incoming').map(({ text }) => text);
      expect(texts).toEqual([CLINIC.question, 'Obrigada!', 'Até mais']);
    });
  });

  it('makes one inbox for a number, whoever writes at once', async () => {
    const numbers = Array.from({ length: 4 }, () => Phone.number());
    const other = await harness.tenant();
    await other.configure({ timing: { debounceMs: 0 } });
    await connect(other);
    const line = await other.connectNumber(harness.phone);
    await Promise.all(numbers.map((number) => harness.phone.write(line.instance, number, 'Oi')));
    const twins = await Promise.all(numbers.map((number) => twinOf(number)));
    expect(new Set(twins.map(({ inbox }) => inbox.id)).size).toBe(1);
  });

  it('finds a contact that is there already, whatever spelling of the phone', async () => {
    const number = Phone.number();
    const spelled = `+${number.slice(0, 4)}${number.slice(5)}`;
    const made = await fetch(`${harness.sandbox.chatwootUrl}/api/v1/accounts/1/contacts`, {
      method: 'POST',
      headers: { api_access_token: TOKEN, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Já cadastrada', phone_number: spelled }),
    });
    const { payload } = (await made.json()) as { payload: { contact: { id: number } } };
    await harness.phone.write(instance, number, CLINIC.question);
    await eventually(async () => {
      const found = (await screen.conversations()).filter(({ contact }) => contact.id === payload.contact.id);
      expect(found).toHaveLength(1);
    });
  });

  it('takes files along', async () => {
    const { number, id } = await answered();
    await harness.phone.write(instance, number, { media: { kind: 'image', caption: 'meu pedido' } });
    await eventually(async () => {
      const [file] = (await linesOf(id)).filter(({ attachments }) => attachments.length > 0);
      expect(file).toMatchObject({
        type: 'incoming',
        text: 'meu pedido',
        attachments: [{ file_type: 'image' }],
      });
    });
  });

  it('says what was handed over and why, with the summary, to the team alone', async () => {
    const { number, id } = await answered();
    await harness.phone.write(instance, number, 'Quero falar com uma pessoa');
    await eventually(async () => expect(await statusOf(id)).toBe('open'));
    await eventually(async () => {
      const notes = (await linesOf(id)).filter((line) => line.private).map(({ text }) => text);
      expect(notes).toEqual([
        expect.stringContaining('o cliente pediu uma pessoa'),
        expect.stringContaining('Resumo da conversa'),
      ]);
    });
    // Our own opening comes back as an event, and is no take-over.
    await inStep(number);
    expect((await ours(number)).state).toBe('AGUARDANDO_HUMANO');
  });

  it('notes an edit and a deletion', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, { text: 'Oi, aqui é a Lia', id: `EDIT-${number}` });
    const { id } = await twinOf(number);
    await eventually(async () => expect((await linesOf(id)).length).toBeGreaterThan(0));
    await fetch(`${harness.sandbox.url}/control/messages/EDIT-${number}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Oi, aqui é a Lívia' }),
    });
    await eventually(async () => {
      expect(asSaid(await linesOf(id))).toContainEqual([
        'note',
        expect.stringContaining('Oi, aqui é a Lívia'),
      ]);
    });
    await fetch(`${harness.sandbox.url}/control/messages/EDIT-${number}`, { method: 'DELETE' });
    await eventually(async () => {
      expect(asSaid(await linesOf(id))).toContainEqual(['note', expect.stringContaining('apagada')]);
    });
  });
});

describe('what people do there (S0.27)', () => {
  it('an answer reaches the customer once and silences the AI; a private note stays there', async () => {
    const { number, id } = await answered();
    await screen.write(id, { agent: 'bia', text: 'só entre nós', private: true });
    await screen.write(id, { agent: 'bia', text: 'Oi, aqui é a Bia' });
    await screen.resendLast({ times: 4, parallel: true });
    await eventually(async () => {
      expect(await harness.phone.received(instance, number)).toEqual([CLINIC.answer, 'Oi, aqui é a Bia']);
    });
    await eventually(async () => expect(await statusOf(id)).toBe('open'));
    await inStep(number);
    const conversation = await ours(number);
    expect(conversation.state).toBe('HUMANO_RESPONDEU');
    const { body } = await tenant.get(`/api/v1/conversations/${conversation.id}/messages`);
    expect(body.items.at(-1)).toMatchObject({
      author: 'human',
      cause: { type: 'person', via: 'chatwoot', by: 'Bia' },
    });
    // Nothing came back: neither the answer, nor its echo.
    expect((await linesOf(id)).filter(({ text }) => text === 'Oi, aqui é a Bia')).toHaveLength(1);
    await harness.phone.write(instance, number, CLINIC.question);
    await inStep(number);
    expect(await harness.phone.received(instance, number)).toHaveLength(2);
  });

  it('is theirs by name, who has the same e-mail here', async () => {
    const bia = await tenant.colleague('Bia Souza');
    await harness.deps.db.withSystem((tx) =>
      tx.user.update({ where: { id: bia.ctx.userId }, data: { email: 'bia@loja.example' } }),
    );
    const { number, id } = await answered();
    await screen.assign(id, { agent: 'bia' });
    await eventually(async () => {
      expect(await ours(number)).toMatchObject({
        state: 'HUMANO_RESPONDEU',
        assignedUser: { name: 'Bia Souza' },
      });
    });
  });

  it.each(['image', 'audio', 'document'] as const)('sends a file of theirs: %s', async (attachment) => {
    const { number, id } = await answered();
    await screen.write(id, { agent: 'caio', text: 'Segue', attachment });
    await eventually(async () => {
      const chat = (await harness.phone.chat(instance, number)).filter(({ by }) => by === 'api');
      expect(chat.map(({ kind }) => kind).slice(1)).toEqual(['text', attachment]);
    });
  });

  it('does not send what WhatsApp would cut, and says so', async () => {
    const { number, id } = await answered();
    await screen.write(id, { agent: 'bia', text: 'a'.repeat(4_097) });
    await eventually(async () => {
      expect(asSaid(await linesOf(id))).toContainEqual(['note', expect.stringContaining('4096')]);
    });
    expect(await harness.phone.received(instance, number)).toEqual([CLINIC.answer]);
  });

  it('resolving there resolves here; what the customer writes next is the AI’s again', async () => {
    const { number, id } = await answered();
    await screen.write(id, { agent: 'bia', text: 'Resolvido por aqui' });
    await eventually(async () => expect((await ours(number)).state).toBe('HUMANO_RESPONDEU'));
    await screen.status(id, { agent: 'bia', status: 'resolved' });
    await eventually(async () => expect((await ours(number)).resolvedAt).not.toBeNull());
    await harness.phone.write(instance, number, CLINIC.question);
    await eventually(async () => {
      expect(await harness.phone.received(instance, number)).toEqual([
        CLINIC.answer,
        'Resolvido por aqui',
        CLINIC.answer,
      ]);
    });
    await eventually(async () => expect(await statusOf(id)).toBe('pending'));
    await inStep(number);
    expect((await ours(number)).state).toBe('IA_ATIVA');
  });

  it('does not write over what people did meanwhile, nor take for theirs what Chatwoot does by itself', async () => {
    const { number, id } = await answered();
    await inStep(number);
    // No event tells, so that our next step does not know.
    await screen.dropNext(20);
    await screen.status(id, { agent: 'bia', status: 'resolved' });
    await harness.phone.write(instance, number, 'Quero falar com uma pessoa');
    await eventually(async () => expect((await ours(number)).state).toBe('AGUARDANDO_HUMANO'));
    await screen.dropNext(0);
    // Who closed it had not seen that: it is open again, and nobody took it over.
    await eventually(async () => expect(await statusOf(id)).toBe('open'));
    await inStep(number);
    expect(await ours(number)).toMatchObject({ state: 'AGUARDANDO_HUMANO', resolvedAt: null });
  });

  it('giving back to the bot there answers what is open', async () => {
    const { number, id } = await answered();
    await screen.status(id, { agent: 'bia', status: 'open' });
    await eventually(async () => expect((await ours(number)).state).toBe('HUMANO_RESPONDEU'));
    await harness.phone.write(instance, number, CLINIC.question);
    await inStep(number);
    await screen.status(id, { agent: 'bia', status: 'pending' });
    await eventually(async () => expect((await harness.phone.received(instance, number)).length).toBe(2));
    expect((await ours(number)).state).toBe('IA_ATIVA');
  });

  it('hears an assignment that comes together with its status, as one update', async () => {
    const { number, id } = await answered();
    await screen.assign(id, { agent: 'caio', status: 'open' });
    await eventually(async () => expect((await ours(number)).state).toBe('HUMANO_RESPONDEU'));
  });

  it('finds out by itself what no event told', async () => {
    const { number, id } = await answered();
    await inStep(number);
    await screen.dropNext(20);
    await screen.write(id, { agent: 'bia', text: 'Ninguém soube disto' });
    await screen.status(id, { agent: 'bia', status: 'resolved' });
    await screen.dropNext(0);
    expect(await harness.phone.received(instance, number)).toEqual([CLINIC.answer]);
    expect(await reconcileChatwoot(harness.deps, tenant.ctx.tenantId)).toBeGreaterThan(0);
    await eventually(async () => {
      expect(await harness.phone.received(instance, number)).toEqual([CLINIC.answer, 'Ninguém soube disto']);
    });
    await eventually(async () => expect((await ours(number)).resolvedAt).not.toBeNull());
  });
});

describe('a Chatwoot in trouble', () => {
  it('is told once what it took although it said that it did not', async () => {
    const number = Phone.number();
    await harness.phone.fault({ target: 'chatwoot.messages', kind: 'cutBody', method: 'POST', times: 2 });
    await harness.phone.write(instance, number, CLINIC.question);
    const { id } = await twinOf(number);
    await eventually(async () => expect(await linesOf(id)).toHaveLength(2));
    await inStep(number);
    expect(asSaid(await linesOf(id))).toEqual([
      ['incoming', CLINIC.question],
      ['outgoing', CLINIC.answer],
    ]);
  });

  it('is told everything once it is back', async () => {
    const number = Phone.number();
    await harness.phone.fault({ target: 'chatwoot.*', kind: 'status', status: 503, times: 3 });
    await harness.phone.write(instance, number, CLINIC.question);
    await eventually(async () =>
      expect(await harness.phone.received(instance, number)).toEqual([CLINIC.answer]),
    );
    const { id } = await twinOf(number);
    await eventually(async () => expect(await linesOf(id)).toHaveLength(2));
  });

  it('that hangs for one tenant keeps no other waiting (F26)', async () => {
    const [slow, other] = await Promise.all([harness.tenant(), harness.tenant()]);
    for (const who of [slow, other]) {
      await who.configure({ timing: { debounceMs: 0 } });
      await connect(who);
    }
    const hanging = await slow.connectNumber(harness.phone);
    const line = await other.connectNumber(harness.phone);
    await harness.phone.fault({ target: 'chatwoot.messages', kind: 'hang', contains: 'enchente' });
    const crowd = Array.from({ length: 24 }, () => Phone.number());
    await Promise.all(crowd.map((number) => harness.phone.write(hanging.instance, number, 'enchente')));
    const held = async () => {
      const calls = await harness.phone.journal('chatwoot');
      return calls.filter(({ body }) => JSON.stringify(body ?? '').includes('enchente')).length;
    };
    await eventually(async () => expect(await held()).toBeGreaterThan(0));
    const number = Phone.number();
    await harness.phone.write(line.instance, number, 'Oi');
    const { id } = await twinOf(number);
    await eventually(async () => expect(asSaid(await linesOf(id))).toContainEqual(['incoming', 'Oi']));
    // A quarter of the places for such steps.
    expect(await held()).toBeLessThanOrEqual(6);
  });

  it('a conversation that was deleted there is begun anew', async () => {
    const { number, id } = await answered();
    await screen.remove(id);
    await harness.phone.write(instance, number, 'Alô?');
    await eventually(async () => {
      const { tenantId } = tenant.ctx;
      const conversation = await ours(number);
      await harness.deps.db.withTenant(tenantId, (tx) =>
        tx.chatwootConversation.updateMany({
          where: { conversationId: conversation.id, retryAt: { not: null } },
          data: { retryAt: new Date(0) },
        }),
      );
      await reconcileChatwoot(harness.deps, tenantId);
      const [anew] = await ofNumber(number);
      expect(anew?.id).not.toBe(id);
      expect(asSaid(await linesOf(anew?.id ?? 0))).toContainEqual(['incoming', 'Alô?']);
    });
  });

  it('a token that is not taken any more is said, and nothing is lost when another is given', async () => {
    const other = await harness.tenant();
    await other.configure({ timing: { debounceMs: 0 } });
    await connect(other);
    const line = await other.connectNumber(harness.phone);
    await harness.phone.fault({ target: 'chatwoot.*', kind: 'status', status: 401 });
    const number = Phone.number();
    await harness.phone.write(line.instance, number, 'Oi');
    await eventually(async () => expect((await other.get(PATH)).body.connection.status).toBe('refused'));
    await harness.phone.heal();
    // The token is everybody's here: a late step of another test's may have been refused, too.
    await connect(tenant);
    await connect(other);
    await reconcileChatwoot(harness.deps, other.ctx.tenantId);
    const { id } = await twinOf(number);
    await eventually(async () => expect(asSaid(await linesOf(id))).toContainEqual(['incoming', 'Oi']));
    expect((await other.get(PATH)).body.connection).toMatchObject({ status: 'active', problem: null });
  });

  it('is found again as it was after it was disconnected: nothing stands there twice', async () => {
    const other = await harness.tenant();
    await other.configure({ timing: { debounceMs: 0 } });
    await other.learn(CLINIC.answer);
    await connect(other);
    const line = await other.connectNumber(harness.phone);
    const number = Phone.number();
    await harness.phone.write(line.instance, number, CLINIC.question);
    const { id } = await twinOf(number);
    await eventually(async () => expect((await linesOf(id)).length).toBeGreaterThan(1));
    const before = await linesOf(id);
    expect((await other.delete(PATH)).status).toBe(204);
    await harness.phone.write(line.instance, number, 'Enquanto ninguém copia');
    await eventually(async () => expect((await other.conversations())[0].lastMessage).toBeDefined());
    await connect(other);
    await harness.phone.write(line.instance, number, 'De novo ligado');
    await eventually(async () => {
      expect((await linesOf(id)).slice(before.length).map(({ text }) => text)).toContain('De novo ligado');
    });
    expect(await ofNumber(number)).toHaveLength(1);
    const texts = (await linesOf(id)).map(({ text }) => text);
    expect(texts.filter((text) => text === CLINIC.question)).toHaveLength(1);
    expect(texts).not.toContain('Enquanto ninguém copia');
  });
});

describe('POST /webhooks/chatwoot/:key', () => {
  const event = { event: 'conversation_updated', id: 1 };

  async function addressOf(who: TestTenant): Promise<{ url: string; secret: string }> {
    const { tenantId } = who.ctx;
    const row = await harness.deps.db.withTenant(tenantId, (tx) =>
      tx.chatwootConnection.findUniqueOrThrow({ where: { tenantId } }),
    );
    const open = (column: string, sealed: string) =>
      harness.deps.secrets.open({ tenantId, column: `chatwoot_connections.${column}` }, sealed);
    return {
      url: `${harness.url}/webhooks/chatwoot/${open('webhook_key', row.webhookKey)}`,
      secret: row.webhookSecret === null ? '' : open('webhook_secret', row.webhookSecret),
    };
  }

  async function post(url: string, body: string, signed?: { secret: string; at?: number; over?: string }) {
    const at = String(signed?.at ?? Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', signed?.secret ?? '')
      .update(`${at}.${signed?.over ?? body}`)
      .digest('hex');
    const headers = { 'x-chatwoot-timestamp': at, 'x-chatwoot-signature': `sha256=${signature}` };
    const response = await fetch(url, { method: 'POST', body, ...(signed === undefined ? {} : { headers }) });
    return { status: response.status, body: (await response.json()) as { code?: string; heard?: boolean } };
  }

  it('takes what is signed, and nothing else', async () => {
    const { url, secret } = await addressOf(tenant);
    const body = JSON.stringify({ ...event, id: 999_999 });
    expect(await post(url, body, { secret })).toEqual({ status: 200, body: { heard: false } });
    expect((await post(url, body)).status).toBe(401);
    expect((await post(url, body, { secret: 'another' })).status).toBe(401);
    expect((await post(url, body, { secret, over: 'another body' })).status).toBe(401);
    expect((await post(url, body, { secret, at: Math.floor(Date.now() / 1_000) - 301 })).status).toBe(401);
    expect((await post(`${harness.url}/webhooks/chatwoot/unknown`, body, { secret })).status).toBe(404);
    expect((await post(url, '{"event":', { secret })).body.code).toBe('malformed_json');
    expect((await post(url, '[]', { secret })).status).toBe(400);
    expect(await post(url, '{"event":"inbox_created","id":1}', { secret })).toMatchObject({ status: 200 });
  });

  it("hears nothing of another tenant's conversation, and refuses another tenant's secret", async () => {
    const { id } = await answered();
    const other = await harness.tenant();
    await connect(other);
    const theirs = await addressOf(other);
    const mine = await addressOf(tenant);
    const body = JSON.stringify({ ...event, id });
    expect((await post(theirs.url, body, theirs)).body).toEqual({ heard: false });
    expect((await post(mine.url, body, mine)).body).toEqual({ heard: true });
    expect((await post(mine.url, body, theirs)).status).toBe(401);
  });

  it('hears an old Chatwoot, which does not sign, by the key alone', async () => {
    await screen.settings({ signs: false });
    try {
      const other = await harness.tenant();
      await connect(other);
      expect((await other.get(PATH)).body.connection.signed).toBe(false);
      const { url } = await addressOf(other);
      expect((await post(url, JSON.stringify(event))).status).toBe(200);
    } finally {
      await screen.settings({ signs: true });
    }
  });
});
