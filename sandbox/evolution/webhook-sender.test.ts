import { Faults } from '../faults/faults';
import { Journal, type WebhookEntry } from '../journal/journal';
import type { Instance } from '../state/instance';
import { ManualClock, settle } from '../testing/manual-clock';
import { testInstance } from '../testing/test-instance';
import { WebhookSender } from './webhook-sender';
import { webhookToken } from './webhook-token';

interface Post {
  at: number;
  url: string;
  headers: Record<string, string>;
  body: string;
}

function setUp(answer: (attempt: number) => number | Error = () => 200) {
  const clock = new ManualClock();
  const began = clock.now();
  const posts: Post[] = [];
  const faults = new Faults();
  const journal = new Journal();
  const sender = new WebhookSender({
    clock,
    faults,
    journal,
    serverUrl: () => 'http://evolution',
    random: () => 0.5,
    post: (url, headers, body) => {
      posts.push({ at: (clock.now() - began) / 1_000, url, headers, body });
      const outcome = answer(posts.length);
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
  });
  const entries = (): WebhookEntry[] => journal.list('webhook').filter((entry) => entry.system === 'webhook');
  return { clock, posts, faults, sender, entries };
}

function instanceWith(webhook: Partial<NonNullable<Instance['webhook']>> = {}): Instance {
  return testInstance({
    state: 'open',
    ownerJid: '5511987650000@s.whatsapp.net',
    webhook: {
      id: 'w-1',
      enabled: true,
      url: 'http://app/hook',
      headers: { jwt_key: 'test_secret_1', 'x-channel': 'one' },
      events: ['MESSAGES_UPSERT', 'SEND_MESSAGE'],
      webhookByEvents: false,
      webhookBase64: false,
      createdAt: '',
      updatedAt: '',
      ...webhook,
    },
  });
}

const upsert = { event: 'messages.upsert', data: { n: 1 } } as const;

describe('WebhookSender', () => {
  it('wraps an event in the envelope and replaces jwt_key by a signed token', async () => {
    const { posts, sender } = setUp();
    await sender.emit(instanceWith(), upsert);
    expect(JSON.parse(posts[0]?.body ?? '')).toEqual({
      event: 'messages.upsert',
      instance: 'loja',
      data: { n: 1 },
      destination: 'http://app/hook',
      date_time: expect.stringMatching(/^2026-11-20T.*Z$/),
      sender: '5511987650000@s.whatsapp.net',
      server_url: 'http://evolution',
      apikey: null,
    });
    const at = Math.floor(Date.UTC(2026, 10, 20, 9, 15, 2) / 1_000);
    expect(posts[0]?.headers).toMatchObject({
      'x-channel': 'one',
      authorization: `Bearer ${webhookToken('test_secret_1', at)}`,
    });
    expect(posts[0]?.headers).not.toHaveProperty('jwt_key');
  });

  it('tells only what is subscribed to', async () => {
    const { posts, sender } = setUp();
    await sender.emit(instanceWith(), { event: 'presence.update', data: {} });
    await sender.emit(instanceWith({ enabled: false }), upsert);
    expect(posts).toHaveLength(0);
  });

  it('adds the event to the address when asked to', async () => {
    const { posts, sender } = setUp();
    await sender.emit(instanceWith({ webhookByEvents: true }), upsert);
    expect(posts[0]?.url).toBe('http://app/hook/messages-upsert');
  });

  it('repeats ten times in all, on the table of waits, with the same token', async () => {
    const { clock, posts, sender, entries } = setUp(() => 503);
    void sender.emit(instanceWith(), upsert);
    await clock.advance(3_600_000);
    expect(posts.map(({ at }) => at)).toEqual([0, 5, 15, 35, 75, 155, 315, 615, 915, 1_215]);
    expect(new Set(posts.map(({ headers }) => headers['authorization'])).size).toBe(1);
    expect(entries()[0]?.state).toBe('given up');
  });

  it('repeats after a broken connection and stops at the first 2xx', async () => {
    const { clock, posts, sender, entries } = setUp((attempt) =>
      attempt === 1 ? new Error('ECONNREFUSED') : 202,
    );
    let taken = 0;
    void sender.emit(instanceWith(), { ...upsert, onTaken: () => (taken += 1) });
    await clock.advance(3_600_000);
    expect(posts).toHaveLength(2);
    expect(entries()[0]).toMatchObject({
      state: 'delivered',
      attempts: [{ status: null, error: 'ECONNREFUSED' }, { status: 202 }],
    });
    expect(taken).toBe(1);
  });

  it.each([400, 401, 403, 404, 422])('drops the event at once on %i', async (status) => {
    const { clock, posts, sender, entries } = setUp(() => status);
    void sender.emit(instanceWith(), upsert);
    await clock.advance(3_600_000);
    expect(posts).toHaveLength(1);
    expect(entries()[0]?.state).toBe('refused');
  });

  it('forgets what waits to be repeated when it closes', async () => {
    const { clock, posts, sender } = setUp(() => 500);
    void sender.emit(instanceWith(), upsert);
    await settle();
    sender.close();
    await clock.advance(3_600_000);
    expect(posts).toHaveLength(1);
  });

  it('duplicates in parallel', async () => {
    const { posts, faults, sender } = setUp();
    faults.add({ target: 'webhook', kind: 'duplicate', n: 3, parallel: true, after: 0, times: 1 });
    await sender.emit(instanceWith(), upsert);
    await sender.emit(instanceWith(), upsert);
    expect(posts).toHaveLength(4);
    expect(posts[0]?.body).toBe(posts[2]?.body);
  });

  it('delivers a window of events in the opposite order', async () => {
    const { clock, posts, faults, sender } = setUp();
    faults.add({ target: 'webhook', kind: 'reorder', window: 3, after: 0 });
    for (const n of [1, 2, 3]) void sender.emit(instanceWith(), { event: 'messages.upsert', data: { n } });
    await clock.advance(1);
    expect(posts.map(({ body }) => /"n":(\d)/.exec(body)?.[1])).toEqual(['3', '2', '1']);
  });

  it('lets go of a window that does not fill', async () => {
    const { clock, posts, faults, sender } = setUp();
    faults.add({ target: 'webhook', kind: 'reorder', window: 10, after: 0 });
    void sender.emit(instanceWith(), upsert);
    await clock.advance(999);
    expect(posts).toHaveLength(0);
    await clock.advance(2);
    expect(posts).toHaveLength(1);
  });

  it('delays and drops', async () => {
    const { clock, posts, faults, sender, entries } = setUp();
    faults.add({ target: 'webhook', kind: 'delay', ms: 700, after: 0, times: 1 });
    void sender.emit(instanceWith(), upsert);
    await clock.advance(699);
    expect(posts).toHaveLength(0);
    await clock.advance(2);
    expect(posts).toHaveLength(1);
    faults.add({ target: 'webhook', kind: 'drop', after: 0 });
    await sender.emit(instanceWith(), upsert);
    expect(posts).toHaveLength(1);
    expect(entries().at(-1)?.state).toBe('dropped');
  });

  it('signs with another secret, with an old time, or not at all', async () => {
    const { clock, posts, faults, sender } = setUp();
    const now = Math.floor(clock.now() / 1_000);
    faults.add({ target: 'webhook', kind: 'wrongSecret', after: 0, times: 1 });
    faults.add({ target: 'webhook', kind: 'expiredToken', after: 0, times: 1 });
    faults.add({ target: 'webhook', kind: 'noSecret', after: 0, times: 1 });
    for (let turn = 0; turn < 3; turn += 1) await sender.emit(instanceWith(), upsert);
    expect(posts[0]?.headers).toMatchObject({ 'x-channel': 'wrong-secret' });
    expect(posts[0]?.headers['authorization']).toBe(`Bearer ${webhookToken('wrong-secret', now)}`);
    expect(posts[1]?.headers['authorization']).toBe(`Bearer ${webhookToken('test_secret_1', now - 3_600)}`);
    expect(posts[2]?.headers).not.toHaveProperty('authorization');
    expect(posts[2]?.headers).not.toHaveProperty('x-channel');
  });
});
