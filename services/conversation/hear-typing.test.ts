import { newId } from '../../config/new-id';
import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import type { TestTenant } from '../../tests/support/test-tenant';
import { createHearTyping, type HearTyping } from './hear-typing';
import { ingestMessage } from './ingest-message';

let harness: Harness;
let tenant: TestTenant;
let channel: { id: string; tenantId: string };

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  const { channelId } = await tenant.connectNumber(harness.phone);
  channel = { id: channelId, tenantId: tenant.ctx.tenantId };
}, 60_000);
afterAll(() => harness.close());

/** What one process hears, what it tells workflows, and how often it asks the database. */
function ears(): HearTyping & {
  told: { conversationId: string; typing: boolean }[];
  looks: () => number;
} {
  const told: { conversationId: string; typing: boolean }[] = [];
  let looks = 0;
  const { deps } = harness;
  const typing = createHearTyping({
    ...deps,
    db: {
      ...deps.db,
      call: (name, args) => {
        looks += 1;
        return deps.db.call(name, args);
      },
    },
    workflows: {
      ...deps.workflows,
      customerTyping: ({ conversationId }, { typing }) => {
        told.push({ conversationId, typing });
        return Promise.resolve();
      },
    },
  });
  return { ...typing, told, looks: () => looks };
}

async function customerWhoWaits() {
  const number = Phone.number();
  const stored = await ingestMessage(harness.deps, channel, {
    providerMessageId: newId(),
    address: `${number}@s.whatsapp.net`,
    identities: [{ kind: 'phone', value: number }],
    name: 'Ana',
    kind: 'text',
    text: 'Oi',
    payload: null,
    sentAt: new Date(),
  });
  return {
    identity: { kind: 'phone' as const, value: number },
    conversationId: stored?.conversationId ?? '',
  };
}

describe('hearTyping (F7)', () => {
  it('tells the workflow of a customer who waits for an answer, once within seconds, and when they stop', async () => {
    const { identity, conversationId } = await customerWhoWaits();
    const { hear, told, looks } = ears();
    await Promise.all(Array.from({ length: 20 }, () => hear(channel, { identity, typing: true })));
    expect(told).toEqual([{ conversationId, typing: true }]);
    expect(looks()).toBe(1);
    await hear(channel, { identity, typing: false });
    await hear(channel, { identity, typing: false });
    expect(told).toEqual([
      { conversationId, typing: true },
      { conversationId, typing: false },
    ]);
  });

  it('takes typing after a message for news, and finds who waits since that message', async () => {
    const { identity, conversationId } = await customerWhoWaits();
    const { hear, wrote, told } = ears();
    await hear(channel, { identity, typing: true });
    wrote(channel, [identity]);
    await hear(channel, { identity, typing: true });
    expect(told).toEqual(Array(2).fill({ conversationId, typing: true }));
  });

  it('tells nobody of somebody who waits for nothing', async () => {
    const { identity, conversationId } = await customerWhoWaits();
    await harness.deps.db.withTenant(channel.tenantId, (tx) =>
      tx.conversation.update({ where: { id: conversationId }, data: { state: 'HUMANO_RESPONDEU' } }),
    );
    const { hear, told } = ears();
    await hear(channel, { identity, typing: true });
    await hear(channel, { identity: { kind: 'phone', value: Phone.number() }, typing: true });
    await hear(channel, { identity, typing: false });
    expect(told).toEqual([]);
  });

  it('does not look into another tenant', async () => {
    const { identity } = await customerWhoWaits();
    const other = await harness.tenant();
    const { hear, told } = ears();
    await hear({ ...channel, tenantId: other.ctx.tenantId }, { identity, typing: true });
    expect(told).toEqual([]);
  });

  it('tells nobody where typing is not waited for', async () => {
    const { identity } = await customerWhoWaits();
    await tenant.configure({ pace: { customerTypingMaxMs: 0 } });
    const { hear, told } = ears();
    await hear(channel, { identity, typing: true });
    await tenant.configure({ pace: { customerTypingMaxMs: 15_000 } });
    expect(told).toEqual([]);
  });
});
