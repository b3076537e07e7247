import { type Harness, startHarness } from '../../tests/support/harness';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';
import { createEmbedQuestion } from './embed-question';
import { indexRevision } from './index-revision';
import { storeRevision } from './knowledge-text';
import { reindexOutdated } from './reindex-outdated';
import { searchKnowledge } from './search-knowledge';

const HOURS = 'Atendemos de segunda a sexta, das 7h às 19h.';
const PRICES = 'A consulta custa R$ 220. O retorno em até 30 dias é gratuito.';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

const search = async (who: TestTenant, q: string) =>
  (await who.get(`/api/v1/knowledge/search?q=${encodeURIComponent(q)}`)).body as {
    retrieval: string;
    items: { text: string; score: number; similarity: number; coverage: number }[];
  };
const revisionsOf = (who: TestTenant) =>
  harness.deps.db.withTenant(who.ctx.tenantId, (tx) =>
    tx.documentRevision.findMany({ orderBy: { number: 'asc' } }),
  );

/** As if another model had indexed what this one has. */
const indexedBy = (who: TestTenant, embeddingModel: string | null) =>
  harness.deps.db.withTenant(who.ctx.tenantId, (tx) =>
    tx.documentRevision.updateMany({ where: { status: 'indexed' }, data: { embeddingModel } }),
  );

/** Another model, whose vectors all point one way. */
function otherEmbed(until: Promise<void> = Promise.resolve()) {
  const embed = async (texts: string[]) => {
    await until;
    return texts.map(() => Array.from({ length: 1_536 }, () => 0.1));
  };
  return Object.assign(embed, { model: 'other-model@example.test' });
}

describe('vectors', () => {
  it('are kept with the model that made them', async () => {
    const tenant = await harness.tenant();
    await tenant.learn(HOURS);
    const [revision] = await revisionsOf(tenant);
    expect(revision?.embeddingModel).toBe(harness.deps.embed.model);
    expect(await search(tenant, 'qual o horário de atendimento?')).toMatchObject({
      retrieval: 'hybrid',
      items: [{ text: HOURS }],
    });
  });

  it('of two models are never compared: words alone find the passage, and the answer says so', async () => {
    const tenant = await harness.tenant();
    await tenant.learn(HOURS);
    const deps = { ...harness.deps, embedQuestion: createEmbedQuestion(otherEmbed()) };
    const find = (question: string) => searchKnowledge(deps, tenant.ctx, { question, limit: 5 });
    expect(await find('Atendem na segunda?')).toEqual({
      retrieval: 'text',
      passages: [expect.objectContaining({ text: HOURS, similarity: 0, score: expect.any(Number) })],
    });
    const [passage] = (await find('Atendem na segunda?')).passages;
    expect(passage?.coverage).toBeGreaterThan(0.5);
    expect(passage?.score).toBeCloseTo(0.25 * (passage?.coverage ?? 0), 3);
    // No word of it is in the text; a similarity of anything with anything would have found it.
    expect(await find('estacionamento')).toEqual({ retrieval: 'text', passages: [] });
  });

  it('of a question are remembered with their model', async () => {
    let asked = 0;
    const embed = otherEmbed();
    const counted = Object.assign(
      (texts: string[]) => {
        asked += 1;
        return embed(texts);
      },
      { model: embed.model },
    );
    const embedQuestion = createEmbedQuestion(counted);
    const first = await embedQuestion('Qual o horário?');
    expect(await embedQuestion(' qual  o HORÁRIO? ')).toEqual(first);
    expect([asked, first.model]).toEqual([1, 'other-model@example.test']);
    expect((await harness.deps.embedQuestion('Qual o horário?')).model).toBe(harness.deps.embed.model);
  });

  it('of one revision are all of one model, also when a worker with another one takes it over', async () => {
    const tenant = await harness.tenant();
    const { tenantId } = tenant.ctx;
    const revision = await storeRevision(harness.deps, tenant.ctx, HOURS);
    const ref = { tenantId, documentId: revision.documentId, revisionId: revision.id };
    let goOn: () => void = () => undefined;
    const late = indexRevision(
      { ...harness.deps, embed: otherEmbed(new Promise((resolve) => (goOn = resolve))) },
      ref,
    );
    await eventually(async () => expect((await revisionsOf(tenant))[0]?.embeddingModel).toMatch(/^other/));
    await indexRevision(harness.deps, ref);
    goOn();
    await late;
    expect(await revisionsOf(tenant)).toMatchObject([
      { status: 'indexed', embeddingModel: harness.deps.embed.model },
    ]);
    const { items } = await search(tenant, HOURS);
    expect(items).toHaveLength(1);
    expect(items[0]?.similarity).toBeGreaterThan(0.99);
  });

  it('of an attempt that was taken over do not get in, and its index is not swapped in', async () => {
    const tenant = await harness.tenant();
    const { tenantId } = tenant.ctx;
    const revision = await storeRevision(harness.deps, tenant.ctx, HOURS);
    const ref = { tenantId, documentId: revision.documentId, revisionId: revision.id };
    let goOn: () => void = () => undefined;
    const late = indexRevision(
      { ...harness.deps, embed: otherEmbed(new Promise((resolve) => (goOn = resolve))) },
      ref,
    );
    await eventually(async () => expect((await revisionsOf(tenant))[0]?.status).toBe('embedding'));
    // As if the other had claimed it, and were not done.
    await harness.deps.db.withTenant(tenantId, (tx) =>
      tx.documentRevision.update({
        where: { id: revision.id },
        data: { embeddingModel: harness.deps.embed.model },
      }),
    );
    goOn();
    await late;
    expect(await harness.deps.db.withTenant(tenantId, (tx) => tx.chunk.count())).toBe(0);
    expect((await revisionsOf(tenant))[0]?.status).not.toBe('indexed');
  });
});

describe('the sweep', () => {
  it.each([
    ['another model has indexed', 'older-model@example.test'],
    ['an unknown model has indexed', null],
  ])('has indexed anew what %s, once, with the same words', async (_what, model) => {
    const tenant = await harness.tenant();
    await tenant.learn(HOURS);
    const [before] = await revisionsOf(tenant);
    await indexedBy(tenant, model);
    // Several workers may do it at once, and again.
    await Promise.all(Array.from({ length: 3 }, () => reindexOutdated(harness.deps)));
    await eventually(async () => {
      expect(await search(tenant, 'segunda a sexta')).toMatchObject({
        retrieval: 'hybrid',
        items: [{ text: HOURS }],
      });
    });
    await reindexOutdated(harness.deps);
    const revisions = await revisionsOf(tenant);
    expect(revisions).toHaveLength(2);
    expect(revisions[1]).toMatchObject({
      number: 2,
      text: HOURS,
      status: 'indexed',
      embeddingModel: harness.deps.embed.model,
      createdAt: before?.createdAt,
    });
    expect(await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) => tx.chunk.count())).toBe(1);
  });

  it('leaves alone what our model has indexed, and what is empty', async () => {
    const tenant = await harness.tenant();
    await tenant.learn(HOURS);
    const forgetful = await harness.tenant();
    await forgetful.learnNow('');
    await indexedBy(forgetful, 'older-model@example.test');
    await reindexOutdated(harness.deps);
    expect(await revisionsOf(tenant)).toHaveLength(1);
    expect(await revisionsOf(forgetful)).toHaveLength(1);
  });

  it('tries again after an hour what could not be indexed; the old index answers by its words until then', async () => {
    const tenant = await harness.tenant();
    await tenant.learn(HOURS);
    await harness.phone.fault({ target: 'openai.embeddings', kind: 'status', status: 401 });
    await tenant.put('/api/v1/knowledge', { text: PRICES });
    await eventually(async () =>
      expect((await tenant.get('/api/v1/knowledge')).body).toMatchObject({ status: 'failed' }),
    );
    await harness.phone.heal();
    await indexedBy(tenant, 'older-model@example.test');
    await reindexOutdated(harness.deps);
    expect((await revisionsOf(tenant)).map(({ status }) => status)).toEqual(['indexed', 'failed']);
    expect(await search(tenant, 'segunda a sexta')).toMatchObject({
      retrieval: 'text',
      items: [{ text: HOURS }],
    });

    await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.documentRevision.updateMany({
        where: { status: 'failed' },
        data: { indexingAt: new Date(Date.now() - 61 * 60_000) },
      }),
    );
    await reindexOutdated(harness.deps);
    await eventually(async () => {
      expect(await search(tenant, 'consulta')).toMatchObject({
        retrieval: 'hybrid',
        items: [{ text: PRICES }],
      });
    });
  });
});
