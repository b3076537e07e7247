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

const instances = '/api/v1/whatsapp/instances';
const rowOf = (id: string) =>
  harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) => tx.channel.findUniqueOrThrow({ where: { id } }));

describe('a WhatsApp number', () => {
  it('is registered, paired by its code, seen as connected, and removed', async () => {
    const created = await tenant.post(instances, { name: 'Recepção' });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({ name: 'Recepção', status: 'created', phone: null });
    const { id } = created.body;

    const code = await tenant.get(`${instances}/${id}/qrcode`);
    expect(code.body).toMatchObject({
      qrcode: expect.stringMatching(/^data:image\/png;base64,/),
      code: expect.stringMatching(/^2@/),
      pairingCode: null,
    });
    expect(Date.parse(code.body.expiresAt)).toBeGreaterThan(Date.now());
    expect((await tenant.get(`${instances}/${id}/status`)).body.status).toBe('connecting');

    await harness.phone.scan((await rowOf(id)).instanceName);
    await eventually(async () => {
      const { body } = await tenant.get(`${instances}/${id}/status`);
      expect(body).toMatchObject({
        status: 'open',
        profileName: 'Loja',
        phone: expect.stringMatching(/^5541/),
      });
    });
    const again = await tenant.get(`${instances}/${id}/qrcode`);
    expect([again.status, again.body.code]).toEqual([409, 'channel_already_connected']);
    expect((await tenant.get(instances)).body.items).toHaveLength(1);

    expect((await tenant.delete(`${instances}/${id}`)).status).toBe(204);
    expect((await tenant.get(instances)).body.items).toEqual([]);
    expect((await tenant.get(`${instances}/${id}/status`)).status).toBe(404);
    expect((await tenant.delete(`${instances}/${id}`)).status).toBe(404);
  });

  it('is paired by a code in letters, for who has only one phone', async () => {
    const { body } = await tenant.post(instances, { name: 'Um telefone só' });
    const picture = await tenant.get(`${instances}/${body.id}/qrcode`);
    expect(picture.body.pairingCode).toBeNull();
    const wanted = await tenant.get(`${instances}/${body.id}/qrcode?number=%2B55%2041%2098811-0002`);
    expect(wanted.body.pairingCode).toMatch(/^[A-Z0-9-]{8,9}$/);
    const again = await tenant.get(`${instances}/${body.id}/qrcode?number=41988110002`);
    expect(again.body.pairingCode).toBe(wanted.body.pairingCode);
    expect((await tenant.get(`${instances}/${body.id}/qrcode?number=abc`)).status).toBe(400);
  });

  it('gives the same code until it expires', async () => {
    const { body } = await tenant.post(instances, { name: 'Mesma' });
    const first = await tenant.get(`${instances}/${body.id}/qrcode`);
    const second = await tenant.get(`${instances}/${body.id}/qrcode`);
    expect(second.body.code).toBe(first.body.code);
  });

  it('is seen as disconnected when the phone unpairs it', async () => {
    const { channelId, instance } = await tenant.connectNumber(harness.phone);
    await harness.phone.unpair(instance);
    await eventually(async () => {
      expect((await rowOf(channelId)).status).toBe('close');
    });
    expect((await tenant.get(`${instances}/${channelId}/status`)).body).toMatchObject({ status: 'close' });
  });

  it('keeps its last known state while Evolution does not answer', async () => {
    const { channelId } = await tenant.connectNumber(harness.phone);
    await harness.phone.fault({ target: 'evolution.*', kind: 'status', status: 502 });
    expect((await tenant.get(`${instances}/${channelId}/status`)).body.status).toBe('open');
  });

  it('is not registered at all when Evolution refuses it', async () => {
    const before = (await tenant.get(instances)).body.items.length;
    await harness.phone.fault({ target: 'evolution.*', kind: 'status', status: 500 });
    const answer = await tenant.post(instances, { name: 'Nunca' });
    expect([answer.status, answer.body.code]).toEqual([503, 'provider_unavailable']);
    await harness.phone.heal();
    expect((await tenant.get(instances)).body.items).toHaveLength(before);
  });

  it('keeps its secrets sealed, and out of every answer', async () => {
    const { channelId } = await tenant.connectNumber(harness.phone);
    const row = await rowOf(channelId);
    const open = (column: string, value: string) =>
      harness.deps.secrets.open({ tenantId: tenant.ctx.tenantId, column: `channels.${column}` }, value);
    const secrets = [
      open('token', row.token),
      open('webhook_secret', row.webhookSecret),
      open('webhook_key', row.webhookKey),
    ];
    const answers = JSON.stringify([
      await tenant.get(instances),
      await tenant.get(`${instances}/${channelId}/status`),
    ]);
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(20);
      expect(JSON.stringify(row)).not.toContain(secret);
      expect(answers).not.toContain(secret);
    }
  });

  it.each([
    [{}],
    [{ name: '' }],
    [{ name: ' '.repeat(5) }],
    [{ name: 'x'.repeat(81) }],
    [{ name: 'a', token: 'b' }],
  ])('is not registered as %j', async (body) => {
    expect((await tenant.post(instances, body)).status).toBe(400);
  });
});
