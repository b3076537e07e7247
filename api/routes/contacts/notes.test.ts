import { newId } from '../../../config/new-id';
import type { FlowObject } from '../../../domain/flow/runtime/value';
import { setContactFields } from '../../../services/contact/contact-fields';
import { addTagsByName } from '../../../services/contact/contact-tags';
import { type Harness, startHarness } from '../../../tests/support/harness';
import type { TestTenant } from '../../../tests/support/test-tenant';

let harness: Harness;
let tenant: TestTenant;
let ana: TestTenant;
let stranger: TestTenant;

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  ana = await tenant.colleague('Ana');
  stranger = await harness.tenant();
}, 60_000);
afterAll(() => harness.close());

async function contact(fields: FlowObject = {}): Promise<string> {
  const { tenantId } = tenant.ctx;
  return harness.deps.db.withTenant(tenantId, async (tx) => {
    const { id } = await tx.contact.create({ data: { tenantId, name: 'Bia', fields } });
    return id;
  });
}
let made = 0;
const tag = async (who = tenant): Promise<string> =>
  (await who.post('/api/v1/tags', { name: `marca ${(made += 1)}` })).body.id;
const view = async (id: string) => (await tenant.get(`/api/v1/contacts/${id}`)).body;
const tagsOf = async (id: string) => (await view(id)).tags.map((each: { id: string }) => each.id).toSorted();
const patch = (what: 'tags' | 'fields', id: string, body: unknown, who = tenant) =>
  who.patch(`/api/v1/contacts/${id}/${what}`, body);
const put = (what: 'tags' | 'fields', id: string, body: unknown) =>
  tenant.put(`/api/v1/contacts/${id}/${what}`, body);
/** As a run of an automation does. */
const byFlow = (contactId: string, set: FlowObject) =>
  setContactFields(harness.deps, tenant.ctx, { contactId, set });

describe('a part of a contact that is changed', () => {
  it('leaves the rest as it is, and says what stands', async () => {
    const id = await contact({ plano: 'ouro', cidade: 'BH' });
    const [one, two] = [await tag(), await tag()];
    expect((await patch('tags', id, { add: [one] }, ana)).body.items).toMatchObject([{ id: one }]);
    await patch('tags', id, { add: [two] });
    expect(await tagsOf(id)).toEqual([one, two].toSorted());
    expect((await patch('tags', id, { remove: [one] })).body).toMatchObject({ items: [{ id: two }] });
    const answer = await patch('fields', id, { set: { plano: 'prata', cidade: null, idade: 41 } }, ana);
    expect(answer.body.fields).toEqual({ plano: 'prata', idade: 41 });
    expect(answer.body.revision).toBe((await view(id)).revision);
  });

  it('at once by many is lost by nobody', async () => {
    const id = await contact({ plano: 'ouro' });
    const tags = await Promise.all(Array.from({ length: 6 }, () => tag()));
    const answers = await Promise.all(
      tags.flatMap((each, at) => [
        patch('tags', id, { add: [each] }, at % 2 === 0 ? ana : tenant),
        patch('fields', id, { set: { [`campo_${at}`]: at }, seen: { [`campo_${at}`]: null } }),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(await tagsOf(id)).toEqual(tags.toSorted());
    expect(Object.keys((await view(id)).fields)).toHaveLength(7);
  });

  it('that somebody else has changed meanwhile is refused, and nothing of it saved', async () => {
    const id = await contact({ plano: 'ouro', cidade: 'BH' });
    await byFlow(id, { plano: 'prata' });
    const seen = { plano: 'ouro', cidade: 'BH', idade: null };
    const late = await patch('fields', id, { set: { plano: 'bronze', cidade: 'SP', idade: 41 }, seen }, ana);
    expect([late.status, late.body.code]).toEqual([409, 'contact_changed']);
    expect(late.body.current).toEqual({ revision: (await view(id)).revision, fields: ['plano'] });
    expect((await view(id)).fields).toEqual({ plano: 'prata', cidade: 'BH' });
    // What the other has not touched, and what both want alike.
    expect((await patch('fields', id, { set: { cidade: 'SP', plano: 'prata' }, seen })).status).toBe(200);
  });

  it('the same by two at once is told to one of them', async () => {
    const id = await contact({ plano: 'ouro' });
    const writes = ['a', 'b', 'c'].map((plano) =>
      patch('fields', id, { set: { plano }, seen: { plano: 'ouro' } }),
    );
    const answers = await Promise.all(writes);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
    const kept = answers.find(({ status }) => status === 200)?.body.fields;
    expect((await view(id)).fields).toEqual(kept);
  });

  it('is wrong where it contradicts itself, and another tenant’s is not there', async () => {
    const [id, mine, theirs] = [await contact({ plano: 'ouro' }), await tag(), await tag(stranger)];
    expect((await patch('tags', id, { add: [mine], remove: [mine] })).status).toBe(400);
    expect((await patch('tags', id, { tagIds: [mine] })).status).toBe(400);
    expect((await patch('fields', id, { set: { Nome: 1 } })).status).toBe(400);
    expect((await patch('fields', id, {})).status).toBe(400);
    expect((await patch('tags', id, { add: [theirs] })).status).toBe(404);
    expect((await patch('tags', id, { remove: [] }, stranger)).status).toBe(404);
    expect((await patch('fields', id, { set: { plano: 'x' } }, stranger)).status).toBe(404);
    expect((await patch('fields', newId(), { set: {} })).status).toBe(404);
    expect(await view(id)).toMatchObject({ tags: [], fields: { plano: 'ouro' }, revision: 1 });
  });
});

describe('a contact’s revision', () => {
  it('is raised by every change of tags and fields, and by nothing else', async () => {
    const id = await contact();
    const revision = async () => (await view(id)).revision as number;
    const mark = await tag();
    const steps: (() => Promise<unknown>)[] = [
      () => patch('fields', id, { set: { plano: 'ouro' } }),
      () => byFlow(id, { plano: 'prata' }),
      () => patch('tags', id, { add: [mark] }),
      () => patch('tags', id, { remove: [mark] }),
      () =>
        addTagsByName(harness.deps, tenant.ctx, {
          contactId: id,
          names: ['Da automação'],
          by: { type: 'run', runId: newId() },
        }),
    ];
    for (const step of steps) {
      const before = await revision();
      await step();
      const after = await revision();
      expect(after).toBeGreaterThan(before);
      // Said again, it changes nothing.
      await step();
      expect(await revision()).toBe(after);
    }
    const before = await revision();
    const { tenantId } = tenant.ctx;
    await harness.deps.db.withTenant(tenantId, (tx) =>
      tx.contact.update({ where: { id }, data: { name: 'Beatriz', fields: { plano: 'prata' } } }),
    );
    await patch('tags', id, { remove: [mark] });
    expect(await revision()).toBe(before);
  });

  it('guards who gives a whole set: what came since is not taken away unseen', async () => {
    const id = await contact({ plano: 'ouro' });
    const mark = await tag();
    const { revision } = await view(id);
    await byFlow(id, { idade: 41 });
    const fields = await put('fields', id, { fields: { plano: 'prata' }, revision });
    expect([fields.status, fields.body.code]).toEqual([409, 'contact_changed']);
    expect((await put('tags', id, { tagIds: [mark], revision })).status).toBe(409);
    expect(await view(id)).toMatchObject({ tags: [], fields: { plano: 'ouro', idade: 41 } });

    const known = fields.body.current.revision as number;
    const both = [[mark], [await tag()]].map((tagIds) => put('tags', id, { tagIds, revision: known }));
    expect((await Promise.all(both)).map(({ status }) => status).toSorted()).toEqual([200, 409]);
    // Without it, the order is what it says.
    expect((await put('tags', id, { tagIds: [] })).body).toMatchObject({ items: [] });
  });

  it('says nothing of whom a contact was merged into', async () => {
    const [gone, left] = [await contact(), await contact()];
    const { revision } = await view(gone);
    expect((await view(left)).revision).toBe(revision);
    await tenant.post(`/api/v1/contacts/${gone}/merge`, { into: left });
    expect((await put('fields', gone, { fields: {}, revision })).status).toBe(409);
  });

  it('is not in the way of removing a tag that many have', async () => {
    const [id, mark] = [await contact(), await tag()];
    await patch('tags', id, { add: [mark] });
    expect((await tenant.delete(`/api/v1/tags/${mark}`)).status).toBe(204);
    expect(await tagsOf(id)).toEqual([]);
  });
});
