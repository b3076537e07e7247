import { CLINIC } from '../../tests/support/clinic';
import { asSaid, CHATWOOT_PATH, CHATWOOT_TOKEN, ChatwootClinic } from '../../tests/support/chatwoot-clinic';
import { Phone } from '../../tests/support/phone';
import { eventually } from '../../tests/support/test-tenant';
import { connectChatwoot } from './connection';
import { reconcileChatwoot } from './reconcile';

let clinic: ChatwootClinic;
beforeAll(async () => {
  clinic = await ChatwootClinic.start();
}, 60_000);
afterEach(() => clinic.harness.phone.heal());
afterAll(() => clinic.harness.close());

describe('connecting', () => {
  it.each([
    ['a token that Chatwoot does not know', { token: 'wrong' }, 'token'],
    ['the token of somebody who is no administrator', { token: 'sandbox-chatwoot-bia' }, 'token'],
    ['an account that the token does not see', { accountId: 77 }, 'accountId'],
    ['an address that leads inward', { baseUrl: 'http://127.0.0.1:9' }, 'baseUrl'],
    ['an address where no Chatwoot is', { baseUrl: 'sandbox' }, 'baseUrl'],
  ])('refuses %s, naming the field', async (_what, change, path) => {
    const other = await clinic.harness.tenant();
    const baseUrl =
      'baseUrl' in change && change.baseUrl === 'sandbox'
        ? `${clinic.harness.sandbox.url}/control`
        : undefined;
    const answer = await other.put(
      CHATWOOT_PATH,
      clinic.account({ ...change, ...(baseUrl === undefined ? {} : { baseUrl }) }),
    );
    expect([answer.status, answer.body.errors?.map((field: { path: string }) => field.path)]).toEqual([
      400,
      [path],
    ]);
    expect((await other.get(CHATWOOT_PATH)).body).toEqual({ connection: null });
  });

  it('says that nobody answers', async () => {
    await clinic.harness.phone.fault({ target: 'chatwoot.profile', kind: 'status', status: 500 });
    expect((await (await clinic.harness.tenant()).put(CHATWOOT_PATH, clinic.account())).status).toBe(503);
  });

  it("is a tenant's own, and its administrators'", async () => {
    const other = await clinic.harness.tenant();
    expect((await other.get(CHATWOOT_PATH)).body).toEqual({ connection: null });
    expect((await other.delete(CHATWOOT_PATH)).status).toBe(404);
    const agent = await clinic.tenant.colleague('Duda');
    expect((await agent.get(CHATWOOT_PATH)).status).toBe(403);
  });

  it('tells Chatwoot our public address: it is not in the network in which Evolution may be', async () => {
    const { ctx } = await clinic.harness.tenant();
    const env = { ...clinic.harness.deps.env, webhookBaseUrl: 'http://api.inside:3000' };
    await connectChatwoot({ ...clinic.harness.deps, env }, ctx, clinic.account());
    const list = await fetch(`${clinic.harness.sandbox.chatwootUrl}/api/v1/accounts/1/webhooks`, {
      headers: { api_access_token: CHATWOOT_TOKEN },
    });
    const told = await list.text();
    expect(told).toContain(`${env.publicUrl}/webhooks/chatwoot/`);
    expect(told).not.toContain('api.inside');
  });

  it('never gives the token back, and takes none for another address', async () => {
    const { body } = await clinic.tenant.get(CHATWOOT_PATH);
    expect(JSON.stringify(body)).not.toContain(CHATWOOT_TOKEN);
    const { token: _left, ...elsewhere } = clinic.account({
      baseUrl: `${clinic.harness.sandbox.chatwootUrl}/x`,
    });
    const answer = await clinic.tenant.put(CHATWOOT_PATH, elsewhere);
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'token']);
  });
});

describe('what is said here (S0.25, S0.26)', () => {
  it('stands there: contact, inbox of the number, each line once and in order, with the AI as pending', async () => {
    const { number, id } = await clinic.answered();
    const there = await clinic.screen.conversation(id);
    expect(there).toMatchObject({ status: 'pending', inbox: { name: 'Recepção (Prosa)' } });
    expect(asSaid(await clinic.linesOf(id))).toEqual([
      ['incoming', CLINIC.question],
      ['outgoing', CLINIC.answer],
    ]);
    await clinic.harness.phone.write(clinic.instance, number, { texts: ['Obrigada!', 'Até mais'] });
    await eventually(async () => {
      const texts = (await clinic.linesOf(id))
        .filter(({ type }) => type === 'incoming')
        .map(({ text }) => text);
      expect(texts).toEqual([CLINIC.question, 'Obrigada!', 'Até mais']);
    });
  });

  it('makes one inbox for a number, whoever writes at once', async () => {
    const numbers = Array.from({ length: 4 }, () => Phone.number());
    const other = await clinic.harness.tenant();
    await other.configure({ timing: { debounceMs: 0 } });
    await clinic.connect(other);
    const line = await other.connectNumber(clinic.harness.phone);
    await Promise.all(numbers.map((number) => clinic.harness.phone.write(line.instance, number, 'Oi')));
    const twins = await Promise.all(numbers.map((number) => clinic.twinOf(number)));
    expect(new Set(twins.map(({ inbox }) => inbox.id)).size).toBe(1);
  });

  it('finds a contact that is there already, whatever spelling of the phone', async () => {
    const number = Phone.number();
    const spelled = `+${number.slice(0, 4)}${number.slice(5)}`;
    const made = await fetch(`${clinic.harness.sandbox.chatwootUrl}/api/v1/accounts/1/contacts`, {
      method: 'POST',
      headers: { api_access_token: CHATWOOT_TOKEN, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'Já cadastrada', phone_number: spelled }),
    });
    const { payload } = (await made.json()) as { payload: { contact: { id: number } } };
    await clinic.harness.phone.write(clinic.instance, number, CLINIC.question);
    await eventually(async () => {
      const found = (await clinic.screen.conversations()).filter(
        ({ contact }) => contact.id === payload.contact.id,
      );
      expect(found).toHaveLength(1);
    });
  });

  it('takes files along', async () => {
    const { number, id } = await clinic.answered();
    await clinic.harness.phone.write(clinic.instance, number, {
      media: { kind: 'image', caption: 'meu pedido' },
    });
    await eventually(async () => {
      const [file] = (await clinic.linesOf(id)).filter(({ attachments }) => attachments.length > 0);
      expect(file).toMatchObject({
        type: 'incoming',
        text: 'meu pedido',
        attachments: [{ file_type: 'image' }],
      });
    });
  });

  it('says what was handed over and why, with the summary, to the team alone', async () => {
    const { number, id } = await clinic.answered();
    await clinic.harness.phone.write(clinic.instance, number, 'Quero falar com uma pessoa');
    await eventually(async () => expect(await clinic.statusOf(id)).toBe('open'));
    await eventually(async () => {
      const notes = (await clinic.linesOf(id)).filter((line) => line.private).map(({ text }) => text);
      expect(notes).toEqual([
        expect.stringContaining('o cliente pediu uma pessoa'),
        expect.stringContaining('Resumo da conversa'),
      ]);
    });
    // Our own opening comes back as an event, and is no take-over.
    await clinic.inStep(number);
    expect((await clinic.ours(number)).state).toBe('AGUARDANDO_HUMANO');
  });

  it('notes an edit and a deletion', async () => {
    const number = Phone.number();
    await clinic.harness.phone.write(clinic.instance, number, {
      text: 'Oi, aqui é a Lia',
      id: `EDIT-${number}`,
    });
    const { id } = await clinic.twinOf(number);
    await eventually(async () => expect((await clinic.linesOf(id)).length).toBeGreaterThan(0));
    await fetch(`${clinic.harness.sandbox.url}/control/messages/EDIT-${number}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: 'Oi, aqui é a Lívia' }),
    });
    await eventually(async () => {
      expect(asSaid(await clinic.linesOf(id))).toContainEqual([
        'note',
        expect.stringContaining('Oi, aqui é a Lívia'),
      ]);
    });
    await fetch(`${clinic.harness.sandbox.url}/control/messages/EDIT-${number}`, { method: 'DELETE' });
    await eventually(async () => {
      expect(asSaid(await clinic.linesOf(id))).toContainEqual(['note', expect.stringContaining('apagada')]);
    });
  });
});

describe('what people do there (S0.27)', () => {
  it('an answer reaches the customer once and silences the AI; a private note stays there', async () => {
    const { number, id } = await clinic.answered();
    await clinic.screen.write(id, { agent: 'bia', text: 'só entre nós', private: true });
    await clinic.screen.write(id, { agent: 'bia', text: 'Oi, aqui é a Bia' });
    await clinic.screen.resendLast({ times: 4, parallel: true });
    await eventually(async () => {
      expect(await clinic.harness.phone.received(clinic.instance, number)).toEqual([
        CLINIC.answer,
        'Oi, aqui é a Bia',
      ]);
    });
    await eventually(async () => expect(await clinic.statusOf(id)).toBe('open'));
    await clinic.inStep(number);
    const conversation = await clinic.ours(number);
    expect(conversation.state).toBe('HUMANO_RESPONDEU');
    const { body } = await clinic.tenant.get(`/api/v1/conversations/${conversation.id}/messages`);
    expect(body.items.at(-1)).toMatchObject({
      author: 'human',
      cause: { type: 'person', via: 'chatwoot', by: 'Bia' },
    });
    // Nothing came back: neither the answer, nor its echo.
    expect((await clinic.linesOf(id)).filter(({ text }) => text === 'Oi, aqui é a Bia')).toHaveLength(1);
    await clinic.harness.phone.write(clinic.instance, number, CLINIC.question);
    await clinic.inStep(number);
    expect(await clinic.harness.phone.received(clinic.instance, number)).toHaveLength(2);
  });

  it('is theirs by name, who has the same e-mail here', async () => {
    const bia = await clinic.tenant.colleague('Bia Souza');
    await clinic.harness.deps.db.withSystem((tx) =>
      tx.user.update({ where: { id: bia.ctx.userId }, data: { email: 'bia@loja.example' } }),
    );
    const { number, id } = await clinic.answered();
    await clinic.screen.assign(id, { agent: 'bia' });
    await eventually(async () => {
      expect(await clinic.ours(number)).toMatchObject({
        state: 'HUMANO_RESPONDEU',
        assignedUser: { name: 'Bia Souza' },
      });
    });
  });

  it.each(['image', 'audio', 'document'] as const)('sends a file of theirs: %s', async (attachment) => {
    const { number, id } = await clinic.answered();
    await clinic.screen.write(id, { agent: 'caio', text: 'Segue', attachment });
    await eventually(async () => {
      const chat = (await clinic.harness.phone.chat(clinic.instance, number)).filter(
        ({ by }) => by === 'api',
      );
      expect(chat.map(({ kind }) => kind).slice(1)).toEqual(['text', attachment]);
    });
  });

  it('does not send what WhatsApp would cut, and says so', async () => {
    const { number, id } = await clinic.answered();
    await clinic.screen.write(id, { agent: 'bia', text: 'a'.repeat(4_097) });
    await eventually(async () => {
      expect(asSaid(await clinic.linesOf(id))).toContainEqual(['note', expect.stringContaining('4096')]);
    });
    expect(await clinic.harness.phone.received(clinic.instance, number)).toEqual([CLINIC.answer]);
  });

  it('resolving there resolves here; what the customer writes next is the AI’s again', async () => {
    const { number, id } = await clinic.answered();
    await clinic.screen.write(id, { agent: 'bia', text: 'Resolvido por aqui' });
    await eventually(async () => expect((await clinic.ours(number)).state).toBe('HUMANO_RESPONDEU'));
    await clinic.screen.status(id, { agent: 'bia', status: 'resolved' });
    await eventually(async () => expect((await clinic.ours(number)).resolvedAt).not.toBeNull());
    await clinic.harness.phone.write(clinic.instance, number, CLINIC.question);
    await eventually(async () => {
      expect(await clinic.harness.phone.received(clinic.instance, number)).toEqual([
        CLINIC.answer,
        'Resolvido por aqui',
        CLINIC.answer,
      ]);
    });
    await eventually(async () => expect(await clinic.statusOf(id)).toBe('pending'));
    await clinic.inStep(number);
    expect((await clinic.ours(number)).state).toBe('IA_ATIVA');
  });

  it('does not write over what people did meanwhile, nor take for theirs what Chatwoot does by itself', async () => {
    const { number, id } = await clinic.answered();
    await clinic.inStep(number);
    // No event tells, so that our next step does not know.
    await clinic.screen.dropNext(20);
    await clinic.screen.status(id, { agent: 'bia', status: 'resolved' });
    await clinic.harness.phone.write(clinic.instance, number, 'Quero falar com uma pessoa');
    await eventually(async () => expect((await clinic.ours(number)).state).toBe('AGUARDANDO_HUMANO'));
    await clinic.screen.dropNext(0);
    // Who closed it had not seen that: it is open again, and nobody took it over.
    await eventually(async () => expect(await clinic.statusOf(id)).toBe('open'));
    await clinic.inStep(number);
    expect(await clinic.ours(number)).toMatchObject({ state: 'AGUARDANDO_HUMANO', resolvedAt: null });
  });

  it('giving back to the bot there answers what is open', async () => {
    const { number, id } = await clinic.answered();
    await clinic.screen.status(id, { agent: 'bia', status: 'open' });
    await eventually(async () => expect((await clinic.ours(number)).state).toBe('HUMANO_RESPONDEU'));
    await clinic.harness.phone.write(clinic.instance, number, CLINIC.question);
    await clinic.inStep(number);
    await clinic.screen.status(id, { agent: 'bia', status: 'pending' });
    await eventually(async () =>
      expect((await clinic.harness.phone.received(clinic.instance, number)).length).toBe(2),
    );
    expect((await clinic.ours(number)).state).toBe('IA_ATIVA');
  });

  it('hears an assignment that comes together with its status, as one update', async () => {
    const { number, id } = await clinic.answered();
    await clinic.screen.assign(id, { agent: 'caio', status: 'open' });
    await eventually(async () => expect((await clinic.ours(number)).state).toBe('HUMANO_RESPONDEU'));
  });

  it('finds out by itself what no event told', async () => {
    const { number, id } = await clinic.answered();
    await clinic.inStep(number);
    await clinic.screen.dropNext(20);
    await clinic.screen.write(id, { agent: 'bia', text: 'Ninguém soube disto' });
    await clinic.screen.status(id, { agent: 'bia', status: 'resolved' });
    await clinic.screen.dropNext(0);
    expect(await clinic.harness.phone.received(clinic.instance, number)).toEqual([CLINIC.answer]);
    expect(await reconcileChatwoot(clinic.harness.deps, clinic.tenant.ctx.tenantId)).toBeGreaterThan(0);
    await eventually(async () => {
      expect(await clinic.harness.phone.received(clinic.instance, number)).toEqual([
        CLINIC.answer,
        'Ninguém soube disto',
      ]);
    });
    await eventually(async () => expect((await clinic.ours(number)).resolvedAt).not.toBeNull());
  });
});
