import { CLINIC } from '../../tests/support/clinic';
import { asSaid, CHATWOOT_PATH, ChatwootClinic } from '../../tests/support/chatwoot-clinic';
import { Phone } from '../../tests/support/phone';
import { eventually } from '../../tests/support/test-tenant';
import { reconcileChatwoot } from './reconcile';

let clinic: ChatwootClinic;
beforeAll(async () => {
  clinic = await ChatwootClinic.start();
}, 60_000);
afterEach(() => clinic.harness.phone.heal());
afterAll(() => clinic.harness.close());

describe('a Chatwoot in trouble', () => {
  it('is told once what it took although it said that it did not', async () => {
    const number = Phone.number();
    await clinic.harness.phone.fault({
      target: 'chatwoot.messages',
      kind: 'cutBody',
      method: 'POST',
      times: 2,
    });
    await clinic.harness.phone.write(clinic.instance, number, CLINIC.question);
    const { id } = await clinic.twinOf(number);
    await eventually(async () => expect(await clinic.linesOf(id)).toHaveLength(2));
    await clinic.inStep(number);
    expect(asSaid(await clinic.linesOf(id))).toEqual([
      ['incoming', CLINIC.question],
      ['outgoing', CLINIC.answer],
    ]);
  });

  it('is told everything once it is back', async () => {
    const number = Phone.number();
    await clinic.harness.phone.fault({ target: 'chatwoot.*', kind: 'status', status: 503, times: 3 });
    await clinic.harness.phone.write(clinic.instance, number, CLINIC.question);
    await eventually(async () =>
      expect(await clinic.harness.phone.received(clinic.instance, number)).toEqual([CLINIC.answer]),
    );
    const { id } = await clinic.twinOf(number);
    await eventually(async () => expect(await clinic.linesOf(id)).toHaveLength(2));
  });

  it('that hangs for one tenant keeps no other waiting (F26)', async () => {
    const [slow, other] = await Promise.all([clinic.harness.tenant(), clinic.harness.tenant()]);
    for (const who of [slow, other]) {
      await who.configure({ timing: { debounceMs: 0 } });
      await clinic.connect(who);
    }
    const hanging = await slow.connectNumber(clinic.harness.phone);
    const line = await other.connectNumber(clinic.harness.phone);
    await clinic.harness.phone.fault({ target: 'chatwoot.messages', kind: 'hang', contains: 'enchente' });
    const crowd = Array.from({ length: 24 }, () => Phone.number());
    await Promise.all(
      crowd.map((number) => clinic.harness.phone.write(hanging.instance, number, 'enchente')),
    );
    const held = async () => {
      const calls = await clinic.harness.phone.journal('chatwoot');
      return calls.filter(({ body }) => JSON.stringify(body ?? '').includes('enchente')).length;
    };
    await eventually(async () => expect(await held()).toBeGreaterThan(0));
    const number = Phone.number();
    await clinic.harness.phone.write(line.instance, number, 'Oi');
    const { id } = await clinic.twinOf(number);
    await eventually(async () => expect(asSaid(await clinic.linesOf(id))).toContainEqual(['incoming', 'Oi']));
    // A quarter of the places for such steps.
    expect(await held()).toBeLessThanOrEqual(6);
  });

  it('a conversation that was deleted there is begun anew', async () => {
    const { number, id } = await clinic.answered();
    await clinic.screen.remove(id);
    await clinic.harness.phone.write(clinic.instance, number, 'Alô?');
    await eventually(async () => {
      const { tenantId } = clinic.tenant.ctx;
      const conversation = await clinic.ours(number);
      await clinic.harness.deps.db.withTenant(tenantId, (tx) =>
        tx.chatwootConversation.updateMany({
          where: { conversationId: conversation.id, retryAt: { not: null } },
          data: { retryAt: new Date(0) },
        }),
      );
      await reconcileChatwoot(clinic.harness.deps, tenantId);
      const [anew] = await clinic.ofNumber(number);
      expect(anew?.id).not.toBe(id);
      expect(asSaid(await clinic.linesOf(anew?.id ?? 0))).toContainEqual(['incoming', 'Alô?']);
    });
  });

  it('a token that is not taken any more is said, and nothing is lost when another is given', async () => {
    const other = await clinic.harness.tenant();
    await other.configure({ timing: { debounceMs: 0 } });
    await clinic.connect(other);
    const line = await other.connectNumber(clinic.harness.phone);
    await clinic.harness.phone.fault({ target: 'chatwoot.*', kind: 'status', status: 401 });
    const number = Phone.number();
    await clinic.harness.phone.write(line.instance, number, 'Oi');
    await eventually(async () =>
      expect((await other.get(CHATWOOT_PATH)).body.connection.status).toBe('refused'),
    );
    await clinic.harness.phone.heal();
    // The token is everybody's here: a late step of another test's may have been refused, too.
    await clinic.connect(clinic.tenant);
    await clinic.connect(other);
    await reconcileChatwoot(clinic.harness.deps, other.ctx.tenantId);
    const { id } = await clinic.twinOf(number);
    await eventually(async () => expect(asSaid(await clinic.linesOf(id))).toContainEqual(['incoming', 'Oi']));
    expect((await other.get(CHATWOOT_PATH)).body.connection).toMatchObject({
      status: 'active',
      problem: null,
    });
  });

  it('is found again as it was after it was disconnected: nothing stands there twice', async () => {
    const other = await clinic.harness.tenant();
    await other.configure({ timing: { debounceMs: 0 } });
    await other.learn(CLINIC.answer);
    await clinic.connect(other);
    const line = await other.connectNumber(clinic.harness.phone);
    const number = Phone.number();
    await clinic.harness.phone.write(line.instance, number, CLINIC.question);
    const { id } = await clinic.twinOf(number);
    await eventually(async () => expect((await clinic.linesOf(id)).length).toBeGreaterThan(1));
    const before = await clinic.linesOf(id);
    expect((await other.delete(CHATWOOT_PATH)).status).toBe(204);
    await clinic.harness.phone.write(line.instance, number, 'Enquanto ninguém copia');
    await eventually(async () => expect((await other.conversations())[0].lastMessage).toBeDefined());
    await clinic.connect(other);
    await clinic.harness.phone.write(line.instance, number, 'De novo ligado');
    await eventually(async () => {
      expect((await clinic.linesOf(id)).slice(before.length).map(({ text }) => text)).toContain(
        'De novo ligado',
      );
    });
    expect(await clinic.ofNumber(number)).toHaveLength(1);
    const texts = (await clinic.linesOf(id)).map(({ text }) => text);
    expect(texts.filter((text) => text === CLINIC.question)).toHaveLength(1);
    expect(texts).not.toContain('Enquanto ninguém copia');
  });
});
