import { type Harness, startHarness } from '../../../tests/support/harness';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ workers: false });
}, 60_000);
afterAll(() => harness.close());

describe('GET /api/v1/about', () => {
  it('tells the version, and nobody to write to when nobody is set', async () => {
    const tenant = await harness.tenant({ role: 'ORG_AGENT' });
    const { status, body } = await tenant.get('/api/v1/about');
    expect(status).toBe(200);
    expect(body).toEqual({
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      support: { email: null, url: null },
    });
  });

  it('is for who is signed in', async () => {
    const response = await fetch(`${harness.url}/api/v1/about`);
    expect(response.status).toBe(401);
  });
});
