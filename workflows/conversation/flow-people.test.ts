import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '../../config/new-id';
import { type FlowTalk, FlowTalks, PRICE } from '../../tests/support/flow-talk';
import { flowOf, SAY } from '../../tests/support/flow';
import { beginFlow } from '../../tests/support/flow-runs';
import { MANUAL } from '../../tests/support/flow-sketches';
import { addFile } from '../../services/media/company-files';
import { eventually } from '../../tests/support/test-tenant';

let talks: FlowTalks;
/** Where files of the tenant's stand. */
let site: Server;
let host: string;
beforeAll(async () => {
  site = createServer((req, res) => {
    const found = { '/tabela.pdf': 'application/pdf', '/foto.png': 'image/png' }[req.url ?? ''];
    res.writeHead(found === undefined ? 404 : 200, { 'content-type': found ?? 'text/html' }).end('bytes');
  });
  await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  host = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  talks = await FlowTalks.start({ OUTBOUND_ALLOWED_HOSTS: host });
}, 60_000);
afterEach(() => talks.harness.phone.heal());
afterAll(async () => {
  site.closeAllConnections();
  await new Promise((closed) => site.close(closed));
  await talks.harness.close();
});

const inTenant = <T>(work: Parameters<typeof talks.harness.deps.db.withTenant<T>>[1]) =>
  talks.harness.deps.db.withTenant(talks.tenant.ctx.tenantId, work);
const handover = {
  to: { who: 'anyone' },
  priority: 'high',
  aiSummary: false,
  message: 'Vou chamar uma pessoa.',
  outOfHoursMessage: '',
  returnSeconds: 3600,
};
const waits = (chat: FlowTalk) =>
  eventually(async () => {
    const { state } = await chat.row();
    expect(state).toBe('AGUARDANDO_HUMANO');
  });

describe('handing over (S2.89)', () => {
  it('calls the team in the flow’s words, and goes on when a person takes over', async () => {
    const chat = await talks.begin(['taken_over', 'returned']);
    const effect = await chat.flow.place('handoff_human', handover);
    await waits(chat);
    await chat.hears(['Vou chamar uma pessoa.']);
    expect(await chat.row()).toMatchObject({ handoffReason: 'flow', priority: 'high' });
    await chat.order('take-over');
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'taken_over' });
  });

  it('waits until the person gives it back, where only that leads anywhere', async () => {
    const chat = await talks.begin(['nobody', 'returned']);
    const effect = await chat.flow.place('handoff_human', handover);
    await waits(chat);
    await chat.order('take-over');
    await chat.reply('Oi, aqui é a Bia.');
    expect((await chat.flow.row(effect)).outcome).toBeNull();
    await chat.order('return-to-ai', { answerPending: false });
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'returned' });
  });

  it('leaves by nobody when its time is up, and says nothing besides', async () => {
    const chat = await talks.begin(['nobody', 'taken_over']);
    const settings = { ...handover, message: '', returnSeconds: 1 };
    const effect = await chat.flow.place('handoff_human', settings);
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'nobody' });
    expect(await chat.row()).toMatchObject({ state: 'IA_ATIVA' });
    await chat.hears([]);
  });

  it('goes to a team', async () => {
    const { tenantId } = talks.tenant.ctx;
    const team = await inTenant((tx) => tx.team.create({ data: { id: newId(), tenantId, name: 'Exames' } }));
    const chat = await talks.begin(['nobody']);
    await chat.flow.place('handoff_human', { ...handover, to: { who: 'team', teamId: team.id } });
    await waits(chat);
    expect(await chat.row()).toMatchObject({ assignedTeamId: team.id });
  });

  it('keeps what else the flow says until it is over', async () => {
    const chat = await talks.begin(['nobody', 'returned']);
    const effect = await chat.flow.place('handoff_human', { ...handover, message: '' });
    await waits(chat);
    const other = await chat.flow.place('send_text', { messages: ['não é dito'] });
    expect(await chat.flow.outcome(other)).toMatchObject({ error: { type: 'person_has_it' } });
    await chat.order('resolve');
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'returned' });
    await chat.hears([]);
  });
});

describe('transferring', () => {
  it('to a team: the customer waits for it', async () => {
    const { tenantId } = talks.tenant.ctx;
    const team = await inTenant((tx) => tx.team.create({ data: { id: newId(), tenantId, name: 'Vendas' } }));
    const chat = await talks.begin();
    const to = { what: 'team', teamId: team.id };
    const effect = await chat.flow.place('transfer', { to, aiSummary: false, notify: true });
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'out' });
    expect(await chat.row()).toMatchObject({ state: 'AGUARDANDO_HUMANO', assignedTeamId: team.id });
  });

  it('to an agent: it answers from now on', async () => {
    const { tenantId } = talks.tenant.ctx;
    const agent = await inTenant((tx) =>
      tx.agent.create({ data: { id: newId(), tenantId, name: 'Vendas', tone: 'casual' } }),
    );
    const chat = await talks.begin();
    const to = { what: 'agent', agentId: agent.id };
    const effect = await chat.flow.place('transfer', { to, aiSummary: false, notify: true });
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'out' });
    expect(await chat.row()).toMatchObject({ state: 'IA_ATIVA', agentId: agent.id });
  });

  it('fails when whom it is to is gone', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('transfer', { to: { what: 'agent', agentId: newId() } });
    expect(await chat.flow.outcome(effect)).toMatchObject({ error: { type: 'no_target' } });
  });
});

describe('closing', () => {
  const events = (chat: FlowTalk) =>
    inTenant((tx) =>
      tx.message.findMany({
        where: { conversationId: chat.conversationId, kind: 'event' },
        orderBy: { seq: 'asc' },
      }),
    );

  it('resolves the conversation without a person, and says that a flow did', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('end', {});
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'out' });
    const { resolvedAt, state } = await chat.row();
    expect([resolvedAt, state]).toEqual([expect.any(Date), 'IA_ATIVA']);
    const { id } = await chat.flow.row(effect);
    const told = (await events(chat)).at(-1);
    expect(told?.userId).toBeNull();
    expect(told?.payload).toMatchObject({ cause: { type: 'resolved', userId: null, flow: { orderId: id } } });
    // The next matter opens it again, and is answered.
    await chat.write(PRICE);
    await chat.isAnswered();
    expect((await chat.row()).resolvedAt).toBeNull();
  });

  it('leaves it open while a person has it (F1)', async () => {
    const chat = await talks.begin();
    await chat.order('take-over');
    const effect = await chat.flow.place('end', {});
    expect(await chat.flow.outcome(effect)).toMatchObject({ error: { type: 'person_has_it' } });
    expect(await chat.row()).toMatchObject({ resolvedAt: null, state: 'HUMANO_RESPONDEU' });
  });

  it('is what the node "end" of a run does, once', async () => {
    const chat = await talks.begin();
    const run = await beginFlow(
      talks.tenant,
      flowOf(
        { start: MANUAL, diz: ['send_text', SAY('Até logo!')], fim: ['end', { resolveConversation: true }] },
        ['start.out > diz', 'diz.out > fim'],
      ),
      { conversationId: chat.conversationId },
    );
    await run.reaches('ended');
    await eventually(async () => expect((await chat.row()).resolvedAt).not.toBeNull());
    await chat.hears(['Até logo!']);
    const causes = (await events(chat)).map(
      ({ payload }) => (payload as { cause: { type: string } }).cause.type,
    );
    expect(causes.filter((type) => type === 'resolved')).toHaveLength(1);
  });
});

describe('answering from the documents', () => {
  const ask = async (change: object) => {
    const documents = await inTenant((tx) => tx.document.findMany({ select: { id: true } }));
    return {
      knowledgeIds: documents.map(({ id }) => id),
      question: PRICE,
      topK: 3,
      confidence: 0.5,
      citeSources: false,
      tone: '',
      send: true,
      ...change,
    };
  };

  it('says what they say, once', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('rag_answer', await ask({}));
    const outcome = await chat.flow.outcome(effect);
    expect(outcome).toMatchObject({ handle: 'answered' });
    const [said, ...more] = await chat.received();
    expect(said).toMatch(/R\$ 260/);
    expect(more).toEqual([]);
    // What it has used is on the run's account.
    const calls = await inTenant((tx) => tx.flowCall.findMany({ where: { runId: chat.flow.runId } }));
    expect(calls).toMatchObject([{ effect, kind: 'rag_answer', model: expect.any(String) }]);
    expect(calls[0]?.promptTokens).toBeGreaterThan(0);
  });

  it('only gives it, where it is not to be said', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('rag_answer', await ask({ send: false }));
    const outcome = await chat.flow.outcome(effect);
    expect(outcome).toMatchObject({
      handle: 'answered',
      output: { texto: expect.stringMatching(/R\$ 260/) },
    });
    await chat.hears([]);
  });

  it.each([
    ['they do not know', { question: 'Vocês fazem tatuagem?' }],
    ['they are not the ones that are asked', { knowledgeIds: [newId()] }],
  ])('leaves by the other way when %s', async (_, change) => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('rag_answer', await ask(change));
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'not_confident' });
    await chat.hears([]);
  });
});

describe('a file', () => {
  const from = (name: string) => ({ by: 'url', url: `http://${host}/${name}` });

  it('goes out with its caption, and stands in the timeline as what it is', async () => {
    const chat = await talks.begin();
    const settings = {
      type: 'document',
      from: from('tabela.pdf'),
      caption: 'Nossos preços',
      alt: '',
      fileName: '',
    };
    expect(await chat.flow.outcome(await chat.flow.place('send_media', settings))).toMatchObject({
      handle: 'out',
    });
    await chat.hears(['Nossos preços']);
    // We fetched it: the provider is given bytes, and no address.
    const sent = JSON.stringify(await talks.harness.phone.journal('evolution'));
    expect(sent).not.toContain(host);
    const message = await inTenant((tx) =>
      tx.message.findFirstOrThrow({ where: { conversationId: chat.conversationId, kind: 'document' } }),
    );
    expect(message).toMatchObject({
      text: 'Nossos preços',
      author: 'ai',
      payload: { file: { url: from('tabela.pdf').url, fileName: 'tabela.pdf' } },
    });
  });

  it('of the company leaves as what its bytes are, and another company’s does not', async () => {
    const chat = await talks.begin();
    const bytes = Buffer.from('%PDF-1.4 preços');
    const add = (tenant: { tenantId: string }) =>
      addFile(talks.harness.deps, tenant, { name: 'tabela.pdf', kind: 'document', bytes });
    const send = async (fileId: string) => {
      const chosen = { by: 'file', fileId, mimeType: 'image/png', bytes: 1 };
      const settings = { type: 'document', from: chosen, caption: 'Da casa', alt: '', fileName: '' };
      return chat.flow.outcome(await chat.flow.place('send_media', settings));
    };
    expect(await send((await add(talks.tenant.ctx)).id)).toMatchObject({ handle: 'out' });
    await chat.hears(['Da casa']);
    const calls = await talks.harness.phone.journal('evolution');
    expect(calls.find(({ path }) => path.includes('sendMedia'))?.body).toMatchObject({
      mimetype: 'application/pdf',
      fileName: 'tabela.pdf',
    });
    const theirs = await add((await talks.harness.tenant()).ctx);
    expect(await send(theirs.id)).toMatchObject({ error: { type: 'send_failed' } });
    await chat.hears(['Da casa']);
  });

  it('goes out once though the answer is lost (F18)', async () => {
    const chat = await talks.begin();
    const settings = { type: 'image', from: from('foto.png'), caption: 'Veja só', alt: '', fileName: '' };
    await talks.harness.phone.fault({ target: 'evolution.sendMedia', kind: 'acceptThenTimeout', times: 1 });
    expect(await chat.flow.outcome(await chat.flow.place('send_media', settings))).toMatchObject({
      handle: 'out',
    });
    await chat.hears(['Veja só']);
  });

  it.each(['gone.pdf', 'foto.png?'])(
    'that is not there, or is something else, does not leave: %s',
    async (name) => {
      const chat = await talks.begin();
      const settings = { type: 'video', from: from(name), caption: '', alt: '', fileName: '' };
      expect(await chat.flow.outcome(await chat.flow.place('send_media', settings))).toMatchObject({
        error: { type: 'send_failed' },
      });
      expect(await chat.received()).toEqual([]);
    },
  );

  it.each(['http://exemplo.com.br/a.pdf', 'https://127.0.0.1/a.pdf', 'https://localhost/a.pdf', 'x'])(
    'does not leave from %s',
    async (url) => {
      const chat = await talks.begin();
      const settings = { type: 'document', from: { by: 'url', url }, caption: '', alt: '', fileName: '' };
      expect(await chat.flow.outcome(await chat.flow.place('send_media', settings))).toMatchObject({
        error: { type: 'send_failed' },
      });
    },
  );
});
