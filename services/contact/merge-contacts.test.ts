import { newId } from '../../config/new-id';
import { WEBHOOK_SECRET_HEADER } from '../channel/create-channel';
import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';

const PRICE = 'A consulta custa R$ 220.';
const ASK = 'Quanto custa a consulta?';

let harness: Harness;
let tenant: TestTenant;
let instance: string;
let channelId: string;

beforeAll(async () => {
  harness = await startHarness();
  tenant = await harness.tenant();
  await tenant.configure({ timing: { debounceMs: 0 }, messages: { greeting: '', fallback: '' } });
  await tenant.learn(`Atendemos de segunda a sexta das 7h às 19h. ${PRICE}`);
  ({ instance, channelId } = await tenant.connectNumber(harness.phone));
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
  text: string,
  to: { who: TestTenant; instance: string; channelId: string } = { who: tenant, instance, channelId },
): Promise<number> {
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
        pushName: 'Ana',
        message: { conversation: text },
        messageType: 'conversation',
        messageTimestamp: Math.floor(Date.now() / 1_000),
      },
    }),
  });
  return response.status;
}

/** The conversation a person's words are in now. */
async function conversationWith(text: string, who = tenant) {
  return eventually(async () => {
    const [found] = await who.conversations(`?q=${encodeURIComponent(text)}`);
    expect(found).toBeDefined();
    return found;
  });
}

const answersTo = (address: string) => harness.phone.received(instance, address);
const merge = (from: string, into: string, who = tenant) =>
  who.post(`/api/v1/contacts/${from}/merge`, { into });
const textsOf = async (conversationId: string, author: string) =>
  (await tenant.timeline(conversationId)).filter((one) => one.author === author).map((one) => one.text);

/** Two people who are one: one conversation by LID and one by phone, each with its words. */
async function twoHalves() {
  const [number, lid, tag] = [Phone.number(), lidOf(), newId().slice(-8)];
  await harness.phone.customer({ name: 'Ana', number, lid });
  await write(byLid(lid), `Oi, aqui é pelo LID ${tag}`);
  await write(byPhone(number), `Oi, aqui é pelo número ${tag}`);
  const ofLid = await conversationWith(`pelo LID ${tag}`);
  const ofPhone = await conversationWith(`pelo número ${tag}`);
  expect(ofLid.id).not.toBe(ofPhone.id);
  return { number, lid, tag, ofLid, ofPhone };
}

describe('contacts that are one person (F23)', () => {
  it('fifty first messages at once, by LID, by phone and by both, end as one conversation', async () => {
    const [number, lid, tag] = [Phone.number(), lidOf(), newId().slice(-8)];
    await harness.phone.customer({ name: 'Ana', number, lid });
    const keys = [byLid(lid), byPhone(number), byBoth(lid, number)];
    const statuses = await Promise.all(
      Array.from({ length: 50 }, (_, index) => write(keys[index % 3] ?? {}, `${tag} mensagem ${index}`)),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    // Whoever came last by both names: nothing is left apart.
    await write(byBoth(lid, number), `${tag} por fim`);
    expect(await tenant.conversations(`?q=${tag}`)).toHaveLength(1);
    const { id } = await conversationWith(tag);
    const texts = await textsOf(id, 'customer');
    expect(texts).toHaveLength(51);
    expect(new Set(texts).size).toBe(51);
    const seqs = (await tenant.timeline(id)).map(({ seq }) => seq);
    expect(new Set(seqs).size).toBe(seqs.length);
  });

  it('a message that names both joins two conversations, and each question is answered once', async () => {
    const { number, lid, tag, ofLid, ofPhone } = await twoHalves();
    await write(byBoth(lid, number), `${ASK} ${tag}`);
    const one = await eventually(async () => {
      const found = await tenant.conversations(`?q=${tag}`);
      expect(found).toHaveLength(1);
      return found[0];
    });
    // The name known first is left.
    expect(one.id).toBe(ofLid.id);
    expect(await textsOf(one.id, 'customer')).toEqual([
      `Oi, aqui é pelo LID ${tag}`,
      `Oi, aqui é pelo número ${tag}`,
      `${ASK} ${tag}`,
    ]);
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
    const [number, lid, tag] = [Phone.number(), lidOf(), newId().slice(-8)];
    await harness.phone.customer({ name: 'Ana', number, lid });
    await harness.phone.fault({ target: 'openai.chat', kind: 'latency', ms: 1_500, times: 2 });
    await write(byLid(lid), `${ASK} ${tag} lid`);
    await write(byPhone(number), `${ASK} ${tag} fone`);
    const ofLid = await conversationWith(`${tag} lid`);
    const ofPhone = await conversationWith(`${tag} fone`);
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
    const { number, tag, ofLid, ofPhone } = await twoHalves();
    await tenant.post(`/api/v1/conversations/${ofLid.id}/take-over`);
    const answer = await merge(ofLid.contact.id, ofPhone.contact.id);
    expect(answer.status).toBe(200);
    const { body } = await tenant.get(`/api/v1/conversations/${ofPhone.id}`);
    expect(body).toMatchObject({ state: 'HUMANO_RESPONDEU', assignedUser: { id: tenant.ctx.userId } });
    expect(body.humanDeadline).not.toBeNull();
    const before = (await answersTo(number)).length;
    await write(byPhone(number), `${ASK} ${tag}`);
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
    const { number, lid, tag, ofLid, ofPhone } = await twoHalves();
    const { body: merged } = await merge(ofLid.contact.id, ofPhone.contact.id);
    await write(byLid(lid), `depois da união ${tag}`);
    expect((await conversationWith(`depois da união ${tag}`)).id).toBe(ofPhone.id);
    const undone = await tenant.post(`/api/v1/contacts/merges/${merged.mergeId}/undo`);
    expect(undone.status).toBe(204);
    expect(await textsOf(ofLid.id, 'customer')).toEqual([`Oi, aqui é pelo LID ${tag}`]);
    expect(await textsOf(ofPhone.id, 'customer')).toEqual([
      `Oi, aqui é pelo número ${tag}`,
      `depois da união ${tag}`,
    ]);
    await write(byLid(lid), `pelo LID outra vez ${tag}`);
    await write(byPhone(number), `pelo número outra vez ${tag}`);
    expect((await conversationWith(`pelo LID outra vez ${tag}`)).id).toBe(ofLid.id);
    expect((await conversationWith(`pelo número outra vez ${tag}`)).id).toBe(ofPhone.id);
    const again = await tenant.post(`/api/v1/contacts/merges/${merged.mergeId}/undo`);
    expect([again.status, again.body.code]).toEqual([409, 'merge_not_undoable']);
  });

  it('leaves nothing answered twice: what is open goes with its own', async () => {
    const { number, tag, ofLid, ofPhone } = await twoHalves();
    await quiet();
    await tenant.post(`/api/v1/conversations/${ofLid.id}/take-over`);
    await write(byLid((await lidOfContact(ofLid.contact.id)) ?? ''), `${ASK} ${tag}`);
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

  async function lidOfContact(id: string): Promise<string | undefined> {
    const { body } = await tenant.get(`/api/v1/contacts/${id}`);
    return body.identities.find(({ kind }: { kind: string }) => kind === 'lid')?.value;
  }
});

describe('the same number elsewhere (F27)', () => {
  it('is another person to another tenant, and another conversation on another number', async () => {
    const number = Phone.number();
    const tag = newId().slice(-8);
    const second = await tenant.connectNumber(harness.phone);
    const other = await harness.tenant();
    const theirs = await other.connectNumber(harness.phone);
    await write(byPhone(number), `${tag} aqui`);
    await write(byPhone(number), `${tag} no segundo`, { who: tenant, ...second });
    await write(byPhone(number), `${tag} com outro`, { who: other, ...theirs });
    const mine = await tenant.conversations(`?q=${tag}`);
    expect(mine).toHaveLength(2);
    expect(new Set(mine.map((one) => one.channel.id))).toEqual(new Set([channelId, second.channelId]));
    expect(new Set(mine.map((one) => one.contact.id)).size).toBe(1);
    const theirOnes = await other.conversations(`?q=${tag}`);
    expect(theirOnes).toHaveLength(1);
    expect(mine.map((one) => one.contact.id)).not.toContain(theirOnes[0].contact.id);
    // One message id on two numbers is two messages.
    const id = newId();
    await write({ ...byPhone(number), id }, `${tag} mesmo id`);
    await write({ ...byPhone(number), id }, `${tag} mesmo id`, { who: tenant, ...second });
    for (const { id: conversation } of mine) {
      expect(await textsOf(conversation, 'customer')).toContain(`${tag} mesmo id`);
    }
  });

  it('merges across several numbers: each keeps one conversation', async () => {
    const second = await tenant.connectNumber(harness.phone);
    const { number, lid, tag, ofLid, ofPhone } = await twoHalves();
    await write(byLid(lid), `só no segundo ${tag}`, { who: tenant, ...second });
    await merge(ofLid.contact.id, ofPhone.contact.id);
    await write(byPhone(number), `pelo número no segundo ${tag}`, { who: tenant, ...second });
    const found = await tenant.conversations(`?q=${tag}`);
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
