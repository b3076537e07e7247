import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';

const PRICE = 'Quanto custa o ultrassom de abdome?';
const CPF = '529.982.247-25';

let harness: Harness;
let tenant: TestTenant;
let instance: string;
let channelId: string;
let crm: Server;
let crmUrl: string;
let asked: { path: string; body: string }[];

beforeAll(async () => {
  crm = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      asked.push({ path: req.url ?? '', body });
      res.writeHead(200, { 'content-type': 'application/json' }).end('{"protocolo":"P-77"}');
    });
  });
  await new Promise<void>((listening) => crm.listen(0, '127.0.0.1', listening));
  const { port } = crm.address() as AddressInfo;
  crmUrl = `http://127.0.0.1:${port}`;
  harness = await startHarness({ env: { OUTBOUND_ALLOWED_HOSTS: `127.0.0.1:${port}` } });
  tenant = await harness.tenant();
  await tenant.configure({ messages: { greeting: '' }, timing: { debounceMs: 0 } });
  await tenant.learnNow('O ultrassom de abdome custa R$ 260.');
  ({ instance, channelId } = await tenant.connectNumber(harness.phone));
}, 120_000);
beforeEach(() => {
  asked = [];
});
afterEach(() => harness.phone.heal());
afterAll(async () => {
  crm.closeAllConnections();
  await new Promise((closed) => crm.close(closed));
  await harness.close();
});

const path = (id: string, more = '') => `/api/v1/automations/${id}${more}`;

/** A customer's side of one conversation. */
class Customer {
  readonly number = Phone.number();
  write = (text: string) => harness.phone.write(instance, this.number, text);
  received = () => harness.phone.received(instance, this.number);
  hears = (texts: unknown[]) => eventually(async () => expect(await this.received()).toEqual(texts));
  conversation = () =>
    eventually(async () => {
      const [found] = await tenant.conversations(`?q=${this.number}`);
      if (found === undefined) throw new Error('no conversation yet');
      return found;
    });
}

/** A way as the interface is described: `from.handle > to`. */
const way = (text: string) => {
  const [source = '', to = ''] = text.split(' > ');
  const dot = source.indexOf('.');
  return { from: source.slice(0, dot), handle: source.slice(dot + 1), to };
};
const hears = (word: string) => ({
  id: 'inicio',
  kind: 'message_received',
  settings: { channels: [channelId], filter: { by: 'keyword', match: 'contains', words: [word] } },
});

async function save(id: string, draft: unknown) {
  const { revision } = (await tenant.get(path(id))).body;
  const saved = await tenant.put(path(id), { draft, revision });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
}
async function publish(id: string, draft: unknown, order: object = {}) {
  await save(id, draft);
  const answer = await tenant.post(path(id, '/publish'), order);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}
async function create(draft: unknown): Promise<string> {
  const created = await tenant.post('/api/v1/automations', { name: 'Cadastro' });
  expect(created.status).toBe(201);
  expect(await publish(created.body.id, draft)).toMatchObject({ version: 1 });
  return created.body.id;
}
const runsOf = async (id: string) => (await tenant.get(path(id, '/runs'))).body.items;
async function runOf(id: string, status: string) {
  return eventually(async () => {
    const [run, ...others] = await runsOf(id);
    expect(others).toEqual([]);
    const { body } = await tenant.get(`/api/v1/automations/runs/${run.id}`);
    if (body.status !== status) throw new Error(`${body.status}: ${JSON.stringify(body.failure)}`);
    return body;
  });
}

/** Name, CPF, a choice; kept in the contact, told to another system; a moment; good-bye. */
const signUp = (word: string) => ({
  nodes: [
    hears(word),
    { id: 'nome', kind: 'ask', settings: { question: 'Seu nome?', answer: 'text', saveTo: 'nome' } },
    {
      id: 'cpf',
      kind: 'ask',
      settings: { question: 'Seu CPF?', answer: 'cpf', saveTo: 'cpf', retryText: 'Esse CPF não vale.' },
    },
    {
      id: 'plano',
      kind: 'send_buttons',
      settings: {
        text: 'Qual plano?',
        buttons: [
          { key: 'ouro', title: 'Ouro' },
          { key: 'prata', title: 'Prata' },
        ],
        saveTo: 'plano',
      },
    },
    {
      id: 'guarda',
      kind: 'set_variable',
      settings: {
        assignments: [
          { scope: 'contact', name: 'plano', value: { template: '{{ variaveis.plano }}' } },
          { scope: 'contact', name: 'etiquetas', value: { template: 'assinante' } },
        ],
      },
    },
    {
      id: 'crm',
      kind: 'http_request',
      settings: {
        method: 'POST',
        url: `${crmUrl}/clientes`,
        body: '{"nome":"{{ variaveis.nome }}","cpf":"{{ variaveis.cpf }}"}',
        map: [{ from: 'corpo.protocolo', to: 'protocolo' }],
      },
    },
    { id: 'pausa', kind: 'wait', settings: { for: { by: 'duration', seconds: 1 } } },
    {
      id: 'diz',
      kind: 'send_text',
      settings: { messages: ['Pronto, {{ variaveis.nome }}: {{ variaveis.protocolo }}.'] },
    },
    { id: 'fim', kind: 'end' },
  ],
  edges: [
    'inicio.out > nome',
    'nome.ok > cpf',
    'nome.invalid > fim',
    'nome.timed_out > fim',
    'cpf.ok > plano',
    'cpf.invalid > fim',
    'cpf.timed_out > fim',
    'plano.option:ouro > guarda',
    'plano.option:prata > guarda',
    'plano.other_reply > plano',
    'plano.timed_out > fim',
    'guarda.out > crm',
    'crm.out > pausa',
    'pausa.out > diz',
    'diz.out > fim',
  ].map(way),
});

describe('from a drawing to a customer’s phone', () => {
  it('asks, keeps, calls, waits and ends; the AI is silent meanwhile, and answers again', async () => {
    const flowId = await create(signUp('cadastro'));
    const ana = new Customer();
    await ana.write('quero fazer meu CADASTRO');
    await ana.hears(['Seu nome?']);
    // The same word while the run is there is an answer.
    await ana.write('Cadastro');
    await ana.hears(['Seu nome?', 'Seu CPF?']);
    await ana.write('111.111.111-11');
    await ana.hears(['Seu nome?', 'Seu CPF?', expect.stringContaining('Esse CPF não vale.')]);
    await ana.write(CPF);
    await eventually(async () => expect((await ana.received())[3]).toMatch(/^Qual plano\?[\s\S]*1\. Ouro/));
    await ana.write('1');
    const run = await runOf(flowId, 'ended');
    const said = [
      'Seu nome?',
      'Seu CPF?',
      expect.stringContaining('Esse CPF não vale.'),
      expect.stringMatching(/^Qual plano/),
      'Pronto, Cadastro: P-77.',
    ];
    await ana.hears(said);
    expect(asked).toEqual([{ path: '/clientes', body: '{"nome":"Cadastro","cpf":"52998224725"}' }]);
    expect(run).toMatchObject({ version: 1, steps: expect.any(Number) });
    expect(Object.keys(run.nodes).sort()).toEqual(
      ['cpf', 'crm', 'diz', 'fim', 'guarda', 'nome', 'pausa', 'plano'].sort(),
    );
    for (const node of Object.values(run.nodes)) expect(node).toMatchObject({ status: 'done', visits: 1 });
    const { contact } = await ana.conversation();
    const kept = (await tenant.get(`/api/v1/contacts/${contact.id}`)).body;
    expect(kept).toMatchObject({ fields: { plano: 'Ouro' }, tags: [{ name: 'assinante' }] });
    await ana.write(PRICE);
    await ana.hears([...said, expect.stringMatching(/R\$ 260/)]);
    expect(await runsOf(flowId)).toHaveLength(1);
  });

  it('a person takes over: the run leaves by that way, and says nothing after it', async () => {
    const drawing = signUp('assumir');
    const flowId = await create({
      nodes: [...drawing.nodes, { id: 'anota', kind: 'send_text', settings: { messages: ['Do fluxo'] } }],
      edges: [...drawing.edges, way('nome.taken_over > anota'), way('anota.out > fim')],
    });
    const ana = new Customer();
    await ana.write('quero ASSUMIR');
    await ana.hears(['Seu nome?']);
    const { id } = await ana.conversation();
    expect((await tenant.post(`/api/v1/conversations/${id}/take-over`, {})).status).toBe(200);
    const [{ id: runId }] = await runsOf(flowId);
    await eventually(async () => {
      const { body } = await tenant.get(`/api/v1/automations/runs/${runId}`);
      expect(['ended', 'failed']).toContain(body.status);
      expect(body.nodes.nome.handle).toBe('taken_over');
    });
    await ana.write('Ana');
    await tenant.post(`/api/v1/conversations/${id}/messages`, { text: 'Oi, sou a Bia' });
    await ana.hears(['Seu nome?', 'Oi, sou a Bia']);
    expect(await runsOf(flowId)).toHaveLength(1);
  });

  it('the same message delivered again and again is one run (F11)', async () => {
    const flowId = await create({
      nodes: [
        hears('repetida'),
        { id: 'diz', kind: 'send_text', settings: { messages: ['Uma vez'] } },
        { id: 'fim', kind: 'end' },
      ],
      edges: [way('inicio.out > diz'), way('diz.out > fim')],
    });
    const ana = new Customer();
    await ana.write('repetida');
    const [first] = await harness.phone.chat(instance, ana.number);
    await harness.phone.resend(first?.id ?? '', { times: 5, parallel: true });
    await runOf(flowId, 'ended');
    await harness.phone.resend(first?.id ?? '', { times: 3, parallel: false });
    await ana.write(PRICE);
    await ana.hears(['Uma vez', expect.stringMatching(/R\$ 260/)]);
    expect(await runsOf(flowId)).toHaveLength(1);
  });
});

describe('an edit while a run is parked (F14)', () => {
  const drawing = (word: string, says: string) => ({
    nodes: [
      hears(word),
      { id: 'nome', kind: 'ask', settings: { question: 'Seu nome?', answer: 'text', saveTo: 'nome' } },
      { id: 'diz', kind: 'send_text', settings: { messages: [says] } },
      { id: 'fim', kind: 'end' },
    ],
    edges: [
      'inicio.out > nome',
      'nome.ok > diz',
      'nome.invalid > fim',
      'nome.timed_out > fim',
      'diz.out > fim',
    ].map(way),
  });

  it.each([
    ['stays on its version', {}, 1, 'Versão um'],
    ['goes on by the new one when it is moved', { runs: 'move' }, 2, 'Versão dois'],
  ])('%s', async (_what, order, version, said) => {
    const word = `parada${version}`;
    const flowId = await create(drawing(word, 'Versão um'));
    const ana = new Customer();
    await ana.write(word);
    await ana.hears(['Seu nome?']);
    await runOf(flowId, 'waiting');
    const published = await publish(flowId, drawing(word, 'Versão dois'), order);
    expect(published).toMatchObject({ version: 2, runsInFlight: 1, moved: version - 1, cancelled: 0 });
    await ana.write('Ana');
    await ana.hears(['Seu nome?', said]);
    expect(await runOf(flowId, 'ended')).toMatchObject({ version });
  });
});
