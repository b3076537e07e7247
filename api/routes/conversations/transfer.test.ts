import { newId } from '../../../config/new-id';
import { CLINIC, startClinic } from '../../../tests/support/clinic';
import type { Harness } from '../../../tests/support/harness';
import { Phone } from '../../../tests/support/phone';
import { eventually, type TestTenant } from '../../../tests/support/test-tenant';

const { question: QUESTION, answer: ANSWER } = CLINIC;

let harness: Harness;
let tenant: TestTenant;
let ana: TestTenant;
let instance: string;
let teamId: string;
let agentId: string;

beforeAll(async () => {
  ({ harness, tenant, instance } = await startClinic());
  ana = await tenant.colleague('Ana');
  teamId = (await tenant.post('/api/v1/teams', { name: 'Vendas', memberIds: [ana.ctx.userId] })).body.id;
  agentId = (
    await tenant.post('/api/v1/agents', {
      name: 'Exames',
      tone: 'technical',
      instructions: 'Cite o preparo.',
    })
  ).body.id;
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

const path = (id: string, rest = '') => `/api/v1/conversations/${id}${rest}`;
const received = (number: string) => harness.phone.received(instance, number);
const quiet = (ms = 400) => new Promise((resolve) => setTimeout(resolve, ms));
const transfer = (id: string, body: unknown, headers?: Record<string, string>) =>
  tenant.post(path(id, '/transfer'), body, headers);

/** A customer who asked something and was answered. */
async function answered(): Promise<{ number: string; id: string }> {
  const number = Phone.number();
  await harness.phone.write(instance, number, QUESTION);
  await eventually(async () => expect(await received(number)).toEqual([ANSWER]));
  const [{ id }] = await tenant.conversations(`?q=${number}`);
  return { number, id };
}

async function eventOf(id: string, type: string) {
  return eventually(async () => {
    const found = (await tenant.timeline(id)).find(({ payload }) => payload?.cause?.type === type);
    expect(found).toBeDefined();
    return found;
  });
}

const mailTo = (email: string, subject: RegExp) =>
  eventually(async () => {
    const mail = (await harness.phone.mails()).find(
      (one) => one.to.includes(email) && subject.test(one.subject),
    );
    expect(mail).toBeDefined();
    return mail;
  });

describe('a conversation transferred to a person', () => {
  it('waits for them, says so in list and timeline, and mails them with a summary (S2.38, S2.39)', async () => {
    const { number, id } = await answered();
    const reply = await transfer(id, {
      to: { type: 'user', id: ana.ctx.userId },
      notice: 'Cuida de {{contact.name}}?',
    });
    expect(reply).toMatchObject({ status: 200, body: { state: 'AGUARDANDO_HUMANO' } });
    expect((await tenant.get(path(id))).body).toMatchObject({
      assignedUser: { id: ana.ctx.userId, name: 'Ana' },
      handoffReason: 'transferred',
    });
    const event = await eventOf(id, 'transferred');
    expect(event).toMatchObject({
      user: { name: 'Rafa' },
      payload: { target: { type: 'user', name: 'Ana' }, notice: 'Cuida de {{contact.name}}?' },
    });
    const mail = await mailTo(ana.options.email, /^Conversa transferida/);
    expect(mail?.text).toMatch(/^Rafa transferiu a conversa com .* para Ana\./);
    expect(mail?.text).toContain('Cuida de');
    expect(mail?.text).toContain('Resumo:');
    expect((await tenant.get(path(id))).body.handoffSummary).toContain('consulta');
    await harness.phone.write(instance, number, QUESTION);
    await quiet();
    expect(await received(number)).toEqual([ANSWER]);
  });

  it('is hers in "Minhas", and nobody else’s', async () => {
    const { id } = await answered();
    await transfer(id, { to: { type: 'user', id: ana.ctx.userId } });
    const mine = async (who: TestTenant) => (await who.conversations('?assigned=me')).map((one) => one.id);
    expect(await mine(ana)).toContain(id);
    expect(await mine(tenant)).not.toContain(id);
  });

  it('who is oneself is taken over', async () => {
    const { id } = await answered();
    const reply = await transfer(id, { to: { type: 'user', id: tenant.ctx.userId } });
    expect(reply.body).toEqual({ state: 'HUMANO_RESPONDEU' });
  });

  it('says to the customer what was written for them, once for one Idempotency-Key', async () => {
    const { number, id } = await answered();
    const body = { to: { type: 'team', id: teamId }, customerNotice: 'Vendas continua com você.' };
    const headers = { 'idempotency-key': newId() };
    const replies = await Promise.all([transfer(id, body, headers), transfer(id, body, headers)]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    await eventually(async () =>
      expect(await received(number)).toEqual([ANSWER, 'Vendas continua com você.']),
    );
    expect((await transfer(id, body, headers)).body).toEqual({ state: 'AGUARDANDO_HUMANO' });
    const other = await transfer(id, { ...body, customerNotice: 'Outra' }, headers);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_conflict']);
    await quiet();
    expect(await received(number)).toHaveLength(2);
    const events = (await tenant.timeline(id)).filter(
      ({ payload }) => payload?.cause?.type === 'transferred',
    );
    expect(events).toHaveLength(1);
    expect(await ana.conversations('?assigned=me')).toContainEqual(expect.objectContaining({ id }));
  });
});

describe('a conversation transferred to an agent', () => {
  it('is answered under its tone and instructions from then on (S2.88)', async () => {
    const { number, id } = await answered();
    await tenant.post(path(id, '/take-over'));
    await harness.phone.write(instance, number, QUESTION);
    await eventually(async () => expect((await tenant.get(path(id))).body.unanswered).toBe(true));
    expect((await transfer(id, { to: { type: 'agent', id: agentId } })).body).toEqual({ state: 'IA_ATIVA' });
    await eventually(async () => expect(await received(number)).toEqual([ANSWER, ANSWER]));
    expect((await tenant.get(path(id))).body).toMatchObject({
      agent: { name: 'Exames' },
      assignedUser: null,
    });
    const message = (await tenant.timeline(id)).findLast(({ author }) => author === 'ai');
    const { trace } = (await tenant.get(path(id, `/turns/${message.turnId}`))).body;
    expect(trace.prompt[0].content).toContain('Cite o preparo.');
    expect(trace.prompt[0].content).toContain('técnico e preciso');
    await tenant.post(path(id, '/resolve'));
    expect((await tenant.get(path(id))).body.agent).toBeNull();
  });
});

describe('a conversation transferred by WhatsApp', () => {
  it('reaches a number with summary and link, and the number is never answered by the AI', async () => {
    const { number, id } = await answered();
    const colleague = Phone.number();
    const reply = await transfer(id, {
      to: { type: 'number', address: `+${colleague}`, name: 'Plantão' },
    });
    expect(reply.body).toEqual({ state: 'AGUARDANDO_HUMANO' });
    const [notice] = await eventually(async () => {
      const sent = await received(colleague);
      expect(sent).toHaveLength(1);
      return sent;
    });
    expect(notice).toContain(`https://wa.me/${number}`);
    expect(notice).toMatch(/^Atendimento transferido: /);
    const event = await eventually(async () => {
      const found = await eventOf(id, 'outsideNotice');
      expect(found.status).toMatch(/sent|delivered/);
      return found;
    });
    expect(event.payload.target).toEqual({ type: 'number', name: 'Plantão' });
    expect(await received(number)).toEqual([ANSWER]);

    await harness.phone.write(instance, colleague, QUESTION);
    await eventually(async () => {
      const [theirs] = await tenant.conversations(`?q=${colleague}`);
      expect(theirs).toMatchObject({ internal: true, lastMessage: { text: QUESTION } });
    });
    await harness.phone.writeAsOwner(instance, colleague, 'Tudo certo?');
    await quiet(800);
    expect(await received(colleague)).toHaveLength(1);

    const { items } = (await tenant.get('/api/v1/internal-contacts')).body;
    const contact = items.find((one: { phone: string }) => one.phone === colleague);
    expect(contact.name).toBe('Plantão');
    expect((await tenant.delete(`/api/v1/internal-contacts/${contact.id}`)).status).toBe(204);
    await harness.phone.write(instance, colleague, QUESTION);
    await eventually(async () => expect(await received(colleague)).toHaveLength(2));
  });

  it('reaches a group with its own words', async () => {
    const { id } = await answered();
    const group = '120363025550001@g.us';
    const notice = 'Cliente {{contact.name}} espera: {{link}}';
    await transfer(id, { to: { type: 'group', address: group }, notice });
    await eventually(async () => {
      expect(await received(encodeURIComponent(group))).toContainEqual(
        expect.stringMatching(/^Cliente .* espera: https:\/\/wa\.me\/\d+$/),
      );
    });
    const { items } = (await tenant.get('/api/v1/internal-contacts')).body;
    expect(items).toContainEqual(expect.objectContaining({ group, phone: null }));
  });

  it('is sent once although the provider does not answer (F2)', async () => {
    const { id } = await answered();
    const colleague = Phone.number();
    await harness.phone.fault({ target: 'evolution.sendText', kind: 'acceptThenTimeout', times: 1 });
    await transfer(id, { to: { type: 'number', address: colleague } });
    await eventually(async () =>
      expect((await eventOf(id, 'outsideNotice')).status).toMatch(/sent|delivered/),
    );
    expect(await received(colleague)).toHaveLength(1);
  });

  it('cannot go to the customer’s own number', async () => {
    const { number, id } = await answered();
    const reply = await transfer(id, { to: { type: 'number', address: number } });
    expect([reply.status, reply.body.code]).toEqual([400, 'validation_failed']);
    expect((await tenant.get(path(id))).body).toMatchObject({ state: 'IA_ATIVA', internal: false });
  });
});

describe('a transfer is refused', () => {
  it.each([
    ['to nobody', {}],
    ['to a person without an id', { to: { type: 'user' } }],
    ['to a number that is none', { to: { type: 'number', address: 'abc' } }],
    ['to a group that is none', { to: { type: 'group', address: '5541999@s.whatsapp.net' } }],
    ['with a variable nobody knows', { to: { type: 'group', address: '120363@g.us' }, notice: '{{phone}}' }],
    ['with an empty notice', { to: { type: 'group', address: '120363@g.us' }, notice: ' ' }],
  ])('%s, and nothing changes', async (_what, body) => {
    const { id } = await answered();
    expect((await transfer(id, body)).status).toBe(400);
    expect((await tenant.get(path(id))).body.state).toBe('IA_ATIVA');
  });

  it('to another tenant’s person, team or agent, and of another tenant’s conversation: 404', async () => {
    const { id } = await answered();
    const stranger = await harness.tenant();
    const theirs = {
      user: stranger.ctx.userId,
      team: (await stranger.post('/api/v1/teams', { name: 'Vendas', memberIds: [] })).body.id,
      agent: (await stranger.get('/api/v1/agents')).body.items[0].id,
    };
    for (const [type, target] of Object.entries(theirs)) {
      expect((await transfer(id, { to: { type, id: target } })).status).toBe(404);
    }
    expect(
      (await stranger.post(path(id, '/transfer'), { to: { type: 'user', id: stranger.ctx.userId } })).status,
    ).toBe(404);
    expect((await stranger.put(path(id, '/priority'), { priority: 'high' })).status).toBe(404);
    expect((await tenant.get(path(id))).body).toMatchObject({ state: 'IA_ATIVA', priority: 'normal' });
  });
});

describe('a hand-over', () => {
  it('tells in its mail what a failing model could not summarise, from the last words (F12, S2.39)', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, 'Vocês fazem tatuagem?');
    const [{ id }] = await eventually(async () => {
      const found = await tenant.conversations(`?q=${number}&state=AGUARDANDO_HUMANO`);
      expect(found).toHaveLength(1);
      return found;
    });
    await eventually(async () => {
      const mail = (await harness.phone.mails()).find(({ text }) => text.includes(id));
      expect(mail?.text).toContain('Resumo:');
      expect(mail?.text).toContain('tatuagem');
    });
    const { deps } = harness;
    const turns = await deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.turn.findMany({ where: { conversationId: id, decision: 'summary' } }),
    );
    expect(turns).toHaveLength(1);
    expect(turns[0]?.promptTokens).toBeGreaterThan(0);
    await harness.phone.fault({ target: 'openai.chat', kind: 'status', status: 400, times: 50 });
    await transfer(id, { to: { type: 'team', id: teamId } });
    await mailTo(ana.options.email, /^Conversa transferida/);
    expect((await tenant.get(path(id))).body.handoffSummary).toContain('tatuagem');
  });

  it('of a customer who is upset is urgent, and comes first among those who wait (S2.58)', async () => {
    const [calm, upset, asked] = [Phone.number(), Phone.number(), Phone.number()];
    const waiting = (number: string) =>
      eventually(async () => {
        const [found] = await tenant.conversations(`?q=${number}&state=AGUARDANDO_HUMANO`);
        expect(found).toBeDefined();
        return found;
      });
    await harness.phone.write(instance, calm, 'Vocês fazem tatuagem?');
    expect((await waiting(calm)).priority).toBe('normal');
    await harness.phone.write(instance, asked, 'Quero falar com um atendente');
    const first = await waiting(asked);
    expect(first.priority).toBe('normal');
    await tenant.post(path(first.id, '/return-to-ai'));
    await harness.phone.write(instance, asked, 'Quero falar com um atendente');
    expect((await waiting(asked)).priority).toBe('high');
    await harness.phone.write(instance, upset, 'É urgente, isso é um absurdo! Vocês fazem tatuagem?');
    expect((await waiting(upset)).priority).toBe('urgent');

    const order = async () => {
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = (
          await tenant.get(
            `/api/v1/conversations?state=AGUARDANDO_HUMANO&limit=2${cursor && `&cursor=${cursor}`}`,
          )
        ).body;
        seen.push(...page.items.map(({ contact }: { contact: { phone: string } }) => contact.phone));
        cursor = page.nextCursor ?? '';
      } while (cursor !== '');
      return seen.filter((phone) => [calm, upset, asked].includes(phone));
    };
    expect(await order()).toEqual([upset, asked, calm]);
    const { id } = await waiting(calm);
    expect((await tenant.put(path(id, '/priority'), { priority: 'urgent' })).status).toBe(204);
    expect((await order())[0]).not.toBe(asked);
    expect((await tenant.put(path(id, '/priority'), { priority: 'very' })).status).toBe(400);
  });
});

describe('the mail of a hand-over', () => {
  it('is one, by its Message-ID, however often the mail server loses its answer (F12)', async () => {
    const number = Phone.number();
    // The mails of other hand-overs may still be on their way.
    await harness.phone.fault({ target: 'smtp', kind: 'dropAfterData', times: 1, contains: number });
    await harness.phone.write(instance, number, 'Vocês fazem tatuagem?');
    const { id } = await eventually(async () => {
      const [found] = await tenant.conversations(`?q=${number}&state=AGUARDANDO_HUMANO`);
      expect(found).toBeDefined();
      return found;
    });
    const mails = await eventually(async () => {
      const about = (await harness.phone.mails()).filter(({ text }) => text.includes(id));
      expect(about).toHaveLength(2);
      return about;
    });
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1);
    expect(await received(number)).toEqual(['Já chamo alguém.']);
  });
});

describe('a waiting alert', () => {
  it('is a badge and a mail, once in a waiting period, where the tenant wants it (S2.58)', async () => {
    const hasty = await harness.tenant();
    await hasty.configure({ timing: { debounceMs: 0 } });
    expect((await hasty.get('/api/v1/config/alerts')).body).toEqual({ waitingMs: 900_000, email: true });
    const settings = { waitingMs: 1_000, email: true };
    expect((await hasty.put('/api/v1/config/alerts', settings)).body).toEqual(settings);
    const { instance: theirs } = await hasty.connectNumber(harness.phone);
    const number = Phone.number();
    await harness.phone.write(theirs, number, 'Vocês fazem tatuagem?');
    await eventually(async () => {
      const [found] = await hasty.conversations(`?q=${number}`);
      expect(found).toMatchObject({ alertLevel: 2, state: 'AGUARDANDO_HUMANO' });
    });
    const subjects = async () =>
      (await harness.phone.mails())
        .filter(({ to }) => to.includes(hasty.options.email))
        .map(({ subject }) => subject.split(':')[0]);
    await eventually(async () =>
      expect((await subjects()).sort()).toEqual([
        'Atendimento pendente',
        'Cliente ainda esperando',
        'Cliente esperando',
      ]),
    );
    const [{ id }] = await hasty.conversations(`?q=${number}`);
    await hasty.post(path(id, '/take-over'));
    expect((await hasty.get(path(id))).body.alertLevel).toBe(0);
    for (const bad of [
      { waitingMs: 10, email: true },
      { waitingMs: 1_000 },
      { waitingMs: -1, email: false },
    ]) {
      expect((await hasty.put('/api/v1/config/alerts', bad)).status).toBe(400);
    }
  });
});
