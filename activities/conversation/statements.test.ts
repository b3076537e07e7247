import { jest } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import pg from 'pg';
import { newId } from '../../config/new-id';
import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';
import { createAnswerTurn } from './answer-turn';

// What a message asks of the database. Each statement costs a third of a millisecond and up on the embedded default, for
// every message of every tenant: one more has to be worth it, and is added here on purpose.
let harness: Harness;
let tenant: TestTenant;
let instance: string;

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  await tenant.configure({ messages: { greeting: '' } });
  await tenant.learnNow('A consulta custa R$ 220.');
  ({ instance } = await tenant.connectNumber(harness.phone));
  // Whether a tenant has a Chatwoot is asked once a minute, by the first message.
  const first = listen();
  await harness.phone.write(instance, Phone.number(), 'Oi');
  await eventually(() => expect(first.join()).toContain('chatwoot_connections'));
  await eventually(() => expect(first.at(-1)).toBe('COMMIT'));
  jest.restoreAllMocks();
}, 60_000);
afterEach(() => jest.restoreAllMocks());
afterAll(() => harness.close());

/** What is asked from now on, without the receipts of what was sent, and what many messages ask together. */
function listen(): string[] {
  const seen: string[] = [];
  const query = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;
  jest.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [first] = args;
    const text = typeof first === 'string' ? first : (first as { text: string }).text;
    const called = /^SELECT (\w+)\(\$1/.exec(text)?.[1];
    if (called !== 'apply_receipt') seen.push(called ?? text);
    return query.apply(this, args) as never;
  });
  return seen;
}

/** `accepted_at` is written for all that was accepted meanwhile, by nobody who waits for it. */
const ACCEPTANCE = [
  'BEGIN',
  expect.stringContaining('set_config'),
  expect.stringContaining('accepted_at'),
  'COMMIT',
];

it('a message that arrives asks once, and is noted as accepted afterwards', async () => {
  const number = Phone.number();
  const seen = listen();
  await harness.phone.write(instance, number, 'Quanto custa a consulta?');
  await eventually(() => expect(seen).toEqual(['receive_message', ...ACCEPTANCE]));
});

it('a turn asks once for each of its steps', async () => {
  const number = Phone.number();
  const arriving = listen();
  await harness.phone.write(instance, number, 'Quanto custa a consulta?');
  await eventually(() => expect(arriving.at(-1)).toBe('COMMIT'));
  jest.restoreAllMocks();
  const [conversation] = await tenant.conversations(`?q=${number}`);
  const input = {
    tenantId: tenant.ctx.tenantId,
    conversationId: conversation.id,
    turnId: newId(),
    correlationId: null,
  };
  const seen = listen();
  await new MockActivityEnvironment().run(createAnswerTurn(harness.deps), input);
  expect(seen).toEqual(['load_turn_with_flows', 'search_passages', 'store_turn', 'settle_balloon']);
  expect(await harness.phone.received(instance, number)).toEqual(['A consulta custa R$ 220.']);
});
