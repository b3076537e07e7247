import { DEFAULT_PACE } from '../../../domain/conversation/pace';
import { type Harness, startHarness } from '../../../tests/support/harness';
import type { TestTenant } from '../../../tests/support/test-tenant';

let harness: Harness;
let tenant: TestTenant;
beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
}, 60_000);
afterAll(() => harness.close());

const config = async () => (await tenant.get('/api/v1/config')).body;

describe('the pace of a tenant’s AI', () => {
  it('is changed with the other settings, and stays when it is left out', async () => {
    const before = await config();
    const pace = {
      charactersPerSecond: 25,
      pauseMaxMs: 4_000,
      customerTypingMaxMs: 9_000,
      sendPerMinute: 30,
      sendBurst: 5,
    };
    expect((await tenant.put('/api/v1/config', { ...before, pace })).body.pace).toEqual(pace);
    const withoutPace = { ...before, pace: undefined };
    expect((await tenant.put('/api/v1/config', withoutPace)).status).toBe(200);
    expect((await config()).pace).toEqual(pace);
  });

  it.each([
    ['sendPerMinute', -1],
    ['sendBurst', 0],
    ['pauseMaxMs', 30_001],
    ['customerTypingMaxMs', 1.5],
    ['charactersPerSecond', '40'],
  ])('refuses %s %p, and changes nothing', async (name, value) => {
    const before = await config();
    const answer = await tenant.put('/api/v1/config', { ...before, pace: { ...before.pace, [name]: value } });
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toContain(name);
    expect(await config()).toEqual(before);
  });

  it('begins as a person would type, within what a number may send', async () => {
    const fresh = await harness.deps.db.withTenant(
      tenant.ctx.tenantId,
      (tx) =>
        tx.$queryRaw<{ column_name: string; column_default: string }[]>`
        SELECT column_name, column_default FROM information_schema.columns
         WHERE table_name = 'bot_configs' AND column_default IS NOT NULL`,
    );
    expect(Object.fromEntries(fresh.map((row) => [row.column_name, row.column_default]))).toMatchObject({
      typing_characters_per_second: String(DEFAULT_PACE.charactersPerSecond),
      typing_pause_max_ms: String(DEFAULT_PACE.pauseMaxMs),
      customer_typing_max_ms: String(DEFAULT_PACE.customerTypingMaxMs),
      send_per_minute: String(DEFAULT_PACE.sendPerMinute),
      send_burst: String(DEFAULT_PACE.sendBurst),
    });
  });
});
