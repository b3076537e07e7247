import { type Harness, startHarness } from '../../../tests/support/harness';
import type { TestTenant } from '../../../tests/support/test-tenant';

let harness: Harness;
let admin: TestTenant;
beforeAll(async () => {
  harness = await startHarness({ workers: false });
  admin = await harness.tenant();
}, 60_000);
afterAll(() => harness.close());

const ME = '/api/v1/organizations/me';

describe('the language of a business', () => {
  it('is Portuguese at first, and what an admin chooses', async () => {
    expect((await admin.get(ME)).body).toEqual({
      id: admin.ctx.tenantId,
      name: expect.any(String),
      status: 'active',
      locale: 'pt-BR',
      timeZone: 'America/Sao_Paulo',
    });
    const other = await harness.tenant();
    for (const locale of ['es', 'en', 'en']) {
      expect((await admin.patch(ME, { locale })).body.locale).toBe(locale);
      expect((await admin.get(ME)).body.locale).toBe(locale);
      expect((await admin.get('/api/v1/me')).body.tenant.locale).toBe(locale);
    }
    expect((await other.get(ME)).body.locale).toBe('pt-BR');
  });

  it('is read by everybody who works there, and changed by admins alone', async () => {
    const { locale } = (await admin.get(ME)).body;
    for (const role of ['ORG_AGENT', 'ORG_MANAGER'] as const) {
      const colleague = await admin.colleague('Ana', role);
      expect((await colleague.get(ME)).status).toBe(200);
      expect((await colleague.patch(ME, { locale: 'es' })).status).toBe(403);
    }
    expect((await admin.get(ME)).body.locale).toBe(locale);
  });

  it.each([[{ locale: 'fr' }], [{ locale: 'EN' }], [{}], [{ locale: 'es', name: 'Outra' }]])(
    'is not %j',
    async (body) => {
      const before = (await admin.get(ME)).body;
      const answer = await admin.patch(ME, body);
      expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
      expect((await admin.get(ME)).body).toEqual(before);
    },
  );

  it('set as a wider one elsewhere is read as the nearest', async () => {
    await harness.deps.db.withTenant(admin.ctx.tenantId, (tx) =>
      tx.tenant.update({ where: { id: admin.ctx.tenantId }, data: { locale: 'es-MX' } }),
    );
    expect((await admin.get(ME)).body.locale).toBe('es');
  });
});
