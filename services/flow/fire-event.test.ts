import { newId } from '../../config/new-id';
import { ErrorCode, ProviderUnavailableError } from '../../domain/errors';
import { FLOW_LIMITS } from '../../domain/flow/limits';
import { type Harness, startHarness } from '../../tests/support/harness';
import { publishTrigger } from '../../tests/support/published-flow';
import type { TestTenant } from '../../tests/support/test-tenant';
import { saveState } from '../conversation/save-state';
import type { Deps } from '../deps';
import { fireEvent } from './fire-event';
import { fireEvents, type FlowEvent, noteFlowEvent } from './note-flow-event';
import { sweepFlowEvents } from './sweep-flow-events';

let harness: Harness;
let tenant: TestTenant;

beforeAll(async () => {
  harness = await startHarness({ workers: false });
}, 60_000);
beforeEach(async () => {
  tenant = await harness.tenant();
});
afterAll(() => harness.close());

const formEvent = (formId: string, more: Partial<FlowEvent> = {}): FlowEvent => ({
  tenantId: tenant.ctx.tenantId,
  kind: 'form_submitted',
  eventKey: newId(),
  contactId: null,
  payload: { formId, campos: { nome: 'Ana' } },
  ...more,
});
const inTenant = <T>(work: Parameters<typeof harness.deps.db.withTenant<T>>[1]) =>
  harness.deps.db.withTenant(tenant.ctx.tenantId, work);
const runs = () => inTenant((tx) => tx.flowRun.findMany({ orderBy: { startedAt: 'asc' } }));
const events = () => inTenant((tx) => tx.flowEvent.findMany({ orderBy: { createdAt: 'asc' } }));
/** As if the sweep came later. */
const age = () =>
  inTenant((tx) =>
    tx.flowEvent.updateMany({
      data: { createdAt: new Date(Date.now() - 60_000), dueAt: new Date(Date.now() - 60_000) },
    }),
  );

function engineIsAway(): Pick<Deps, 'db' | 'workflows' | 'log'> {
  const startFlowRun = () =>
    Promise.reject(new ProviderUnavailableError(ErrorCode.engine_unavailable, 'away'));
  return { ...harness.deps, workflows: { ...harness.deps.workflows, startFlowRun } };
}

describe('an event', () => {
  it('begins every automation that waits for it, once, however often it is said', async () => {
    const first = await publishTrigger(tenant, 'form_submitted', { formId: 'f1' });
    const second = await publishTrigger(tenant, 'form_submitted', { formId: 'f1' });
    await publishTrigger(tenant, 'form_submitted', { formId: 'another' });
    await publishTrigger(tenant, 'contact_created', {});
    const event = formEvent('f1');
    const answers = await Promise.all([fireEvent(harness.deps, event), fireEvent(harness.deps, event)]);
    await fireEvent(harness.deps, event);
    expect(answers[0].runIds.sort()).toEqual(answers[1].runIds.sort());
    const begun = await runs();
    expect(new Set(begun.map(({ flowId }) => flowId))).toEqual(new Set([first.flowId, second.flowId]));
    expect(begun).toHaveLength(2);
    expect(begun[0]).toMatchObject({ triggerKind: 'form_submitted', triggerNode: 'start', depth: 0 });
    expect(begun[0]?.payload).toEqual(event.payload);
  });

  it('begins nothing that is paused, not published any more, or another tenant’s', async () => {
    const stranger = await harness.tenant();
    await publishTrigger(stranger, 'form_submitted', { formId: 'f1' });
    const paused = await publishTrigger(tenant, 'form_submitted', { formId: 'f1' });
    const older = await publishTrigger(tenant, 'form_submitted', { formId: 'f1' });
    await inTenant((tx) => tx.flow.update({ where: { id: paused.flowId }, data: { status: 'paused' } }));
    await inTenant((tx) => tx.flow.update({ where: { id: older.flowId }, data: { published: 2 } }));
    expect((await fireEvent(harness.deps, formEvent('f1'))).runIds).toEqual([]);
    const { db } = harness.deps;
    await publishTrigger(tenant, 'form_submitted', { formId: 'f1' });
    await db.withSystem((tx) =>
      tx.tenant.update({ where: { id: tenant.ctx.tenantId }, data: { status: 'suspended' } }),
    );
    expect((await fireEvent(harness.deps, formEvent('f1'))).runIds).toEqual([]);
  });

  it('caused by a run begins other flows one deeper, never its own, and a chain ends', async () => {
    const own = await publishTrigger(tenant, 'form_submitted', { formId: 'f1' });
    const other = await publishTrigger(tenant, 'form_submitted', { formId: 'f1' });
    const { runIds } = await fireEvent(harness.deps, formEvent('f1'));
    const begun = (await runs()).find(({ flowId }) => flowId === own.flowId);
    expect(runIds).toHaveLength(2);
    const caused = { formId: 'f1', causedByRunId: begun?.id ?? '' };
    const next = await fireEvent(harness.deps, formEvent('f1', { payload: caused }));
    const child = (await runs()).find(({ id }) => id === next.runIds[0]);
    expect(next.runIds).toHaveLength(1);
    expect(child).toMatchObject({ flowId: other.flowId, depth: 1, payload: { formId: 'f1' } });
    expect(child?.payload).not.toHaveProperty('causedByRunId');

    await inTenant((tx) =>
      tx.flowRun.update({ where: { id: begun?.id ?? '' }, data: { depth: FLOW_LIMITS.subflowDepth } }),
    );
    expect((await fireEvent(harness.deps, formEvent('f1', { payload: caused }))).runIds).toEqual([]);
  });
});

describe('an event that was noted', () => {
  it('leaves no row while no automation waits for its kind', async () => {
    expect(await inTenant((tx) => noteFlowEvent(tx, formEvent('f1')))).toBe(false);
    expect(await events()).toEqual([]);
  });

  it('is found by the sweep when its process died, or the engine was away', async () => {
    await publishTrigger(tenant, 'form_submitted', { formId: 'f1' });
    const event = formEvent('f1');
    expect(await inTenant((tx) => noteFlowEvent(tx, event))).toBe(true);
    expect(await inTenant((tx) => noteFlowEvent(tx, event))).toBe(false);
    await fireEvents(engineIsAway(), [event]);
    await age();
    await sweepFlowEvents(engineIsAway());
    expect(await events()).toMatchObject([{ handledAt: null }]);
    await sweepFlowEvents(harness.deps);
    expect(await events()).toMatchObject([{ handledAt: expect.any(Date) }]);
    expect(await runs()).toHaveLength(1);
    await sweepFlowEvents(harness.deps);
    expect(await runs()).toHaveLength(1);
  });

  it('is left alone while its own process may be about to handle it', async () => {
    await publishTrigger(tenant, 'form_submitted', { formId: 'f1' });
    await inTenant((tx) => noteFlowEvent(tx, formEvent('f1')));
    await sweepFlowEvents(harness.deps);
    expect(await events()).toMatchObject([{ handledAt: null }]);
  });

  it('is gone with the transaction of its cause', async () => {
    await publishTrigger(tenant, 'form_submitted', { formId: 'f1' });
    const failed = inTenant(async (tx) => {
      await noteFlowEvent(tx, formEvent('f1'));
      throw new Error('the cause did not happen');
    });
    await expect(failed).rejects.toThrow('the cause did not happen');
    expect(await events()).toEqual([]);
  });
});

describe('a state that has to last', () => {
  const changed = (conversationId: string, para: string, eventKey = newId()): FlowEvent => ({
    tenantId: tenant.ctx.tenantId,
    kind: 'conversation_state_changed',
    eventKey,
    contactId: null,
    conversationId,
    payload: { de: 'IA_ATIVA', para },
  });

  async function conversation(state: string): Promise<string> {
    const { tenantId } = tenant.ctx;
    const { channelId } = await tenant.connectNumber(harness.phone);
    return inTenant(async (tx) => {
      const contact = await tx.contact.create({ data: { tenantId, name: 'Ana' } });
      const row = { id: newId(), tenantId, channelId, contactId: contact.id, address: 'a', state };
      return (await tx.conversation.create({ data: row })).id;
    });
  }

  it('begins its automation when it has lasted, and not when it ended before', async () => {
    const waits = { to: ['AGUARDANDO_HUMANO'], idleSeconds: 600 };
    await publishTrigger(tenant, 'conversation_state_changed', waits);
    const id = await conversation('AGUARDANDO_HUMANO');
    const event = changed(id, 'AGUARDANDO_HUMANO');
    await inTenant((tx) => noteFlowEvent(tx, event));
    expect((await fireEvent(harness.deps, event)).runIds).toEqual([]);
    await sweepFlowEvents(harness.deps);
    expect(await runs()).toEqual([]);
    await age();
    await sweepFlowEvents(harness.deps);
    expect(await runs()).toMatchObject([{ conversationId: id, payload: { para: 'AGUARDANDO_HUMANO' } }]);

    await inTenant((tx) => tx.conversation.update({ where: { id }, data: { state: 'HUMANO_RESPONDEU' } }));
    await fireEvent(harness.deps, changed(id, 'AGUARDANDO_HUMANO'));
    await age();
    await sweepFlowEvents(harness.deps);
    expect(await runs()).toHaveLength(1);
    expect((await events()).every(({ handledAt }) => handledAt !== null)).toBe(true);
  });

  it.each([
    ['begins where a person resolved all that was said', 3, true],
    ['does not where the customer wrote as the person resolved: the matter is open', 2, false],
  ])('%s', async (_what, handledSeq, isOver) => {
    await publishTrigger(tenant, 'conversation_state_changed', { to: ['resolved'] });
    const id = await conversation('HUMANO_RESPONDEU');
    await inTenant((tx) =>
      tx.conversation.update({ where: { id }, data: { seq: 3, inboundSeq: 3, answeredSeq: 2 } }),
    );
    const { tenantId, userId } = tenant.ctx;
    await saveState(harness.deps, {
      tenantId,
      conversationId: id,
      eventId: newId(),
      state: 'IA_ATIVA',
      humanDeadline: null,
      handledSeq,
      cause: { type: 'resolved', userId, uptoSeq: handledSeq },
    });
    const row = await inTenant((tx) => tx.conversation.findUniqueOrThrow({ where: { id } }));
    expect(row.resolvedAt !== null).toBe(isOver);
    expect(await runs()).toHaveLength(isOver ? 1 : 0);
  });
});
