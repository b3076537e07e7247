import { newId } from '../../../config/new-id';
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

const items = async (path: string, who = tenant) => (await who.get(path)).body.items;

describe('the people of an account', () => {
  it('are listed by name, and no others', async () => {
    expect(await items('/api/v1/users', ana)).toEqual([
      { id: ana.ctx.userId, name: 'Ana', email: ana.options.email, role: 'ORG_AGENT' },
      { id: tenant.ctx.userId, name: 'Rafa', email: tenant.options.email, role: 'ORG_ADMIN' },
    ]);
  });
});

describe('a team', () => {
  it('is made, changed and removed', async () => {
    const made = await tenant.post('/api/v1/teams', {
      name: ' Vendas ',
      memberIds: [ana.ctx.userId, ana.ctx.userId],
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: 'Vendas', members: [{ id: ana.ctx.userId, name: 'Ana' }] });
    const path = `/api/v1/teams/${made.body.id}`;
    const changed = await tenant.put(path, { name: 'Suporte', memberIds: [tenant.ctx.userId] });
    expect(changed.body).toMatchObject({ name: 'Suporte', members: [{ name: 'Rafa' }] });
    expect(await items('/api/v1/teams', ana)).toEqual([changed.body]);
    expect((await tenant.delete(path)).status).toBe(204);
    expect(await items('/api/v1/teams')).toEqual([]);
  });

  it('has a name of its own, and people of its account', async () => {
    const body = { name: 'Recepção', memberIds: [] };
    const { id } = (await tenant.post('/api/v1/teams', body)).body;
    const again = await tenant.post('/api/v1/teams', body);
    expect([again.status, again.body.code]).toEqual([409, 'name_taken']);
    const foreign = { name: 'Outra', memberIds: [stranger.ctx.userId] };
    expect((await tenant.post('/api/v1/teams', foreign)).status).toBe(404);
    expect((await tenant.put(`/api/v1/teams/${id}`, foreign)).status).toBe(404);
    expect(await items('/api/v1/teams')).toMatchObject([{ name: 'Recepção' }]);
    // Another tenant may use the name.
    expect((await stranger.post('/api/v1/teams', body)).status).toBe(201);
  });

  it('is another tenant’s: 404; for an attendant to change: 403', async () => {
    const [{ id }] = await items('/api/v1/teams');
    const body = { name: 'Minha', memberIds: [] };
    expect((await stranger.put(`/api/v1/teams/${id}`, body)).status).toBe(404);
    expect((await stranger.delete(`/api/v1/teams/${id}`)).status).toBe(404);
    expect((await ana.post('/api/v1/teams', body)).status).toBe(403);
    expect((await ana.delete(`/api/v1/teams/${id}`)).status).toBe(403);
    expect((await tenant.post('/api/v1/teams', { name: '', memberIds: [] })).status).toBe(400);
  });
});

describe('an agent', () => {
  it('is there from the start, and speaks as the settings say', async () => {
    const [agent] = await items('/api/v1/agents');
    expect(agent).toMatchObject({
      name: 'Assistente',
      tone: 'casual',
      isDefault: true,
      confidenceThreshold: 0.5,
    });
    const change = { name: 'Aurora', tone: 'formal', instructions: 'Seja breve.', confidenceThreshold: 0.7 };
    expect((await tenant.put(`/api/v1/agents/${agent.id}`, change)).body).toMatchObject(change);
    expect((await tenant.get('/api/v1/config')).body).toMatchObject({
      tone: 'formal',
      confidenceThreshold: 0.7,
    });
    await tenant.configure({ confidenceThreshold: 0.6 });
    expect(await items('/api/v1/agents')).toMatchObject([{ name: 'Aurora', confidenceThreshold: 0.6 }]);
    const refused = await tenant.delete(`/api/v1/agents/${agent.id}`);
    expect([refused.status, refused.body.code]).toEqual([409, 'default_agent']);
  });

  it('is made beside it, changed and removed', async () => {
    const made = await tenant.post('/api/v1/agents', { name: 'Exames', tone: 'technical' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ instructions: '', confidenceThreshold: null, isDefault: false });
    const path = `/api/v1/agents/${made.body.id}`;
    const again = await tenant.post('/api/v1/agents', { name: 'Exames', tone: 'casual' });
    expect([again.status, again.body.code]).toEqual([409, 'name_taken']);
    const change = { name: 'Exames', tone: 'technical', confidenceThreshold: 0.9 };
    expect((await tenant.put(path, change)).body.confidenceThreshold).toBe(0.9);
    expect((await tenant.get('/api/v1/config')).body.confidenceThreshold).toBe(0.6);
    expect((await stranger.put(path, change)).status).toBe(404);
    expect((await stranger.delete(path)).status).toBe(404);
    expect((await ana.put(path, change)).status).toBe(403);
    expect((await tenant.put(path, { ...change, tone: 'rude' })).status).toBe(400);
    expect((await tenant.delete(path)).status).toBe(204);
    expect(await items('/api/v1/agents')).toHaveLength(1);
  });
});

describe('a colleague’s number', () => {
  it('that is nobody’s, or another tenant’s: 404', async () => {
    expect((await tenant.delete(`/api/v1/internal-contacts/${newId()}`)).status).toBe(404);
    const contact = await stranger.options.deps.db.withTenant(stranger.ctx.tenantId, (tx) =>
      tx.contact.create({ data: { tenantId: stranger.ctx.tenantId, internal: true } }),
    );
    expect((await tenant.delete(`/api/v1/internal-contacts/${contact.id}`)).status).toBe(404);
    expect(await items('/api/v1/internal-contacts')).toEqual([]);
    expect(await items('/api/v1/internal-contacts', stranger)).toHaveLength(1);
  });
});
