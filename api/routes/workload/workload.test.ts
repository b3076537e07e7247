import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { createPresence } from '../../../adapters/live/presence';
import { newId } from '../../../config/new-id';
import { type Harness, startHarness } from '../../../tests/support/harness';
import { eventually, type TestTenant } from '../../../tests/support/test-tenant';
import { serveLiveEvents } from '../../live';

let harness: Harness;
let tenant: TestTenant;
let ana: TestTenant;
let channelId: string;
const now = Date.now();
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000);

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  ana = await tenant.colleague('Ana');
  ({ channelId } = await tenant.connectNumber(harness.phone));
}, 60_000);
afterAll(() => harness.close());

/** A conversation as it would stand after some history. */
async function conversation(
  change: Record<string, unknown>,
  who = tenant,
  channel = channelId,
): Promise<string> {
  const { tenantId } = who.ctx;
  const id = newId();
  const contactId = newId();
  await harness.deps.db.withTenant(tenantId, async (tx) => {
    await tx.contact.create({ data: { id: contactId, tenantId, name: 'Cliente' } });
    await tx.conversation.create({
      data: {
        id,
        tenantId,
        contactId,
        channelId: channel,
        address: id,
        lastMessageAt: minutesAgo(1),
        ...change,
      },
    });
  });
  return id;
}

const workload = async (who = tenant) => (await who.get('/api/v1/workload')).body;
const NOTHING = { waiting: 0, responding: 0, unanswered: 0, waitingSince: null };

describe('the workload (S2.18)', () => {
  it('is nothing where nobody waits', async () => {
    const quiet = await harness.tenant();
    expect(await workload(quiet)).toEqual({
      queue: { ...NOTHING, urgent: 0, alerted: 0, unassigned: 0 },
      people: [
        { id: quiet.ctx.userId, name: 'Rafa', role: 'ORG_ADMIN', online: false, ...NOTHING, replies: 0 },
      ],
      teams: [],
      agents: [expect.objectContaining({ isDefault: true, active: 0, answered: 0, handedOver: 0 })],
    });
  });

  it('says who has what, since when, and what nobody has', async () => {
    const { id: teamId } = (
      await tenant.post('/api/v1/teams', { name: 'Vendas', memberIds: [ana.ctx.userId] })
    ).body;
    const agent = (await tenant.post('/api/v1/agents', { name: 'Noturno', tone: 'formal', instructions: '' }))
      .body;
    const waits = { state: 'AGUARDANDO_HUMANO', inboundSeq: 1n };
    const held = await conversation({
      state: 'HUMANO_RESPONDEU',
      assignedUserId: ana.ctx.userId,
      inboundSeq: 3n,
      answeredSeq: 3n,
    });
    await conversation({ state: 'HUMANO_RESPONDEU', assignedUserId: ana.ctx.userId, inboundSeq: 2n });
    await conversation({ ...waits, stateSince: minutesAgo(30), priority: 'urgent' });
    await conversation({ ...waits, stateSince: minutesAgo(50), assignedTeamId: teamId, alertLevel: 1 });
    await conversation({ ...waits, stateSince: minutesAgo(10), assignedUserId: ana.ctx.userId });
    // Over, or another's now, or the AI's: nobody's work.
    await conversation({ ...waits, resolvedAt: minutesAgo(5) });
    await conversation({ ...waits, mergedIntoId: held });
    await conversation({ state: 'IA_ATIVA', agentId: agent.id });
    await conversation({ state: 'IA_ATIVA', agentId: agent.id, lastMessageAt: minutesAgo(3_000) });

    const { queue, people, teams, agents } = await workload();
    expect(queue).toEqual({
      waiting: 3,
      responding: 2,
      unanswered: 4,
      waitingSince: minutesAgo(50).toISOString(),
      urgent: 1,
      alerted: 1,
      unassigned: 1,
    });
    expect(people).toMatchObject([
      { name: 'Ana', waiting: 1, responding: 2, unanswered: 2, waitingSince: minutesAgo(10).toISOString() },
      { name: 'Rafa', ...NOTHING },
    ]);
    expect(teams).toEqual([
      {
        id: teamId,
        name: 'Vendas',
        members: 1,
        waiting: 1,
        responding: 0,
        unanswered: 1,
        waitingSince: minutesAgo(50).toISOString(),
      },
    ]);
    expect(agents).toMatchObject([{ isDefault: true }, { name: 'Noturno', active: 1 }]);
  });

  it('counts what people wrote and how turns ended within a day', async () => {
    const { tenantId } = tenant.ctx;
    const id = await conversation({ state: 'IA_ATIVA' });
    const [before] = (await workload()).agents as { answered: number; handedOver: number }[];
    await harness.deps.db.withTenant(tenantId, async (tx) => {
      for (const [seq, createdAt] of [minutesAgo(5), minutesAgo(1_400), minutesAgo(1_500)].entries()) {
        const common = { tenantId, conversationId: id, createdAt };
        await tx.message.create({
          data: {
            ...common,
            id: newId(),
            channelId,
            seq: BigInt(seq + 1),
            author: 'human',
            kind: 'text',
            text: 'Oi',
            status: 'sent',
            userId: ana.ctx.userId,
            sentAt: createdAt,
          },
        });
        for (const decision of ['answered', 'handover', 'stale']) {
          await tx.turn.create({
            data: { ...common, id: newId(), fence: 0, uptoSeq: 1n, decision, trace: {} },
          });
        }
      }
    });
    const { people, agents } = await workload();
    expect(people[0]).toMatchObject({ name: 'Ana', replies: 2 });
    expect(agents[0]).toMatchObject({
      answered: (before?.answered ?? 0) + 2,
      handedOver: (before?.handedOver ?? 0) + 2,
    });
  });

  it('is for whoever leads, and of their own account', async () => {
    expect((await ana.get('/api/v1/workload')).status).toBe(403);
    const stranger = await harness.tenant();
    expect(JSON.stringify(await workload(stranger))).not.toContain(ana.ctx.userId);
    expect((await workload(stranger)).queue.waiting).toBe(0);
  });
});

describe('who is there', () => {
  it('has the dashboard open, in this account', async () => {
    const presence = createPresence();
    expect(await presence.of(tenant.ctx.tenantId)).toEqual(new Set());
    const server = createServer();
    const live = await serveLiveEvents(server, { ...harness.deps, local: undefined, presence });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const socket = io(`http://127.0.0.1:${String(port)}`, {
      auth: { token: ana.accessToken },
      transports: ['websocket'],
      reconnection: false,
    });
    try {
      await eventually(async () => {
        expect(await presence.of(tenant.ctx.tenantId)).toEqual(new Set([ana.ctx.userId]));
      });
      expect(await presence.of(newId())).toEqual(new Set());
      socket.disconnect();
      await eventually(async () => expect((await presence.of(tenant.ctx.tenantId)).size).toBe(0));
    } finally {
      socket.disconnect();
      await live.close();
    }
  });
});
