import { Runtime, Worker } from '@temporalio/worker';
import { newId } from '../config/new-id';
import { createLogger } from '../config/logger';
import { Client } from '@temporalio/client';
import { endLeftovers } from '../tests/support/end-leftovers';
import { type Harness, startHarness, testEnv } from '../tests/support/harness';
import { Phone } from '../tests/support/phone';
import { eventually } from '../tests/support/test-tenant';
import { STILL } from '../tests/support/workflow-lab';
import { CONVERSATION_QUEUE } from '../workflows/task-queues';
import { createWorkflowGateway } from './client';
import { connectTemporal } from './connection';
import { installTemporalRuntime } from './run-worker';

const QUESTION = 'Quanto custa o ultrassom de abdome?';
const KNOWLEDGE = 'O ultrassom de abdome custa R$ 260.';

describe('a worker whose places one tenant would like to hold (F26, N7)', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness({ env: { TURNS_AT_ONCE: '8' } });
  }, 60_000);
  afterAll(() => harness.close());

  async function turnsThinking(about: string): Promise<string[]> {
    const calls = await harness.phone.journal('openai');
    const chats = calls.filter(
      ({ path, body }) => path.includes('chat') && JSON.stringify(body).includes(about),
    );
    return [...new Set(chats.map(({ headers }) => String(headers['x-request-id'])))];
  }

  it('answers another tenant while every turn of the flood is still thinking', async () => {
    const [flooding, other] = await Promise.all([harness.tenant(), harness.tenant()]);
    for (const tenant of [flooding, other]) {
      await tenant.configure({ timing: { debounceMs: 0 } });
      await tenant.learnNow(KNOWLEDGE);
    }
    const flood = await flooding.connectNumber(harness.phone);
    const calm = await other.connectNumber(harness.phone);
    // The model never answers the flood: without shares, it would hold all eight places for good.
    await harness.phone.fault({ target: 'openai.chat', kind: 'hang', contains: 'enchente' });
    const crowd = Array.from({ length: 24 }, () => Phone.number());
    await Promise.all(
      crowd.map((number) => harness.phone.write(flood.instance, number, `${QUESTION} enchente`)),
    );
    await eventually(async () => expect(await flooding.conversations('?limit=100')).toHaveLength(24));

    const customer = Phone.number();
    await harness.phone.write(calm.instance, customer, QUESTION);
    await eventually(async () => {
      expect((await harness.phone.received(calm.instance, customer)).join()).toContain('R$ 260');
    });
    // Two of the flood, which is a quarter of eight. By turn: a call that was made again is no second place.
    await eventually(async () => expect(await turnsThinking('enchente')).toHaveLength(2));
    expect(await turnsThinking('enchente')).toHaveLength(2);
  });
});

describe('a backlog (F26, N7)', () => {
  const log = createLogger('test', { level: 'silent', json: true });

  /** Conversations that wait while no worker runs, then one worker: whose turns ran, in order. */
  async function turnsInOrder(
    tenants: { name: string; messages: number; weight: number }[],
  ): Promise<string[]> {
    installTemporalRuntime(log);
    const { namespace } = testEnv().temporal;
    const connection = await connectTemporal(testEnv());
    const gateway = createWorkflowGateway(connection, namespace);
    const names = new Map<string, string>();
    const order: string[] = [];
    try {
      for (const { name, messages, weight } of tenants) {
        const tenantId = newId();
        names.set(tenantId, name);
        for (let message = 0; message < messages; message += 1) {
          const timing = { ...STILL, fairnessWeight: weight };
          await gateway.messageReceived({ tenantId, conversationId: newId() }, { seq: 1, timing });
        }
      }
      const worker = await Worker.create({
        connection,
        namespace,
        taskQueue: CONVERSATION_QUEUE,
        workflowBundle: { codePath: 'dist/workflows.js' },
        maxConcurrentWorkflowTaskExecutions: 2,
        maxConcurrentWorkflowTaskPolls: 2,
        maxConcurrentActivityTaskExecutions: 1,
        activities: {
          answerTurn({ tenantId }: { tenantId: string }) {
            order.push(names.get(tenantId) ?? 'somebody else');
            return Promise.resolve({ decision: 'answered', uptoSeq: 1, unsent: [] });
          },
        },
      });
      const total = tenants.reduce((sum, { messages }) => sum + messages, 0);
      const running = worker.run();
      await eventually(() => expect(order).toHaveLength(total));
      await endLeftovers(new Client({ connection, namespace }));
      worker.shutdown();
      await running;
      return order;
    } finally {
      await connection.close();
      await Runtime.instance().shutdown();
    }
  }

  it('is served tenant by tenant: who comes after a flood does not wait for its end', async () => {
    const order = await turnsInOrder([
      { name: 'flood', messages: 40, weight: 1 },
      { name: 'calm', messages: 1, weight: 1 },
    ]);
    expect(order.indexOf('calm')).toBeLessThan(20);
  });

  it('gives a larger plan its larger share', async () => {
    const order = await turnsInOrder([
      { name: 'small', messages: 30, weight: 1 },
      { name: 'large', messages: 30, weight: 4 },
    ]);
    const firstHalf = order.slice(0, 30);
    expect(firstHalf.filter((name) => name === 'large').length).toBeGreaterThan(18);
  });
});
