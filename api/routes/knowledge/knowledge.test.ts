import { type Harness, startHarness } from '../../../tests/support/harness';
import { eventually, type TestTenant } from '../../../tests/support/test-tenant';

const HOURS = 'Atendemos de segunda a sexta, das 7h às 19h.';
const PRICES = 'A consulta custa R$ 220. O retorno em até 30 dias é gratuito.';

let harness: Harness;
let tenant: TestTenant;
beforeAll(async () => {
  harness = await startHarness();
  tenant = await harness.tenant();
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

const search = async (q: string, who = tenant) =>
  (await who.get(`/api/v1/knowledge/search?q=${encodeURIComponent(q)}`)).body.items as {
    text: string;
    score: number;
  }[];

describe('knowledge', () => {
  it('is empty at first, and finds nothing', async () => {
    const { body } = await tenant.get('/api/v1/knowledge');
    expect(body).toMatchObject({ text: '', characters: 0, limit: 50_000, status: 'empty', chunks: 0 });
    expect(await search('horário')).toEqual([]);
  });

  it('is saved at once and indexed soon', async () => {
    const saved = await tenant.put('/api/v1/knowledge', { text: HOURS });
    expect(saved.status).toBe(202);
    expect(saved.body).toMatchObject({ text: HOURS, characters: HOURS.length, status: 'indexing' });
    await eventually(async () => {
      expect((await tenant.get('/api/v1/knowledge')).body).toMatchObject({
        status: 'indexed',
        chunks: 1,
        text: HOURS,
      });
    });
    const [first] = await search('qual o horário de atendimento?');
    expect(first).toMatchObject({ text: HOURS, document: 'Meu conhecimento' });
    expect(first?.score).toBeGreaterThan(0);
  });

  it('is replaced whole (S1.28)', async () => {
    await tenant.learn(HOURS);
    await tenant.learn(PRICES);
    expect((await search('consulta')).map(({ text }) => text)).toEqual([PRICES]);
    expect((await search('segunda a sexta')).map(({ text }) => text)).toEqual([PRICES]);
    const chunks = await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) => tx.chunk.count());
    expect(chunks).toBe(1);
  });

  it('finds words without their accents, best first', async () => {
    const many = await harness.tenant();
    const topics = [
      'cardápio',
      'estacionamento',
      'garantia',
      'entrega',
      'troca',
      'pagamento',
      'horário',
      'endereço',
    ];
    await many.learn(
      topics.map((topic) => `Sobre ${topic}: ${`detalhe de ${topic} `.repeat(40)}.`).join('\n'),
    );
    for (const [words, topic] of [
      ['CARDAPIO', 'cardápio'],
      ['qual o endereco', 'endereço'],
      ['formas de pagamento', 'pagamento'],
    ] as const) {
      const items = await search(words, many);
      expect(items[0]?.text).toContain(topic);
      const scores = items.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });

  it('goes on answering with the old text when the new one cannot be indexed', async () => {
    const failing = await harness.tenant();
    await failing.learn(HOURS);
    await harness.phone.fault({ target: 'openai.embeddings', kind: 'status', status: 401 });
    await failing.put('/api/v1/knowledge', { text: PRICES });
    await eventually(async () => {
      const { body } = await failing.get('/api/v1/knowledge');
      expect(body.status).toBe('failed');
      expect(body.error).toMatch(/refused/);
    });
    await harness.phone.heal();
    expect((await search('horário', failing)).map(({ text }) => text)).toEqual([HOURS]);
  });

  it('recovers by itself when the provider does', async () => {
    const patient = await harness.tenant();
    await harness.phone.fault({ target: 'openai.embeddings', kind: 'status', status: 500, times: 1 });
    await patient.learn(HOURS);
    expect(await search('horário', patient)).toHaveLength(1);
  });

  it('ends with the newest of many saves at once', async () => {
    const hasty = await harness.tenant();
    await Promise.all(Array.from({ length: 6 }, () => hasty.put('/api/v1/knowledge', { text: HOURS })));
    await hasty.put('/api/v1/knowledge', { text: PRICES });
    await eventually(async () => {
      expect((await hasty.get('/api/v1/knowledge')).body).toMatchObject({ status: 'indexed', text: PRICES });
      expect((await search('consulta', hasty)).map(({ text }) => text)).toEqual([PRICES]);
    });
  });

  it('is emptied by an empty text', async () => {
    const forgetful = await harness.tenant();
    await forgetful.learn(HOURS);
    await forgetful.put('/api/v1/knowledge', { text: '' });
    await eventually(async () => {
      expect((await forgetful.get('/api/v1/knowledge')).body).toMatchObject({
        status: 'empty',
        characters: 0,
      });
      expect(await search('horário', forgetful)).toEqual([]);
    });
  });

  it('is never found by another tenant (S1.30)', async () => {
    const other = await harness.tenant();
    await other.learn('O código secreto é abacaxi.');
    expect((await search('código secreto abacaxi')).some(({ text }) => text.includes('abacaxi'))).toBe(false);
  });
});
