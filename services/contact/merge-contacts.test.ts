import { newId } from '../../config/new-id';
import { WEBHOOK_SECRET_HEADER } from '../channel/create-channel';
import { CLINIC, startClinic } from '../../tests/support/clinic';
import type { Harness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';

const PRICE = CLINIC.answer;
const ASK = 'Quanto custa a consulta?';

let harness: Harness;
let tenant: TestTenant;
let instance: string;
let channelId: string;

beforeAll(async () => {
  ({ harness, tenant, instance, channelId } = await startClinic());
}, 60_000);
afterEach(() => harness.phone.heal());
afterAll(() => harness.close());

const quiet = () => new Promise((resolve) => setTimeout(resolve, 700));
const lidOf = () => `${Date.now()}${Math.floor(Math.random() * 1e4)}`;
const byPhone = (number: string) => ({ remoteJid: `${number}@s.whatsapp.net` });
const byLid = (lid: string) => ({ remoteJid: `${lid}@lid` });
const byBoth = (lid: string, number: string) => ({ ...byLid(lid), remoteJidAlt: `${number}@s.whatsapp.net` });

async function write(
  key: Record<string, unknown>,
  content: string | Record<string, unknown>,
  to: { who: TestTenant; instance: string; channelId: string } = { who: tenant, instance, channelId },
): Promise<number> {
  const name = typeof key['remoteJid'] === 'string' ? key['remoteJid'].replace(/@.*/, '') : '';
  const { tenantId } = to.who.ctx;
  const row = await harness.deps.db.withTenant(tenantId, (tx) =>
    tx.channel.findUniqueOrThrow({ where: { id: to.channelId } }),
  );
  const open = (column: string, value: string) =>
    harness.deps.secrets.open({ tenantId, column: `channels.${column}` }, value);
  const response = await fetch(`${harness.url}/webhooks/evolution/${open('webhook_key', row.webhookKey)}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      [WEBHOOK_SECRET_HEADER]: open('webhook_secret', row.webhookSecret),
    },
    body: JSON.stringify({
      event: 'messages.upsert',
      instance: to.instance,
      data: {
        key: { fromMe: false, id: newId(), ...key },
        // Found again by it: a name may be anything.
        pushName: `Cliente ${name}`,
        message: typeof content === 'string' ? { conversation: content } : content,
        messageType: typeof content === 'string' ? 'conversation' : Object.keys(content)[0],
        messageTimestamp: Math.floor(Date.now() / 1_000),
      },
    }),
  });
  return response.status;
}

/** The conversation with a person who has one of these names. */
async function conversationWith(kind: string, value: string, who = tenant) {
  return eventually(async () => {
    const identity = await harness.deps.db.withTenant(who.ctx.tenantId, (tx) =>
      tx.contactIdentity.findFirstOrThrow({ where: { kind, value } }),
    );
    const found = (await who.conversations()).find((one) => one.contact.id === identity.contactId);
    expect(found).toBeDefined();
    return found;
  });
}

const answersTo = (address: string) => harness.phone.received(instance, address);
const merge = (from: string, into: string, who = tenant) =>
  who.post(`/api/v1/contacts/${from}/merge`, { into });
const textsOf = async (conversationId: string, author: string) =>
  (await tenant.timeline(conversationId)).filter((one) => one.author === author).map((one) => one.text);

const HELLO = 'Oi';
const WELCOME = 'Olá! Como posso ajudar?';

/** Two people who are one: a conversation by LID and one by phone, each with its words and its answer. */
async function twoHalves() {
  const [number, lid] = [Phone.number(), lidOf()];
  await harness.phone.customer({ name: 'Ana', number, lid });
  await write(byLid(lid), `${HELLO}!`);
  await write(byPhone(number), HELLO);
  const ofLid = await conversationWith('lid', lid);
  const ofPhone = await conversationWith('phone', number);
  expect(ofLid.id).not.toBe(ofPhone.id);
  await eventually(async () => expect(await answersTo(number)).toEqual([WELCOME, WELCOME]));
  await eventually(async () => {
    for (const { id } of [ofLid, ofPhone]) {
      expect((await tenant.timeline(id)).at(-1)).toMatchObject({
        author: 'ai',
        status: expect.not.stringMatching('sending'),
      });
    }
  });
  return { number, lid, ofLid, ofPhone };
}

describe('contacts that are one person (F23)', () => {
  it('fifty first messages at once, by LID, by phone and by both, end as one conversation', async () => {
    const [number, lid] = [Phone.number(), lidOf()];
    await harness.phone.customer({ name: 'Ana', number, lid });
    const keys = [byLid(lid), byPhone(number), byBoth(lid, number)];
    const statuses = await Promise.all(
      Array.from({ length: 50 }, (_, index) => write(keys[index % 3] ?? {}, `mensagem ${index}`)),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    const { id, contact } = await conversationWith('phone', number);
    expect((await conversationWith('lid', lid)).id).toBe(id);
    expect((await tenant.conversations()).filter((one) => one.contact.id === contact.id)).toHaveLength(1);
    const texts = await textsOf(id, 'customer');
    expect(new Set(texts)).toEqual(new Set(Array.from({ length: 50 }, (_, index) => `mensagem ${index}`)));
    expect(texts).toHaveLength(50);
    const seqs = (await tenant.timeline(id)).map(({ seq }) => seq);
    expect(new Set(seqs).size).toBe(seqs.length);
  });

  it('a message that names both joins two conversations, and each question is answered once', async () => {
    const { number, lid, ofLid, ofPhone } = await twoHalves();
    await write(byBoth(lid, number), ASK);
    // The name known first is left.
    expect((await conversationWith('phone', number)).id).toBe(ofLid.id);
    const one = await conversationWith('lid', lid);
    expect(one.id).toBe(ofLid.id);
    expect(await textsOf(one.id, 'customer')).toEqual([`${HELLO}!`, HELLO, ASK]);
    const gone = await tenant.get(`/api/v1/conversations/${ofPhone.id}`);
    expect(gone.body.mergedIntoId).toBe(ofLid.id);
    const { body: contact } = await tenant.get(`/api/v1/contacts/${one.contact.id}`);
    expect(contact.identities.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['lid', 'phone']);
    expect(contact.merges).toMatchObject([{ cause: 'provider', user: null }]);
    await eventually(async () =>
      expect((await answersTo(number)).filter((text) => text === PRICE)).toHaveLength(1),
    );
    await quiet();
    expect((await answersTo(number)).filter((text) => text === PRICE)).toHaveLength(1);
  });

  it('merged while both questions are being thought about: each is answered, none twice', async () => {
    const [number, lid] = [Phone.number(), lidOf()];
    await harness.phone.customer({ name: 'Ana', number, lid });
    await harness.phone.fault({ target: 'openai.chat', kind: 'delay', ms: 1_500, times: 2 });
    await write(byLid(lid), ASK);
    await write(byPhone(number), ASK);
    const ofLid = await conversationWith('lid', lid);
    const ofPhone = await conversationWith('phone', number);
    const answer = await merge(ofLid.contact.id, ofPhone.contact.id);
    expect(answer.status).toBe(200);
    // Both were open: one answer to both, since they are one conversation now.
    await eventually(async () => expect(await answersTo(number)).toEqual([PRICE]));
    await quiet();
    await quiet();
    expect(await answersTo(number)).toEqual([PRICE]);
    const { body } = await tenant.get(`/api/v1/conversations/${ofPhone.id}`);
    expect(body).toMatchObject({ unanswered: false, state: 'IA_ATIVA' });
    // The workflow that has nothing left to do has ended.
    const { Client } = await import('@temporalio/client');
    const { connectTemporal } = await import('../../temporal/connection');
    const connection = await connectTemporal(harness.env);
    const client = new Client({ connection, namespace: harness.env.temporal.namespace });
    const handle = client.workflow.getHandle(`conversation:${tenant.ctx.tenantId}:${ofLid.id}`);
    await eventually(async () => expect((await handle.describe()).status.name).toBe('COMPLETED'));
    await connection.close();
  });

  it('never takes a conversation from the team, and the AI stays silent in what is left', async () => {
    const { number, ofLid, ofPhone } = await twoHalves();
    await tenant.post(`/api/v1/conversations/${ofLid.id}/take-over`);
    const answer = await merge(ofLid.contact.id, ofPhone.contact.id);
    expect(answer.status).toBe(200);
    const { body } = await tenant.get(`/api/v1/conversations/${ofPhone.id}`);
    expect(body).toMatchObject({ state: 'HUMANO_RESPONDEU', assignedUser: { id: tenant.ctx.userId } });
    expect(body.humanDeadline).not.toBeNull();
    const before = (await answersTo(number)).length;
    await write(byPhone(number), ASK);
    await quiet();
    expect(await answersTo(number)).toHaveLength(before);
    // And by button it comes back there.
    await tenant.post(`/api/v1/conversations/${ofPhone.id}/return-to-ai`, { answerPending: true });
    await eventually(async () => expect((await answersTo(number)).at(-1)).toBe(PRICE));
  });

  it('a message of a person that was waiting to be sent is sent once', async () => {
    const { number, ofLid, ofPhone } = await twoHalves();
    await harness.phone.fault({ target: 'evolution.sendText', kind: 'status', status: 500, times: 1 });
    await tenant.post(`/api/v1/conversations/${ofLid.id}/messages`, { text: 'Já te ajudo' });
    await merge(ofLid.contact.id, ofPhone.contact.id);
    await eventually(async () => expect(await answersTo(number)).toContain('Já te ajudo'), 20_000);
    await quiet();
    expect((await answersTo(number)).filter((text) => text === 'Já te ajudo')).toHaveLength(1);
    expect(await textsOf(ofPhone.id, 'human')).toEqual(['Já te ajudo']);
  });

  it('takes files along, there and back', async () => {
    const { lid, ofLid, ofPhone } = await twoHalves();
    await tenant.post(`/api/v1/conversations/${ofLid.id}/take-over`);
    await write(byLid(lid), { imageMessage: { mimetype: 'image/jpeg', caption: 'veja' } });
    const fileIn = async (conversationId: string) => {
      const files = await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
        tx.media.findMany({ where: { conversationId } }),
      );
      const message = (await tenant.timeline(conversationId)).find(({ kind }) => kind === 'image');
      expect(files.map(({ id, seq }) => ({ id, seq: Number(seq) }))).toEqual([
        { id: message?.id, seq: message?.seq },
      ]);
    };
    await fileIn(ofLid.id);
    const { body } = await merge(ofLid.contact.id, ofPhone.contact.id);
    await fileIn(ofPhone.id);
    await tenant.post(`/api/v1/contacts/merges/${body.mergeId}/undo`);
    await fileIn(ofLid.id);
  });

  it('refuses orders to what was merged away, and says where it is', async () => {
    const { ofLid, ofPhone } = await twoHalves();
    await merge(ofLid.contact.id, ofPhone.contact.id);
    for (const [path, body] of [
      ['take-over', undefined],
      ['messages', { text: 'Oi' }],
    ] as const) {
      const answer = await tenant.post(`/api/v1/conversations/${ofLid.id}/${path}`, body);
      expect([answer.status, answer.body.code]).toEqual([409, 'conversation_merged']);
    }
  });

  it('does it once, however often it is asked, and not with itself or somebody who is gone', async () => {
    const { ofLid, ofPhone } = await twoHalves();
    const [a, b] = [ofLid.contact.id, ofPhone.contact.id];
    const answers = await Promise.all([merge(a, b), merge(a, b), merge(a, b)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.mergeId)).size).toBe(1);
    expect((await merge(b, a)).body.code).toBe('contact_merged');
    expect((await merge(b, b)).status).toBe(400);
    expect((await merge(b, newId())).status).toBe(404);
  });
});

describe('a merge undone', () => {
  it('gives each what it had; what came since stays', async () => {
    const { number, lid, ofLid, ofPhone } = await twoHalves();
    const { body: merged } = await merge(ofLid.contact.id, ofPhone.contact.id);
    await write(byLid(lid), 'Obrigada');
    expect((await conversationWith('lid', lid)).id).toBe(ofPhone.id);
    await eventually(async () => expect(await answersTo(number)).toHaveLength(3));
    const undone = await tenant.post(`/api/v1/contacts/merges/${merged.mergeId}/undo`);
    expect(undone.status).toBe(204);
    expect(await textsOf(ofLid.id, 'customer')).toEqual([`${HELLO}!`]);
    expect(await textsOf(ofLid.id, 'ai')).toEqual([WELCOME]);
    expect(await textsOf(ofPhone.id, 'customer')).toEqual([HELLO, 'Obrigada']);
    await write(byLid(lid), 'Tchau');
    await write(byPhone(number), 'Até logo');
    expect((await conversationWith('lid', lid)).id).toBe(ofLid.id);
    expect((await textsOf(ofLid.id, 'customer')).at(-1)).toBe('Tchau');
    expect((await textsOf(ofPhone.id, 'customer')).at(-1)).toBe('Até logo');
    await eventually(async () => expect(await answersTo(number)).toHaveLength(5));
    const again = await tenant.post(`/api/v1/contacts/merges/${merged.mergeId}/undo`);
    expect([again.status, again.body.code]).toEqual([409, 'merge_not_undoable']);
  });

  it('leaves nothing answered twice: what is open goes with its own', async () => {
    const { number, lid, ofLid, ofPhone } = await twoHalves();
    await tenant.post(`/api/v1/conversations/${ofLid.id}/take-over`);
    await write(byLid(lid), ASK);
    const { body: merged } = await merge(ofLid.contact.id, ofPhone.contact.id);
    await tenant.post(`/api/v1/contacts/merges/${merged.mergeId}/undo`);
    const before = (await answersTo(number)).filter((text) => text === PRICE).length;
    await tenant.post(`/api/v1/conversations/${ofLid.id}/return-to-ai`, { answerPending: true });
    await tenant.post(`/api/v1/conversations/${ofPhone.id}/return-to-ai`, { answerPending: true });
    await eventually(async () =>
      expect((await answersTo(number)).filter((text) => text === PRICE)).toHaveLength(before + 1),
    );
    await quiet();
    expect((await answersTo(number)).filter((text) => text === PRICE)).toHaveLength(before + 1);
  });

  it('is done newest first', async () => {
    const [one, two] = [await twoHalves(), await twoHalves()];
    const first = await merge(one.ofLid.contact.id, one.ofPhone.contact.id);
    const second = await merge(two.ofLid.contact.id, one.ofPhone.contact.id);
    const undo = (answer: typeof first) => tenant.post(`/api/v1/contacts/merges/${answer.body.mergeId}/undo`);
    expect((await undo(first)).body.code).toBe('merge_not_undoable');
    expect((await undo(second)).status).toBe(204);
    expect((await undo(first)).status).toBe(204);
    expect(await textsOf(one.ofLid.id, 'customer')).toHaveLength(1);
  });
});

describe('the same number elsewhere (F27)', () => {
  it('is another person to another tenant, and another conversation on another number', async () => {
    const number = Phone.number();
    const second = await tenant.connectNumber(harness.phone);
    const other = await harness.tenant();
    const theirs = await other.connectNumber(harness.phone);
    const places = [
      { who: tenant, instance, channelId },
      { who: tenant, ...second },
      { who: other, ...theirs },
    ];
    // One message id on several numbers is several messages.
    const id = newId();
    for (const place of places) expect(await write({ ...byPhone(number), id }, HELLO, place)).toBe(200);
    const mine = await tenant.conversations(`?q=${number}`);
    expect(new Set(mine.map((one) => one.channel.id))).toEqual(new Set([channelId, second.channelId]));
    expect(mine).toHaveLength(2);
    expect(new Set(mine.map((one) => one.contact.id)).size).toBe(1);
    const theirOnes = await other.conversations(`?q=${number}`);
    expect(theirOnes).toHaveLength(1);
    expect(theirOnes[0].contact.id).not.toBe(mine[0].contact.id);
    for (const one of mine) expect(await textsOf(one.id, 'customer')).toEqual([HELLO]);
    const stranger = await merge(theirOnes[0].contact.id, mine[0].contact.id);
    expect(stranger.status).toBe(404);
  });

  it('merges across several numbers: each keeps one conversation', async () => {
    const second = await tenant.connectNumber(harness.phone);
    const { number, lid, ofLid, ofPhone } = await twoHalves();
    await write(byLid(lid), HELLO, { who: tenant, ...second });
    await merge(ofLid.contact.id, ofPhone.contact.id);
    await write(byPhone(number), 'Olá', { who: tenant, ...second });
    const found = (await tenant.conversations()).filter((one) => one.contact.id === ofPhone.contact.id);
    expect(found.map((one) => one.channel.id).sort()).toEqual([channelId, second.channelId].sort());
  });
});

describe('roles', () => {
  it('an attendant reads and does not merge', async () => {
    const attendant = await harness.tenant({ role: 'ORG_AGENT' });
    expect((await attendant.get('/api/v1/contacts')).status).toBe(200);
    expect((await merge(newId(), newId(), attendant)).status).toBe(403);
    expect((await attendant.post(`/api/v1/contacts/merges/${newId()}/undo`)).status).toBe(403);
  });
});
