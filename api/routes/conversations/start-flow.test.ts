import { newId } from '../../../config/new-id';
import { type FlowTalk, FlowTalks } from '../../../tests/support/flow-talk';
import { publishTrigger } from '../../../tests/support/published-flow';

let talks: FlowTalks;
let chat: FlowTalk;
let flowId: string;
beforeAll(async () => {
  talks = await FlowTalks.start();
  chat = await talks.begin();
  ({ flowId } = await publishTrigger(talks.tenant, 'message_received', { channels: [newId()] }));
}, 60_000);
afterAll(() => talks.harness.close());

const inTenant = <T>(work: Parameters<typeof talks.harness.deps.db.withTenant<T>>[1]) =>
  talks.harness.deps.db.withTenant(talks.tenant.ctx.tenantId, work);
const start = (automationId: string, key?: string, id = chat.conversationId) =>
  talks.tenant.post(
    `/api/v1/conversations/${id}/flows`,
    { automationId },
    key === undefined ? {} : { 'idempotency-key': key },
  );
const events = (id: string) =>
  inTenant(async (tx) => {
    const lines = await tx.message.findMany({
      where: { conversationId: id, kind: 'event' },
      orderBy: { seq: 'asc' },
    });
    return lines.map(({ payload }) => (payload as { cause: Record<string, unknown> }).cause);
  });

describe('an automation in a conversation (S2.89)', () => {
  it('begins with its contact, once for a key, and stands in the timeline (N10)', async () => {
    const other = await talks.begin();
    const key = newId();
    const { status, body } = await start(flowId, key, other.conversationId);
    expect([status, body.began]).toEqual([201, true]);
    expect((await start(flowId, key, other.conversationId)).body).toEqual({
      runId: body.runId,
      began: false,
    });
    const run = await inTenant((tx) => tx.flowRun.findUniqueOrThrow({ where: { id: body.runId } }));
    const { contactId } = await other.row();
    expect(run).toMatchObject({ conversationId: other.conversationId, contactId, triggerNode: 'start' });
    const told = (await events(other.conversationId)).filter(({ runId }) => runId === body.runId);
    expect(told[0]).toMatchObject({ type: 'flowStarted', flowId, name: flowId });
    expect(told.filter(({ type }) => type === 'flowStarted')).toHaveLength(1);
  });

  it.each([
    ['ended', { status: 'ended' }, { type: 'flowEnded' }],
    ['cancelled', { status: 'cancelled' }, { type: 'flowCancelled' }],
    [
      'failed',
      { status: 'failed', failure: { type: 'x', message: '', node: 'fim' } },
      { type: 'flowFailed', node: 'fim' },
    ],
  ])('says in the timeline that a run %s, once', async (_, end, expected) => {
    const other = await talks.begin();
    const { tenantId } = talks.tenant.ctx;
    const version = await inTenant((tx) => tx.flowVersion.findFirstOrThrow({ where: { flowId } }));
    const id = newId();
    await inTenant(async (tx) => {
      await tx.flowRun.create({
        data: {
          id,
          tenantId,
          flowId,
          versionId: version.id,
          triggerKind: 'manual',
          triggerNode: 'start',
          eventKey: id,
          payload: {},
          conversationId: other.conversationId,
        },
      });
      await tx.flowRun.update({ where: { id }, data: end });
      await tx.flowRun.update({ where: { id }, data: end });
    });
    const told = (await events(other.conversationId)).filter(({ runId }) => runId === id);
    expect(told).toMatchObject([{ type: 'flowStarted' }, { ...expected, name: flowId }]);
  });

  it('is refused where nothing is published, it is paused, or there is no such thing', async () => {
    const draft = await publishTrigger(talks.tenant, 'message_received', { channels: [newId()] });
    await inTenant((tx) =>
      tx.flow.update({ where: { id: draft.flowId }, data: { published: null, status: 'draft' } }),
    );
    const paused = await publishTrigger(talks.tenant, 'message_received', { channels: [newId()] });
    await inTenant((tx) => tx.flow.update({ where: { id: paused.flowId }, data: { status: 'paused' } }));
    const codes = await Promise.all(
      [draft.flowId, paused.flowId, newId()].map(async (id) => (await start(id)).body.code as string),
    );
    expect(codes).toEqual(['not_published', 'flow_paused', 'not_found']);
    expect((await start(flowId, undefined, newId())).status).toBe(404);
    expect((await start('x')).status).toBe(400);
  });
});
