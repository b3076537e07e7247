import { newId } from '../../config/new-id';
import { type Harness, startHarness } from '../../tests/support/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
}, 60_000);
afterAll(() => harness.close());

const callOf = (token: string, path = '') =>
  fetch(`${harness.url}/webhooks/flows/${token}${path}`, { method: 'POST', body: '{}' });

describe('the address of an automation', () => {
  it('is called 600 times a minute at most (S1.58), its test address with it; another is not touched', async () => {
    const token = newId();
    for (let round = 0; round < 12; round += 1) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => callOf(token)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    }
    const refused = await callOf(token);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: 'too_many_attempts' });
    expect((await callOf(token, '/test')).status).toBe(429);
    expect((await callOf(newId())).status).toBe(404);
  });
});
