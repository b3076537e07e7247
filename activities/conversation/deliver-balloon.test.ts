import { MockActivityEnvironment } from '@temporalio/testing';
import { newId } from '../../config/new-id';
import type { InboundMessage } from '../../domain/channel/inbound';
import { ingestMessage } from '../../services/conversation/ingest-message';
import { prepareNotice } from '../../services/conversation/prepare-notice';
import { recordPhoneReply } from '../../services/conversation/record-phone-reply';
import { replyAsHuman } from '../../services/conversation/reply-as-human';
import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { withClockOff } from '../../tests/support/skewed-clock';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';
import {
  createDeliverBalloon,
  type DeliverBalloon,
  type DeliverBalloonInput,
  type DeliveryOutcome,
} from './deliver-balloon';
import { createSettleStranded } from './settle-stranded';
import { createSendNotice } from './send-notice';

let harness: Harness;
let tenant: TestTenant;
let channel: { id: string; tenantId: string };
let instance: string;

beforeAll(async () => {
  harness = await startHarness({ workers: false });
  tenant = await harness.tenant();
  const connected = await tenant.connectNumber(harness.phone);
  instance = connected.instance;
  channel = { id: connected.channelId, tenantId: tenant.ctx.tenantId };
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

function message(number: string, change: Partial<InboundMessage> = {}): InboundMessage {
  return {
    providerMessageId: newId(),
    address: `${number}@s.whatsapp.net`,
    identities: [{ kind: 'phone', value: number }],
    name: 'Ana',
    kind: 'text',
    text: 'Oi',
    payload: null,
    sentAt: new Date(),
    ...change,
  };
}

/** A conversation of its own, with one notice in the outbox. */
async function withNotice(text = `Aviso ${newId()}`) {
  const number = Phone.number();
  const stored = await ingestMessage(harness.deps, channel, message(number));
  const conversationId = stored?.conversationId ?? '';
  const notice = {
    tenantId: channel.tenantId,
    conversationId,
    dedupeKey: newId(),
    text,
    notice: 'fallback',
    fence: 0,
  };
  const balloonId = (await prepareNotice(harness.deps, notice)) ?? '';
  return {
    number,
    conversationId,
    balloonId,
    text,
    input: { ...notice, balloonId, giveUp: false, correlationId: null },
  };
}
type Prepared = Awaited<ReturnType<typeof withNotice>>;

/** As the workflow does it: what may not be settled yet is asked for again. */
async function deliver(input: Prepared['input']): Promise<string> {
  const outcome = await new MockActivityEnvironment({ attempt: 1 }).run<
    [DeliverBalloonInput],
    DeliveryOutcome,
    DeliverBalloon
  >(createDeliverBalloon(harness.deps), input);
  if (typeof outcome === 'string') return outcome;
  await new Promise((resolve) => setTimeout(resolve, outcome.forMs));
  return deliver(input);
}
const statusOf = async ({ balloonId }: Prepared) => {
  const row = await harness.deps.db.withTenant(channel.tenantId, (tx) =>
    tx.outboxBalloon.findUniqueOrThrow({ where: { id: balloonId } }),
  );
  return row.status;
};
const received = ({ number }: Prepared) => harness.phone.received(instance, number);

describe('a send that nobody asks about any more', () => {
  const sweep = createSettleStranded;

  /** Its process died over it, and then a person took the conversation over. */
  async function stranded(fault: Record<string, unknown>): Promise<Prepared> {
    const prepared = await withNotice();
    await harness.phone.fault({ target: 'evolution.sendText', times: 1, ...fault });
    await expect(deliver(prepared.input)).rejects.toThrow();
    await replyAsHuman(harness.deps, tenant.ctx, { ...prepared, text: 'Oi!', idempotencyKey: null });
    await grow(prepared);
    return prepared;
  }
  const grow = ({ balloonId }: Prepared) =>
    harness.deps.db.withTenant(channel.tenantId, (tx) =>
      tx.outboxBalloon.update({
        where: { id: balloonId },
        data: { claimedAt: new Date(Date.now() - 61_000) },
      }),
    );

  it('is sent, if the provider has it', async () => {
    const prepared = await stranded({ kind: 'acceptThenTimeout' });
    expect(await sweep(harness.deps)()).toBe(1);
    expect(await statusOf(prepared)).toBe('sent');
    expect(await received(prepared)).toEqual([prepared.text]);
    expect(await sweep(harness.deps)()).toBe(0);
  });

  it('is dropped, if not: a person has the conversation', async () => {
    const prepared = await stranded({ kind: 'reset' });
    expect(await sweep(harness.deps)()).toBe(1);
    expect(await statusOf(prepared)).toBe('dropped');
    expect(await received(prepared)).toEqual([]);
  });

  it('is asked about again, while the provider cannot tell', async () => {
    const prepared = await stranded({ kind: 'reset' });
    await harness.phone.fault({ target: 'evolution.findMessages', kind: 'status', status: 500 });
    expect(await sweep(harness.deps)()).toBe(0);
    await harness.phone.heal();
    expect(await sweep(harness.deps)()).toBe(1);
    expect(await statusOf(prepared)).toBe('dropped');
  });

  it('is left to its turn, while the conversation is the AI’s or the send a moment old', async () => {
    const prepared = await withNotice();
    await harness.phone.fault({ target: 'evolution.sendText', times: 1, kind: 'reset' });
    await expect(deliver(prepared.input)).rejects.toThrow();
    await grow(prepared);
    const young = await withNotice();
    await harness.phone.fault({ target: 'evolution.sendText', times: 1, kind: 'reset' });
    await expect(deliver(young.input)).rejects.toThrow();
    await replyAsHuman(harness.deps, tenant.ctx, { ...young, text: 'Oi!', idempotencyKey: null });
    expect(await sweep(harness.deps)()).toBe(0);
    expect([await statusOf(prepared), await statusOf(young)]).toEqual(['uncertain', 'uncertain']);
  });
});

describe('deliverBalloon', () => {
  it('sends, and puts it into the timeline as sent', async () => {
    const prepared = await withNotice();
    expect(await deliver(prepared.input)).toBe('sent');
    expect(await received(prepared)).toEqual([prepared.text]);
    const timeline = await tenant.timeline(prepared.conversationId);
    expect(timeline.at(-1)).toMatchObject({ author: 'ai', text: prepared.text });
  });

  it('says once what it is asked to say twice', async () => {
    const prepared = await withNotice();
    await deliver(prepared.input);
    expect(await deliver(prepared.input)).toBe('sent');
    expect(await received(prepared)).toHaveLength(1);
  });

  it('reads back a send whose answer was lost, and does not repeat it (N1)', async () => {
    const prepared = await withNotice();
    await harness.phone.fault({ target: 'evolution.sendText', kind: 'acceptThenTimeout', times: 1 });
    await expect(deliver(prepared.input)).rejects.toMatchObject({ name: 'ProviderUnavailableError' });
    expect(await statusOf(prepared)).toBe('uncertain');
    expect(await deliver(prepared.input)).toBe('sent');
    expect(await received(prepared)).toEqual([prepared.text]);
  });

  it('does not look before the lost request may have had its effect, and holds no place until then', async () => {
    const prepared = await withNotice();
    await harness.phone.fault({ target: 'evolution.sendText', kind: 'reset', times: 1 });
    await expect(deliver(prepared.input)).rejects.toThrow();
    const outcome = await new MockActivityEnvironment({ attempt: 1 }).run<
      [DeliverBalloonInput],
      DeliveryOutcome,
      DeliverBalloon
    >(createDeliverBalloon(harness.deps), prepared.input);
    expect(outcome).toEqual({ status: 'waiting', forMs: expect.any(Number) });
  });

  describe('of a send that Evolution itself has answered with an error', () => {
    const failed = { target: 'evolution.sendText', kind: 'status', status: 500, times: 1 };
    /** A lost request would be waited for until tomorrow. */
    const patient = () => ({
      ...harness.deps,
      evolution: { ...harness.deps.evolution, sendTimeoutMs: 86_400_000 },
    });
    const once = (input: Prepared['input']) =>
      new MockActivityEnvironment({ attempt: 1 }).run<[DeliverBalloonInput], DeliveryOutcome, DeliverBalloon>(
        createDeliverBalloon(patient()),
        input,
      );

    it('asks at once, and says at the next attempt what did not leave', async () => {
      const prepared = await withNotice();
      await harness.phone.fault(failed);
      await expect(once(prepared.input)).rejects.toMatchObject({ name: 'ProviderUnavailableError' });
      expect(await statusOf(prepared)).toBe('pending');
      expect(await once(prepared.input)).toBe('sent');
      expect(await received(prepared)).toEqual([prepared.text]);
    });

    it('finds what left all the same, and does not repeat it', async () => {
      const prepared = await withNotice();
      // As when its store or its bridge fails after the message was sent.
      await harness.phone.fault({ target: 'evolution.sendText', kind: 'acceptThenStatus', times: 1 });
      expect(await once(prepared.input)).toBe('sent');
      expect(await statusOf(prepared)).toBe('sent');
      expect(await received(prepared)).toEqual([prepared.text]);
    });

    it('drops what a person has overtaken meanwhile', async () => {
      const prepared = await withNotice();
      await harness.phone.fault(failed);
      await expect(once(prepared.input)).rejects.toThrow();
      await replyAsHuman(harness.deps, tenant.ctx, { ...prepared, text: 'Oi!', idempotencyKey: null });
      expect(await once(prepared.input)).toBe('dropped');
      expect(await received(prepared)).toEqual([]);
    });

    it('waits as for a lost one where it cannot be asked, and where a proxy answered', async () => {
      for (const fault of [{}, { status: 504, body: { message: 'upstream timed out' } }]) {
        const prepared = await withNotice();
        await harness.phone.fault({ ...failed, ...fault });
        await harness.phone.fault({
          target: 'evolution.findMessages',
          kind: 'status',
          status: 500,
          times: 2,
        });
        await expect(once(prepared.input)).rejects.toThrow();
        expect(await statusOf(prepared)).toBe('uncertain');
        await harness.phone.heal();
        expect(await once(prepared.input)).toEqual({ status: 'waiting', forMs: expect.any(Number) });
        expect(await received(prepared)).toEqual([]);
      }
    });
  });

  it('repeats a send that the provider knows nothing of', async () => {
    const prepared = await withNotice();
    await harness.phone.fault({ target: 'evolution.sendText', kind: 'reset', times: 1 });
    await expect(deliver(prepared.input)).rejects.toMatchObject({ name: 'ProviderUnavailableError' });
    expect(await deliver(prepared.input)).toBe('sent');
    expect(await received(prepared)).toEqual([prepared.text]);
  });

  it('takes an earlier message with the same words for what it is', async () => {
    const text = 'As mesmas palavras';
    const prepared = await withNotice(text);
    await deliver(prepared.input);
    const again = { ...prepared.input, dedupeKey: newId() };
    const second = (await prepareNotice(harness.deps, again)) ?? '';
    await harness.phone.fault({ target: 'evolution.sendText', kind: 'reset', times: 1 });
    await expect(deliver({ ...again, balloonId: second })).rejects.toThrow();
    expect(await deliver({ ...again, balloonId: second })).toBe('sent');
    expect(await received(prepared)).toEqual([text, text]);
  });

  it.each([26, -26])(
    'reads back in time although this worker’s clock is %d hours off (F8)',
    async (hours) => {
      const prepared = await withNotice();
      await harness.phone.fault({ target: 'evolution.sendText', kind: 'acceptThenTimeout', times: 1 });
      await expect(deliver(prepared.input)).rejects.toThrow();
      await withClockOff(hours * 3_600_000, async () => {
        expect(await deliver(prepared.input)).toBe('sent');
      });
      expect(await received(prepared)).toHaveLength(1);
    },
  );

  it('does not repeat what cannot be read back', async () => {
    const prepared = await withNotice();
    await harness.phone.fault({ target: 'evolution.sendText', kind: 'acceptThenTimeout', times: 1 });
    await expect(deliver(prepared.input)).rejects.toThrow();
    await harness.phone.fault({ target: 'evolution.findMessages', kind: 'status', status: 500 });
    await expect(deliver(prepared.input)).rejects.toThrow();
    expect(await statusOf(prepared)).toBe('uncertain');
    expect(await received(prepared)).toHaveLength(1);
  });

  it('drops what a person has overtaken (N2)', async () => {
    const prepared = await withNotice();
    await replyAsHuman(harness.deps, tenant.ctx, { ...prepared, text: 'Oi!', idempotencyKey: null });
    expect(await deliver(prepared.input)).toBe('dropped');
    expect(await received(prepared)).toEqual([]);
  });

  it('always delivers what a person wrote', async () => {
    const prepared = await withNotice();
    const { id } = await replyAsHuman(harness.deps, tenant.ctx, {
      ...prepared,
      text: 'Já vou!',
      idempotencyKey: null,
    });
    await replyAsHuman(harness.deps, tenant.ctx, {
      ...prepared,
      text: 'Mais um minuto',
      idempotencyKey: null,
    });
    const balloon = await harness.deps.db.withTenant(channel.tenantId, (tx) =>
      tx.outboxBalloon.findFirstOrThrow({ where: { messageId: id } }),
    );
    expect(await deliver({ ...prepared.input, balloonId: balloon.id })).toBe('sent');
    expect(await received(prepared)).toEqual(['Já vou!']);
  });

  it('gives up when it is told to', async () => {
    const prepared = await withNotice();
    expect(await deliver({ ...prepared.input, giveUp: true })).toBe('failed');
    expect(await deliver(prepared.input)).toBe('failed');
    expect(await received(prepared)).toEqual([]);
  });

  it('is done with what is gone', async () => {
    const prepared = await withNotice();
    expect(await deliver({ ...prepared.input, balloonId: newId() })).toBe('dropped');
  });
});

describe('recordPhoneReply', () => {
  it('tells the echo of our own send from a person, by its id', async () => {
    const prepared = await withNotice();
    await deliver(prepared.input);
    const [sent] = await tenant.timeline(prepared.conversationId).then((items) => items.slice(-1));
    const row = await harness.deps.db.withTenant(channel.tenantId, (tx) =>
      tx.message.findUniqueOrThrow({ where: { id: sent.id } }),
    );
    const echo = message(prepared.number, {
      providerMessageId: row.providerMessageId ?? '',
      text: prepared.text,
    });
    expect(await recordPhoneReply(harness.deps, channel, echo)).toMatchObject({ verdict: 'echo' });
    // The same words under another id are a person's.
    const typed = message(prepared.number, { text: prepared.text });
    expect(await recordPhoneReply(harness.deps, channel, typed)).toMatchObject({ verdict: 'stored' });
    expect(await recordPhoneReply(harness.deps, channel, typed)).toMatchObject({ verdict: 'duplicate' });
  });

  it('waits for a send under way before it decides', async () => {
    const prepared = await withNotice();
    await harness.phone.fault({ target: 'evolution.sendText', kind: 'delayAnswer', ms: 400, times: 1 });
    const delivering = deliver(prepared.input);
    await new Promise((resolve) => setTimeout(resolve, 100));
    let decided = false;
    const verdict = recordPhoneReply(harness.deps, channel, message(prepared.number)).then((result) => {
      decided = true;
      return result;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(decided).toBe(false);
    await delivering;
    expect(await verdict).toMatchObject({ verdict: 'stored' });
  });

  it('asks the provider to come again when a send stays unsettled', async () => {
    const prepared = await withNotice();
    await harness.phone.fault({ target: 'evolution.sendText', kind: 'reset', times: 1 });
    await expect(deliver(prepared.input)).rejects.toThrow();
    await expect(recordPhoneReply(harness.deps, channel, message(prepared.number))).rejects.toMatchObject({
      code: 'webhook_undecided',
    });
  });
});

describe('sendNotice', () => {
  const run = (input: Parameters<ReturnType<typeof createSendNotice>>[0]) =>
    new MockActivityEnvironment({ attempt: 1 }).run(createSendNotice(harness.deps), input);

  it("sends the tenant's own words, once an id", async () => {
    const { input, number } = await withNotice();
    await tenant.configure({ messages: { fallback: 'Já chamo alguém.' } });
    const notice = { ...input, noticeId: newId(), notice: 'fallback' as const, fence: 0 };
    expect(await run(notice)).toBe('sent');
    expect(await run(notice)).toBe('sent');
    expect(await harness.phone.received(instance, number)).toEqual(['Já chamo alguém.']);
  });

  it('types it first where the AI types: shown, stored, and left to be claimed after the pause', async () => {
    const { input, number } = await withNotice();
    await tenant.configure({ pace: { charactersPerSecond: 10 }, messages: { fallback: 'Já chamo alguém.' } });
    const notice = { ...input, noticeId: newId(), notice: 'fallback' as const, fence: 0 };
    const first = await run(notice);
    expect(first).toEqual({ status: 'waiting', forMs: 1_600, balloonId: expect.any(String) });
    expect(await run(notice)).toEqual(first);
    expect(await harness.phone.received(instance, number)).toEqual([]);
    await tenant.configure({ pace: { charactersPerSecond: 0 } });
    await eventually(async () => {
      const calls = await harness.phone.journal('evolution');
      expect(calls.some(({ path }) => path.includes('sendPresence'))).toBe(true);
    });
    const balloonId = (first as { balloonId: string }).balloonId;
    expect(await deliver({ ...input, balloonId })).toBe('sent');
    expect(await harness.phone.received(instance, number)).toEqual(['Já chamo alguém.']);
  });

  it('says nothing once a person has the conversation', async () => {
    const { input, conversationId, number } = await withNotice();
    await replyAsHuman(harness.deps, tenant.ctx, { conversationId, text: 'Oi', idempotencyKey: null });
    expect(await run({ ...input, noticeId: newId(), notice: 'humanReturn', fence: 0 })).toBe('dropped');
    expect(await harness.phone.received(instance, number)).toEqual([]);
  });
});
