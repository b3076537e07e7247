import { createHmac } from 'node:crypto';
import { CHATWOOT_PATH, ChatwootClinic } from '../../tests/support/chatwoot-clinic';
import type { TestTenant } from '../../tests/support/test-tenant';

let clinic: ChatwootClinic;
beforeAll(async () => {
  clinic = await ChatwootClinic.start();
}, 60_000);
afterEach(() => clinic.harness.phone.heal());
afterAll(() => clinic.harness.close());

describe('POST /webhooks/chatwoot/:key', () => {
  const event = { event: 'conversation_updated', id: 1 };

  async function addressOf(who: TestTenant): Promise<{ url: string; secret: string }> {
    const { tenantId } = who.ctx;
    const row = await clinic.harness.deps.db.withTenant(tenantId, (tx) =>
      tx.chatwootConnection.findUniqueOrThrow({ where: { tenantId } }),
    );
    const open = (column: string, sealed: string) =>
      clinic.harness.deps.secrets.open({ tenantId, column: `chatwoot_connections.${column}` }, sealed);
    return {
      url: `${clinic.harness.url}/webhooks/chatwoot/${open('webhook_key', row.webhookKey)}`,
      secret: row.webhookSecret === null ? '' : open('webhook_secret', row.webhookSecret),
    };
  }

  async function post(url: string, body: string, signed?: { secret: string; at?: number; over?: string }) {
    const at = String(signed?.at ?? Math.floor(Date.now() / 1_000));
    const signature = createHmac('sha256', signed?.secret ?? '')
      .update(`${at}.${signed?.over ?? body}`)
      .digest('hex');
    const headers = { 'x-chatwoot-timestamp': at, 'x-chatwoot-signature': `sha256=${signature}` };
    const response = await fetch(url, { method: 'POST', body, ...(signed === undefined ? {} : { headers }) });
    return { status: response.status, body: (await response.json()) as { code?: string; heard?: boolean } };
  }

  it('takes what is signed, and nothing else', async () => {
    const { url, secret } = await addressOf(clinic.tenant);
    const body = JSON.stringify({ ...event, id: 999_999 });
    expect(await post(url, body, { secret })).toEqual({ status: 200, body: { heard: false } });
    expect((await post(url, body)).status).toBe(401);
    expect((await post(url, body, { secret: 'another' })).status).toBe(401);
    expect((await post(url, body, { secret, over: 'another body' })).status).toBe(401);
    expect((await post(url, body, { secret, at: Math.floor(Date.now() / 1_000) - 301 })).status).toBe(401);
    expect((await post(`${clinic.harness.url}/webhooks/chatwoot/unknown`, body, { secret })).status).toBe(
      404,
    );
    expect((await post(url, '{"event":', { secret })).body.code).toBe('malformed_json');
    expect((await post(url, '[]', { secret })).status).toBe(400);
    expect(await post(url, '{"event":"inbox_created","id":1}', { secret })).toMatchObject({ status: 200 });
  });

  it("hears nothing of another tenant's conversation, and refuses another tenant's secret", async () => {
    const { id } = await clinic.answered();
    const other = await clinic.harness.tenant();
    await clinic.connect(other);
    const theirs = await addressOf(other);
    const mine = await addressOf(clinic.tenant);
    const body = JSON.stringify({ ...event, id });
    expect((await post(theirs.url, body, theirs)).body).toEqual({ heard: false });
    expect((await post(mine.url, body, mine)).body).toEqual({ heard: true });
    expect((await post(mine.url, body, theirs)).status).toBe(401);
  });

  it('hears an old Chatwoot, which does not sign, by the key alone', async () => {
    await clinic.screen.settings({ signs: false });
    try {
      const other = await clinic.harness.tenant();
      await clinic.connect(other);
      expect((await other.get(CHATWOOT_PATH)).body.connection.signed).toBe(false);
      const { url } = await addressOf(other);
      expect((await post(url, JSON.stringify(event))).status).toBe(200);
    } finally {
      await clinic.screen.settings({ signs: true });
    }
  });
});
