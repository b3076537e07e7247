import { Client } from '@temporalio/client';
import { connectTemporal } from '../../temporal/connection';
import { scheduleIdOf } from '../../temporal/flow-schedules';
import { flowOf } from '../../tests/support/flow';
import { type Harness, startHarness } from '../../tests/support/harness';
import { publishDocument } from '../../tests/support/published-flow';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';
import { beginAudience } from './begin-audience';
import { setFlowStatus } from './set-flow-status';
import { sweepSchedules, syncSchedules } from './sync-schedules';

let harness: Harness;
let tenant: TestTenant;
let client: Client;
let close: () => Promise<void>;

beforeAll(async () => {
  harness = await startHarness();
  tenant = await harness.tenant();
  const connection = await connectTemporal(harness.env);
  client = new Client({ connection, namespace: harness.env.temporal.namespace });
  close = () => connection.close();
}, 120_000);
afterAll(async () => {
  await close();
  await harness.close();
});

/** As publishing compiles it: every default written out. */
const HOURLY = {
  cron: '0 9 * * 1-5',
  zone: 'America/Sao_Paulo',
  holidays: 'run',
  contactsPerMinute: 30,
  missed: 'skip',
};
const publish = (settings: Record<string, string | number> = {}) =>
  publishDocument(
    tenant,
    flowOf({ start: ['schedule', { ...HOURLY, ...settings }], fim: ['end'] }, ['start.out > fim']),
  );
const runsOf = (flowId: string) =>
  harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) => tx.flowRun.findMany({ where: { flowId } }));

describe('schedules of automations', () => {
  it('stand as published, however often that is said; an hour begins its runs', async () => {
    const { flowId } = await publish();
    const ref = { tenantId: tenant.ctx.tenantId, flowId };
    await syncSchedules(harness.deps, ref);
    await syncSchedules(harness.deps, ref);
    const handle = client.schedule.getHandle(scheduleIdOf({ ...ref, nodeId: 'start' }));
    const { spec } = await handle.describe();
    expect(spec.timezone).toBe('America/Sao_Paulo');
    await handle.trigger();
    await eventually(async () => {
      expect(await runsOf(flowId)).toMatchObject([{ status: 'ended', triggerKind: 'schedule' }]);
    });
  });

  it('go when the automation is paused, and come back with it', async () => {
    const { flowId } = await publish();
    const ref = { tenantId: tenant.ctx.tenantId, flowId };
    await syncSchedules(harness.deps, ref);
    const handle = client.schedule.getHandle(scheduleIdOf({ ...ref, nodeId: 'start' }));
    await setFlowStatus(harness.deps, tenant.ctx, flowId, 'pause');
    await expect(handle.describe()).rejects.toThrow();
    await setFlowStatus(harness.deps, tenant.ctx, flowId, 'resume');
    expect((await handle.describe()).spec.timezone).toBe('America/Sao_Paulo');
  });

  it('of what was published by a process that died are made by the sweep', async () => {
    const { flowId } = await publish();
    await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.flowTrigger.updateMany({ where: { flowId }, data: { createdAt: new Date(Date.now() - 60_000) } }),
    );
    await sweepSchedules(harness.deps);
    const handle = client.schedule.getHandle(
      scheduleIdOf({ tenantId: tenant.ctx.tenantId, flowId, nodeId: 'start' }),
    );
    expect((await handle.describe()).spec.timezone).toBe('America/Sao_Paulo');
  });
});

describe('an hour of a schedule', () => {
  const part = (flowId: string, after: string | null = null) => ({
    tenantId: tenant.ctx.tenantId,
    flowId,
    nodeId: 'start',
    scheduledAt: Date.parse('2026-11-23T12:00:00Z'),
    after,
  });
  const MONDAY = Date.parse('2026-11-23T12:00:10Z');
  const CHRISTMAS = Date.parse('2026-12-25T12:00:10Z');

  it.each([
    ['run', 1, null],
    ['skip', 0, null],
    ['next_day', 0, { waitMs: 86_400_000 }],
  ])('on a holiday: %s', async (holidays, runs, rest) => {
    const { flowId } = await publish({ holidays });
    expect(await beginAudience(harness.deps, part(flowId), CHRISTMAS)).toEqual(rest);
    expect(await runsOf(flowId)).toHaveLength(runs);
  });

  it('begins with an audience little by little, with each of it once', async () => {
    const { tenantId } = tenant.ctx;
    const tagId = await harness.deps.db.withTenant(tenantId, async (tx) => {
      const tag = await tx.tag.create({ data: { tenantId, name: 'alunos', color: '#336699' } });
      for (let index = 0; index < 5; index += 1) {
        const contact = await tx.contact.create({ data: { tenantId, name: `Aluno ${index}` } });
        await tx.contactTag.create({
          data: { id: contact.id, tenantId, contactId: contact.id, tagId: tag.id },
        });
      }
      return tag.id;
    });
    const { flowId } = await publish({ tagId, contactsPerMinute: 2 });
    let after: string | null = null;
    const begun: number[] = [];
    for (;;) {
      const rest = await beginAudience(harness.deps, part(flowId, after), MONDAY);
      // Said again, as after a crash.
      await beginAudience(harness.deps, part(flowId, after), MONDAY);
      begun.push((await runsOf(flowId)).length);
      if (rest === null || !('after' in rest)) break;
      ({ after } = rest);
    }
    expect(begun).toEqual([2, 4, 5]);
  });
});
