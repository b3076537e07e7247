import { jest } from '@jest/globals';
import { newId } from '../../config/new-id';
import type { InboundMessage } from '../../domain/channel/inbound';
import { ErrorCode, ProviderUnavailableError } from '../../domain/errors';
import { createAcceptance } from '../../services/conversation/acceptance';
import { sweepFlowEvents } from '../../services/flow/sweep-flow-events';
import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { publishTrigger } from '../../tests/support/published-flow';
import type { TestTenant } from '../../tests/support/test-tenant';
import { createHandleInbound, type HandleInbound } from './handle-inbound';

let harness: Harness;
let tenant: TestTenant;
let channel: { id: string; tenantId: string };
let handle: HandleInbound;

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  handle = createHandleInbound(
    { ...harness.deps, embedQuestion: () => Promise.reject(new Error('nobody asks')) },
    createAcceptance(harness.deps),
  );
}, 60_000);
beforeEach(async () => {
  tenant = await harness.tenant();
  const { channelId } = await tenant.connectNumber(harness.phone);
  channel = { id: channelId, tenantId: tenant.ctx.tenantId };
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => harness.close());

const message = (number: string, more: Partial<InboundMessage> = {}): InboundMessage => ({
  providerMessageId: newId(),
  identities: [{ kind: 'phone', value: number }],
  name: 'Ana',
  address: `${number}@s.whatsapp.net`,
  kind: 'text',
  text: 'oi',
  payload: null,
  sentAt: new Date(),
  ...more,
});
const arrives = (number: string, more: Partial<InboundMessage> = {}) =>
  handle(channel, { type: 'customerMessage', message: message(number, more) });
const inTenant = <T>(work: Parameters<typeof harness.deps.db.withTenant<T>>[1]) =>
  harness.deps.db.withTenant(channel.tenantId, work);
const runs = () => inTenant((tx) => tx.flowRun.findMany({ orderBy: { startedAt: 'asc' } }));
const events = () => inTenant((tx) => tx.flowEvent.findMany());

describe('a contact made by a message', () => {
  it('begins what waits for new contacts before the webhook is answered, and once for each', async () => {
    const { flowId } = await publishTrigger(tenant, 'contact_created', { sources: ['message'] });
    const number = Phone.number();
    await arrives(number);
    const [conversation] = await tenant.conversations(`?q=${number}`);
    expect(await runs()).toMatchObject([
      { flowId, contactId: conversation?.contact.id, conversationId: conversation?.id },
    ]);
    expect((await runs())[0]?.payload).toEqual({ origem: 'message' });
    expect(await events()).toMatchObject([{ handledAt: expect.any(Date) }]);
    await arrives(number);
    await arrives(Phone.number());
    expect(await runs()).toHaveLength(2);
  });

  it('begins one run of ten deliveries of its first message, and of first messages under several names, at once', async () => {
    await publishTrigger(tenant, 'contact_created', {});
    const [number, other] = [Phone.number(), Phone.number()];
    const same = message(number);
    const names: InboundMessage['identities'] = [
      { kind: 'lid', value: newId() },
      { kind: 'phone', value: other },
    ];
    await Promise.all([
      ...Array.from({ length: 10 }, () => handle(channel, { type: 'customerMessage', message: same })),
      arrives(other, { identities: names }),
      arrives(other, { identities: names.toReversed() }),
      arrives(other),
    ]);
    expect(await runs()).toHaveLength(2);
    expect(await inTenant((tx) => tx.contact.count())).toBe(2);
    expect((await events()).filter(({ handledAt }) => handledAt === null)).toEqual([]);
  });

  it('may be one to whom the team wrote first, on the paired phone', async () => {
    await publishTrigger(tenant, 'contact_created', {});
    const number = Phone.number();
    await handle(channel, { type: 'ownMessage', message: message(number) });
    await arrives(number);
    expect(await runs()).toHaveLength(1);
  });

  it('is no matter of groups', async () => {
    await publishTrigger(tenant, 'contact_created', {});
    await arrives('', { identities: [{ kind: 'group', value: `${newId()}@g.us` }] });
    expect(await runs()).toEqual([]);
  });

  it('is left to the sweep when the engine was away, the message being stored and told of all the same', async () => {
    await publishTrigger(tenant, 'contact_created', {});
    const { workflows } = harness.deps;
    const away = new ProviderUnavailableError(ErrorCode.engine_unavailable, 'away');
    const start = jest.spyOn(workflows, 'startFlowRun').mockRejectedValue(away);
    await arrives(Phone.number());
    expect(start).toHaveBeenCalledTimes(1);
    expect(await events()).toMatchObject([{ handledAt: null }]);
    start.mockRestore();
    const old = new Date(Date.now() - 60_000);
    await inTenant((tx) => tx.flowEvent.updateMany({ data: { createdAt: old, dueAt: old } }));
    await sweepFlowEvents(harness.deps);
    await sweepFlowEvents(harness.deps);
    expect(await runs()).toHaveLength(1);
    expect(await events()).toMatchObject([{ handledAt: expect.any(Date) }]);
  });

  it('asks nothing more of the database where no automation waits for one', async () => {
    const call = jest.spyOn(harness.deps.db, 'call');
    const transaction = jest.spyOn(harness.deps.db, 'withTenant');
    await arrives(Phone.number());
    expect(call.mock.calls.map(([name]) => name)).toEqual(['receive_message']);
    expect(transaction).not.toHaveBeenCalled();
    jest.restoreAllMocks();
    expect(await events()).toEqual([]);
  });
});
