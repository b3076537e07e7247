import { newId } from '../../../config/new-id';
import { type Harness, startHarness } from '../../../tests/support/harness';
import type { TestTenant } from '../../../tests/support/test-tenant';
import { ingestMessage } from '../../../services/conversation/ingest-message';
import { Phone } from '../../../tests/support/phone';

const MINUTE = 60_000;

let harness: Harness;
let tenant: TestTenant;
let other: TestTenant;
let operator: TestTenant;
let stuck: { mine: string; theirs: string };

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  [tenant, other] = [await harness.tenant(), await harness.tenant()];
  operator = await harness.tenant({ role: 'SUPER_ADMIN' });
  stuck = { mine: await waiting(tenant, 30 * MINUTE), theirs: await waiting(other, 60 * MINUTE) };
  await waiting(tenant, MINUTE);
  const answered = await waiting(tenant, 30 * MINUTE);
  await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
    tx.conversation.update({ where: { id: answered }, data: { answeredSeq: 1 } }),
  );
}, 60_000);
afterAll(() => harness.close());

/** A conversation in which a customer has waited for that long. */
async function waiting(who: TestTenant, ageMs: number): Promise<string> {
  const { tenantId } = who.ctx;
  const { deps } = harness;
  const channel = await deps.db.withTenant(tenantId, (tx) =>
    tx.channel.create({
      data: {
        tenantId,
        kind: 'evolution',
        name: 'Recepção',
        instanceName: newId(),
        webhookKeyHash: newId(),
        webhookKey: '',
        webhookSecret: '',
        token: '',
      },
    }),
  );
  const number = Phone.number();
  const stored = await ingestMessage(deps, channel, {
    providerMessageId: newId(),
    address: `${number}@s.whatsapp.net`,
    identities: [{ kind: 'phone', value: number }],
    name: 'Marina',
    kind: 'text',
    text: 'Segredo do cliente',
    payload: null,
    sentAt: new Date(),
  });
  await deps.db.withTenant(tenantId, (tx) =>
    tx.message.updateMany({
      where: { id: stored?.messageId ?? '' },
      data: { createdAt: new Date(Date.now() - ageMs) },
    }),
  );
  return stored?.conversationId ?? '';
}

const idsIn = (body: { items: { conversationId: string }[] }) =>
  body.items.map((item) => item.conversationId);

describe('stuck conversations', () => {
  it('are those whose oldest unanswered message is older than the setting, the tenant’s own', async () => {
    const { status, body } = await tenant.get('/api/v1/conversations/stuck');
    expect([status, body.olderThanMs]).toEqual([200, 15 * MINUTE]);
    expect(idsIn(body)).toEqual([stuck.mine]);
    expect(body.items[0]).toMatchObject({
      workflowId: `conversation:${tenant.ctx.tenantId}:${stuck.mine}`,
      state: 'IA_ATIVA',
      accepted: false,
    });
    expect(body.items[0].ageMs).toBeGreaterThanOrEqual(30 * MINUTE);
  });

  it('by another age', async () => {
    expect(idsIn((await tenant.get('/api/v1/conversations/stuck?olderThanMs=1000')).body)).toHaveLength(2);
    expect(idsIn((await tenant.get(`/api/v1/conversations/stuck?olderThanMs=${40 * MINUTE}`)).body)).toEqual(
      [],
    );
  });

  it('of all tenants are the operators’ alone, oldest first, without a word, name or number', async () => {
    const { body } = await operator.get(
      `/api/v1/admin/conversations/stuck?olderThanMs=${20 * MINUTE}&limit=500`,
    );
    const found = idsIn(body).filter((id) => Object.values(stuck).includes(id));
    expect(found).toEqual([stuck.theirs, stuck.mine]);
    expect(JSON.stringify(body)).not.toMatch(/Segredo|Marina|5541/);
    for (const who of [tenant, other]) {
      const refused = await who.get('/api/v1/admin/conversations/stuck');
      expect([refused.status, refused.body.code]).toEqual([403, 'role_forbidden']);
    }
  });
});
