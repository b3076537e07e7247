import { jest } from '@jest/globals';
import { withdrawFlowOrders } from '../../services/flow/withdraw-orders';
import { type FlowTalk, FlowTalks, PRICE } from '../../tests/support/flow-talk';
import { eventually } from '../../tests/support/test-tenant';

const GREETING = 'Bom dia!';

let talks: FlowTalks;
beforeAll(async () => {
  talks = await FlowTalks.start();
}, 60_000);
afterEach(() => talks.harness.phone.heal());
afterAll(() => talks.harness.close());

describe('saying (S3.14)', () => {
  it('sends the texts in their order, each once, and tells the run which it was', async () => {
    const told = jest.spyOn(talks.harness.deps.workflows, 'flowOutcome');
    const chat = await talks.begin();
    const effect = await chat.flow.place('send_text', { messages: ['Oi, Ana!', 'Tudo bem?'] });
    await chat.hears(['Oi, Ana!', 'Tudo bem?']);
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'out' });
    expect(told).toHaveBeenCalledWith(
      { tenantId: talks.tenant.ctx.tenantId, runId: chat.flow.runId },
      expect.objectContaining({ effect }),
    );
    told.mockRestore();
  });

  it('says an order that is placed again only once (F3)', async () => {
    const chat = await talks.begin();
    const settings = { messages: [GREETING] };
    await Promise.all([1, 2, 3].map(() => chat.flow.place('send_text', settings, { effect: 'same' })));
    await chat.flow.outcome('same');
    await chat.flow.place('send_text', settings, { effect: 'same' });
    const after = await chat.flow.place('send_text', { messages: ['depois'] });
    await chat.flow.outcome(after);
    await chat.hears([GREETING, 'depois']);
  });

  it.each([0, 1])('says balloon %i once though its answer is lost (F18)', async (index) => {
    const texts = ['Primeira mensagem do fluxo', 'Segunda mensagem do fluxo'];
    const chat = await talks.begin();
    await talks.harness.phone.fault({
      target: 'evolution.sendText',
      kind: 'acceptThenTimeout',
      contains: texts[index] ?? '',
      times: 1,
    });
    const effect = await chat.flow.place('send_text', { messages: texts });
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'out' });
    await chat.hears(texts);
  });

  it('leaves by an error when the provider will not have it', async () => {
    const chat = await talks.begin();
    await talks.harness.phone.fault({
      target: 'evolution.sendText',
      kind: 'status',
      status: 400,
      body: { status: 400, error: 'Bad Request', response: { message: ['not today'] } },
      contains: 'Recusada',
      times: 1,
    });
    const effect = await chat.flow.place('send_text', { messages: ['Recusada'] });
    expect(await chat.flow.outcome(effect)).toMatchObject({ error: { type: 'send_failed' } });
  });

  it('says nothing while a person has the conversation', async () => {
    const chat = await talks.begin();
    await chat.order('take-over');
    const effect = await chat.flow.place('send_text', { messages: [GREETING] });
    expect(await chat.flow.outcome(effect)).toMatchObject({ error: { type: 'person_has_it' } });
    const asked = await chat.flow.place('wait_reply', { timeoutSeconds: 60 });
    expect(await chat.flow.outcome(asked)).toEqual({ handle: 'taken_over', output: null });
    await chat.hears([]);
  });

  it('says why it was sent: the flow, its run and its node', async () => {
    const chat = await talks.begin();
    await chat.flow.outcome(await chat.flow.place('send_text', { messages: [GREETING] }));
    const { body } = await talks.tenant.get(`/api/v1/conversations/${chat.conversationId}/messages`);
    const said = (body as { items: { text: string; cause: unknown }[] }).items.find(
      ({ text }) => text === GREETING,
    );
    const { flowId, runId } = chat.flow;
    expect(said?.cause).toEqual({ type: 'flow', flowId, runId, nodeId: 'n', name: 'Boas-vindas' });
  });
});

describe('listening (N4)', () => {
  const ask = {
    question: 'Qual é o seu CPF?',
    answer: 'cpf',
    choices: [],
    rule: {},
    attempts: 2,
    retryText: '',
    timeoutSeconds: 3600,
    debounceSeconds: 0,
    cancelWords: ['sair'],
    saveTo: 'cpf',
  };

  it('takes the reply, and the AI does not answer it too', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('ask', ask);
    await chat.hears(['Qual é o seu CPF?']);
    await chat.flow.listens(effect);
    const before = await chat.turns();
    await chat.write('meu cpf é 529.982.247-25');
    expect(await chat.flow.outcome(effect)).toEqual({
      handle: 'ok',
      output: { resposta: '52998224725', texto: 'meu cpf é 529.982.247-25' },
    });
    await chat.isAnswered();
    expect(await chat.turns()).toBe(before);
    await chat.write(PRICE);
    await eventually(async () => expect(await chat.turns()).toBe(before + 1));
  });

  it('asks again, and gives up after its attempts', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('ask', ask);
    await chat.hears(['Qual é o seu CPF?']);
    await chat.write('123');
    await eventually(async () => expect(await chat.received()).toHaveLength(2));
    expect((await chat.received())[1]).toMatch(/CPF não confere/);
    await chat.write('não sei');
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'invalid' });
    await chat.isAnswered();
    expect(await chat.received()).toHaveLength(2);
  });

  it('leaves when the customer cancels', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('ask', ask);
    await chat.hears(['Qual é o seu CPF?']);
    await chat.write('Sair');
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'cancelled' });
  });

  it('leaves when the time is up; what is said then is the AI’s', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('ask', ask, { timeoutSeconds: 1 });
    expect(await chat.flow.outcome(effect)).toEqual({ handle: 'timed_out', output: null });
    await chat.write(PRICE);
    await eventually(async () => expect((await chat.received()).at(-1)).toMatch(/R\$ 260/));
  });

  it.each([
    ['2', 'option:b', 'Remarcar'],
    ['remarcar', 'option:b', 'Remarcar'],
    ['a', 'option:a', 'Marcar consulta'],
    ['outra coisa', 'other_reply', undefined],
  ])('understands %s as the choice %s', async (reply, handle, title) => {
    const chat = await talks.begin();
    const buttons = [
      { key: 'a', title: 'Marcar consulta' },
      { key: 'b', title: 'Remarcar' },
    ];
    const settings = { text: 'Como posso ajudar?', footer: '', buttons, timeoutSeconds: 3600 };
    const effect = await chat.flow.place('send_buttons', settings, { handles: ['option:a', 'option:b'] });
    await chat.hears(['Como posso ajudar?\n\n1. Marcar consulta\n2. Remarcar']);
    await chat.flow.listens(effect);
    await chat.write(reply);
    const outcome = await chat.flow.outcome(effect);
    expect(outcome).toMatchObject({ handle, ...(title === undefined ? {} : { output: { texto: title } }) });
  });

  it('lists options in sections, and understands the number of a row', async () => {
    const chat = await talks.begin();
    const sections = [
      { title: 'Exames', rows: [{ key: 'usg', title: 'Ultrassom', description: 'Abdome' }] },
      { title: '', rows: [{ key: 'lab', title: 'Sangue', description: '' }] },
    ];
    const settings = { text: 'Qual exame?', button: 'Ver', sections, timeoutSeconds: 3600 };
    const effect = await chat.flow.place('send_list', settings, { handles: ['option:usg', 'option:lab'] });
    await chat.hears(['Qual exame?\n\n*Exames*\n1. Ultrassom\n   Abdome\n\n2. Sangue']);
    await chat.flow.listens(effect);
    await chat.write('2');
    const output = { texto: 'Sangue', opcao: 'lab' };
    expect(await chat.flow.outcome(effect)).toEqual({ handle: 'option:lab', output });
  });

  it('waits for a reply, several messages of one breath together', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('wait_reply', { timeoutSeconds: 3600, debounceSeconds: 1 });
    await chat.flow.listens(effect);
    await chat.write('quero');
    await chat.write('marcar');
    const output = { texto: 'quero\nmarcar', midia: null };
    expect(await chat.flow.outcome(effect)).toEqual({ handle: 'replied', output });
  });

  it('hears who answers before the run has gone on', async () => {
    const chat = await talks.begin();
    await chat.flow.outcome(await chat.flow.place('send_text', { messages: ['Qual o seu nome?'] }));
    await chat.write('Ana');
    await eventually(async () => {
      const { inboundSeq, answeredSeq } = await chat.row();
      expect(inboundSeq).toBeGreaterThan(answeredSeq);
    });
    const effect = await chat.flow.place('wait_reply', { timeoutSeconds: 3600, debounceSeconds: 0 });
    expect(await chat.flow.outcome(effect)).toMatchObject({ handle: 'replied', output: { texto: 'Ana' } });
  });

  it.each([
    ['takes over', (chat: FlowTalk) => chat.order('take-over')],
    ['writes in the dashboard', (chat: FlowTalk) => chat.reply('Aqui é a Bia.')],
    ['writes on the paired phone', (chat: FlowTalk) => chat.writeAsOwner('Aqui é a Bia.')],
  ])('leaves by taken_over when a person %s, and what is said then is the person’s (F4)', async (_, take) => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('ask', ask);
    await chat.hears(['Qual é o seu CPF?']);
    await chat.flow.listens(effect);
    await take(chat);
    expect(await chat.flow.outcome(effect)).toEqual({ handle: 'taken_over', output: null });
    const said = (await chat.received()).length;
    await chat.write('529.982.247-25');
    await eventually(async () => {
      const { seq, inboundSeq } = await chat.row();
      expect(inboundSeq).toBe(seq);
    });
    expect(await chat.received()).toHaveLength(said);
  });

  it('is taken back: what is said then is the AI’s', async () => {
    const chat = await talks.begin();
    const effect = await chat.flow.place('ask', ask);
    await chat.flow.listens(effect);
    const { runId } = chat.flow;
    await withdrawFlowOrders(talks.harness.deps, {
      tenantId: talks.tenant.ctx.tenantId,
      runId,
      effects: [effect],
    });
    await chat.write(PRICE);
    await eventually(async () => expect((await chat.received()).at(-1)).toMatch(/R\$ 260/));
    expect((await chat.flow.row(effect)).outcome).toMatchObject({ error: { type: 'withdrawn' } });
  });
});
