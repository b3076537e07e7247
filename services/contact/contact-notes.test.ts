import { newId } from '../../config/new-id';
import type { FlowObject } from '../../domain/flow/runtime/value';
import { type Harness, startHarness } from '../../tests/support/harness';
import { publishTrigger } from '../../tests/support/published-flow';
import type { TestTenant } from '../../tests/support/test-tenant';
import { setContactFields, setConversationVariables } from './contact-fields';
import { changeContactTags, type NotedBy } from './contact-tags';

let harness: Harness;
let tenant: TestTenant;
let stranger: TestTenant;
let agent: TestTenant;

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  stranger = await harness.tenant();
  agent = await tenant.colleague('Ana');
}, 60_000);
afterAll(() => harness.close());

const inTenant = <T>(work: Parameters<typeof harness.deps.db.withTenant<T>>[1]) =>
  harness.deps.db.withTenant(tenant.ctx.tenantId, work);

async function contact(fields: FlowObject = {}, who = tenant): Promise<string> {
  const { tenantId } = who.ctx;
  return harness.deps.db.withTenant(tenantId, async (tx) => {
    const row = await tx.contact.create({ data: { tenantId, name: 'Ana', fields } });
    return row.id;
  });
}
let made = 0;
async function tag(name = `etiqueta ${(made += 1)}`, who = tenant): Promise<string> {
  const { status, body } = await who.post('/api/v1/tags', { name });
  expect(status).toBe(201);
  return body.id;
}
/** As somebody, or an automation, puts one on or takes one off. */
const addTag = (contactId: string, tagId: string, by: NotedBy = { type: 'person' }) =>
  changeContactTags(harness.deps, tenant.ctx, { contactId, add: [tagId], remove: [], by });
const removeTag = (contactId: string, tagId: string) =>
  changeContactTags(harness.deps, tenant.ctx, {
    contactId,
    add: [],
    remove: [tagId],
    by: { type: 'person' },
  });
const view = async (id: string) => (await tenant.get(`/api/v1/contacts/${id}`)).body;
const names = async (id: string) => (await view(id)).tags.map(({ name }: { name: string }) => name);
const runsFor = (contactId: string) => inTenant((tx) => tx.flowRun.findMany({ where: { contactId } }));

describe('a tag', () => {
  it('is made, changed and removed, from contacts too', async () => {
    const { body } = await tenant.post('/api/v1/tags', { name: ' VIP ', color: '#FF0000' });
    expect(body).toMatchObject({ name: 'VIP', color: '#ff0000' });
    const id = await contact();
    await tenant.put(`/api/v1/contacts/${id}/tags`, { tagIds: [body.id] });
    const path = `/api/v1/tags/${body.id}`;
    expect((await tenant.put(path, { name: 'Ouro', color: '#00ff00' })).body.name).toBe('Ouro');
    expect(await names(id)).toEqual(['Ouro']);
    const listed = (await agent.get('/api/v1/tags')).body.items;
    expect(listed.find((one: { id: string }) => one.id === body.id)).toMatchObject({ contacts: 1 });
    expect((await tenant.delete(path)).status).toBe(204);
    expect(await names(id)).toEqual([]);
  });

  it('has a name of its own; another tenant’s: 404; for an attendant to change: 403', async () => {
    const id = await tag('Única');
    const again = await tenant.post('/api/v1/tags', { name: 'Única' });
    expect([again.status, again.body.code]).toEqual([409, 'name_taken']);
    await tag('Única', stranger);
    const body = { name: 'Minha' };
    expect((await stranger.put(`/api/v1/tags/${id}`, body)).status).toBe(404);
    expect((await stranger.delete(`/api/v1/tags/${id}`)).status).toBe(404);
    expect((await agent.post('/api/v1/tags', body)).status).toBe(403);
    expect((await agent.delete(`/api/v1/tags/${id}`)).status).toBe(403);
    expect((await tenant.post('/api/v1/tags', { name: 'x', color: 'red;}' })).status).toBe(400);
  });

  it('is put on a contact by anybody of the team, of its own tenant only', async () => {
    const [id, tagId] = [await contact(), await tag('Quente')];
    const put = (who: TestTenant, tagIds: string[], contactId = id) =>
      who.put(`/api/v1/contacts/${contactId}/tags`, { tagIds });
    expect((await put(agent, [tagId])).body.items).toMatchObject([{ name: 'Quente' }]);
    expect((await put(tenant, [await tag('Alheia', stranger)])).status).toBe(404);
    expect((await put(stranger, [])).status).toBe(404);
    expect(await names(id)).toEqual(['Quente']);
    expect((await put(tenant, [])).body.items).toEqual([]);
  });

  it('begins automations once for each real addition, however often it is said', async () => {
    const tagId = await tag();
    await publishTrigger(tenant, 'tag_added', { tagIds: [tagId] });
    const contactId = await contact();
    const answers = await Promise.all([1, 2, 3].map(() => addTag(contactId, tagId)));
    expect(answers.flatMap(({ added }) => added)).toEqual([tagId]);
    await tenant.put(`/api/v1/contacts/${contactId}/tags`, { tagIds: [tagId] });
    expect(await runsFor(contactId)).toMatchObject([{ payload: { tagId, por: 'person' } }]);

    expect(await removeTag(contactId, tagId)).toMatchObject({ removed: 1, tags: [] });
    expect(await removeTag(contactId, tagId)).toMatchObject({ removed: 0 });
    expect(await addTag(contactId, tagId)).toMatchObject({ added: [tagId] });
    expect(await runsFor(contactId)).toHaveLength(2);
  });

  it('begins what waits for all of several when the last one comes, and for who adds it', async () => {
    const [a, b] = [await tag(), await tag()];
    await publishTrigger(tenant, 'tag_added', { tagIds: [a, b], match: 'all', by: 'person' });
    const [slow, atOnce, byRun] = [await contact(), await contact(), await contact()];
    await addTag(slow, b);
    expect(await runsFor(slow)).toEqual([]);
    await addTag(slow, a);
    expect(await runsFor(slow)).toHaveLength(1);
    await tenant.put(`/api/v1/contacts/${atOnce}/tags`, { tagIds: [a, b] });
    expect(await runsFor(atOnce)).toHaveLength(1);
    const by = { type: 'run' as const, runId: newId() };
    for (const tagId of [a, b]) await addTag(byRun, tagId, by);
    expect(await runsFor(byRun)).toEqual([]);
  });
});

describe('fields of a contact', () => {
  it('are set and taken away by name, and say what changed', async () => {
    const contactId = await contact();
    const set = (fields: FlowObject) =>
      setContactFields(harness.deps, tenant.ctx, { contactId, set: fields });
    const first = { plano: 'ouro', idade: 41, ativo: true, filhos: ['Bia', { nome: 'Léo' }] };
    expect(await set(first)).toMatchObject({ fields: first, changed: Object.keys(first) });
    expect((await set(first)).changed).toEqual([]);
    expect(await set({ plano: 'prata', idade: null, nada: null })).toMatchObject({
      changed: ['plano', 'idade'],
    });
    expect((await view(contactId)).fields).toEqual({ plano: 'prata', ativo: true, filhos: first.filhos });
    const put = await agent.put(`/api/v1/contacts/${contactId}/fields`, {
      fields: { plano: 'prata', cidade: 'BH\0' },
    });
    expect(put.body.fields).toEqual({ plano: 'prata', cidade: 'BH' });
  });

  it('written at once are all kept', async () => {
    const contactId = await contact();
    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        setContactFields(harness.deps, tenant.ctx, { contactId, set: { [`campo_${index}`]: index } }),
      ),
    );
    expect(Object.keys((await view(contactId)).fields)).toHaveLength(10);
  });

  it('have limits, and none of it is saved beyond them', async () => {
    const contactId = await contact({ plano: 'ouro' });
    const put = (fields: unknown, who = tenant) =>
      who.put(`/api/v1/contacts/${contactId}/fields`, { fields });
    const wrong: unknown[] = [
      Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`c${index}`, 1])),
      { texto: 'é'.repeat(8_200) },
      { Nome: 'x' },
      { 'a-b': 'x' },
      { constructor: 'x' },
      { fundo: [[[[[1]]]]] },
      [],
      'x',
    ];
    for (const fields of wrong) expect([fields, (await put(fields)).status]).toEqual([fields, 400]);
    expect((await put({ a: 1 }, stranger)).status).toBe(404);
    expect((await view(contactId)).fields).toEqual({ plano: 'ouro' });
  });
});

describe('two contacts that are one', () => {
  it('have tags and fields of both; the undo gives them back, and what came since stays', async () => {
    const [onlyOne, both, onlyOther, later] = [await tag(), await tag(), await tag(), await tag()];
    await publishTrigger(tenant, 'tag_added', { tagIds: [onlyOne, both, onlyOther] });
    const gone = await contact({ plano: 'ouro', cidade: 'BH', idade: 41 });
    const left = await contact({ plano: 'prata' });
    await tenant.put(`/api/v1/contacts/${gone}/tags`, { tagIds: [onlyOne, both] });
    await tenant.put(`/api/v1/contacts/${left}/tags`, { tagIds: [both, onlyOther] });
    const before = [await view(gone), await view(left)];
    const runs = await inTenant((tx) => tx.flowRun.count());

    const { body: merge } = await tenant.post(`/api/v1/contacts/${gone}/merge`, { into: left });
    const joined = await view(left);
    expect(joined.tags.map(({ id }: { id: string }) => id).sort()).toEqual([onlyOne, both, onlyOther].sort());
    expect(joined.fields).toEqual({ plano: 'prata', cidade: 'BH', idade: 41 });
    expect(await inTenant((tx) => tx.flowRun.count())).toBe(runs);

    // To the one that is no more means to the one that is left.
    await addTag(gone, later);
    await setContactFields(harness.deps, tenant.ctx, { contactId: gone, set: { idade: 42 } });
    expect((await tenant.post(`/api/v1/contacts/merges/${merge.mergeId}/undo`)).status).toBe(204);
    const after = [await view(gone), await view(left)];
    expect(after[0]).toMatchObject({ tags: before[0].tags, fields: before[0].fields });
    expect(after[1].tags.map(({ id }: { id: string }) => id).sort()).toEqual([both, onlyOther, later].sort());
    expect(after[1].fields).toEqual({ plano: 'prata', idade: 42 });
  });
});

describe('variables of a conversation', () => {
  it('are kept in it, and go with it in a merge and back', async () => {
    const { tenantId } = tenant.ctx;
    const { channelId } = await tenant.connectNumber(harness.phone);
    const [gone, left] = [await contact(), await contact()];
    const conversations: string[] = [];
    for (const contactId of [gone, left]) {
      const row = { id: newId(), tenantId, channelId, contactId, address: contactId };
      conversations.push((await inTenant((tx) => tx.conversation.create({ data: row }))).id);
    }
    const [from = '', into = ''] = conversations;
    const set = (conversationId: string, variables: FlowObject, who = tenant) =>
      setConversationVariables(harness.deps, who.ctx, { conversationId, set: variables });
    expect(await set(from, { pedido: 7, passo: 'a' })).toMatchObject({ changed: ['pedido', 'passo'] });
    expect((await set(from, { pedido: 7 })).changed).toEqual([]);
    await set(into, { passo: 'b' });
    await expect(set(from, { x: 1 }, stranger)).rejects.toThrow('not found');

    const { body: merge } = await tenant.post(`/api/v1/contacts/${gone}/merge`, { into: left });
    expect((await set(from, { novo: true })).variables).toEqual({ pedido: 7, passo: 'b', novo: true });
    await tenant.post(`/api/v1/contacts/merges/${merge.mergeId}/undo`);
    expect((await set(from, {})).variables).toEqual({ pedido: 7, passo: 'a' });
    expect((await set(into, {})).variables).toEqual({ passo: 'b', novo: true });
  });
});
