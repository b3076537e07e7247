import { type Harness, startHarness } from '../../../tests/support/harness';
import { eventually, type TestTenant } from '../../../tests/support/test-tenant';

let harness: Harness;
let tenant: TestTenant;
beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

const SUPPLIERS = { jid: '120363025550003@g.us', name: 'Fornecedores' };
const LEFT = '120363025559999@g.us';
const pathOf = (channelId: string) => `/api/v1/whatsapp/instances/${channelId}/groups`;

describe('the groups of a number', () => {
  it('are offered by name and size, and those allowed keep their names', async () => {
    const path = pathOf((await tenant.connectNumber(harness.phone)).channelId);
    const { available } = (await tenant.get(path)).body;
    expect(available).toContainEqual({ ...SUPPLIERS, members: 12 });
    const names = available.map(({ name }: { name: string }) => name);
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'pt-BR')));

    const saved = await tenant.put(path, { mode: 'mention', allowed: [SUPPLIERS.jid, LEFT] });
    // One that the number is not in bears its address.
    expect(saved.body.allowed).toEqual([SUPPLIERS, { jid: LEFT, name: LEFT }]);
    expect((await tenant.get(path)).body).toMatchObject({ mode: 'mention', allowed: saved.body.allowed });
  });

  it('are not known while the number is offline; allowed ones are, and addresses may be typed', async () => {
    const { channelId, instance } = await tenant.connectNumber(harness.phone);
    const path = pathOf(channelId);
    await tenant.put(path, { mode: 'off', allowed: [SUPPLIERS.jid] });
    await harness.phone.unpair(instance);
    await eventually(async () => {
      const status = await tenant.get(`/api/v1/whatsapp/instances/${channelId}/status`);
      expect(status.body.status).toBe('close');
    });
    expect((await tenant.get(path)).body).toEqual({ mode: 'off', allowed: [SUPPLIERS], available: null });
    const saved = await tenant.put(path, { mode: 'off', allowed: [SUPPLIERS.jid, LEFT] });
    expect(saved.body.allowed).toEqual([SUPPLIERS, { jid: LEFT, name: LEFT }]);
  });

  it('are not known while Evolution fails to say, or says something strange', async () => {
    const path = pathOf((await tenant.connectNumber(harness.phone)).channelId);
    for (const fault of [
      { kind: 'status', status: 500 },
      { kind: 'status', status: 200, body: { groups: 'none' } },
    ]) {
      await harness.phone.fault({ target: 'evolution.fetchAllGroups', ...fault });
      expect((await tenant.get(path)).body.available).toBeNull();
      await harness.phone.heal();
    }
    const body = [{ id: SUPPLIERS.jid, subject: ' ', size: 'many' }];
    await harness.phone.fault({ target: 'evolution.fetchAllGroups', kind: 'status', status: 200, body });
    expect((await tenant.get(path)).body.available).toEqual([
      { jid: SUPPLIERS.jid, name: SUPPLIERS.jid, members: null },
    ]);
  });

  it('are nobody else’s', async () => {
    const path = pathOf((await tenant.connectNumber(harness.phone)).channelId);
    const stranger = await harness.tenant();
    expect((await stranger.get(path)).status).toBe(404);
    expect((await stranger.put(path, { mode: 'off', allowed: [LEFT] })).status).toBe(404);
    expect((await tenant.get(path)).body.allowed).toEqual([]);
  });

  it.each([
    [{ mode: 'loud', allowed: [] }],
    [{ mode: 'off', allowed: ['5541@s.whatsapp.net'] }],
    [{ mode: 'off', allowed: Array.from({ length: 51 }, (_, index) => `12036302555${1000 + index}@g.us`) }],
    [{ mode: 'off' }],
  ])('are not saved as %j', async (body) => {
    const path = pathOf((await tenant.connectNumber(harness.phone)).channelId);
    expect((await tenant.put(path, body)).status).toBe(400);
  });
});
