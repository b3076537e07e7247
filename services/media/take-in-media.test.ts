import { isAskAgain } from '../../domain/media/ask-again';
import { type Harness, startHarness } from '../../tests/support/harness';
import { Phone } from '../../tests/support/phone';
import { eventually, type TestTenant } from '../../tests/support/test-tenant';
import { giveUpForgotten } from './give-up-forgotten';

let harness: Harness;
let tenant: TestTenant;
let instance: string;
const KNOWLEDGE = 'A consulta custa R$ 320. Atendemos das 8h às 18h.';
const DEFAULTS = { maxBytes: 0, waitMs: 0 };

beforeAll(async () => {
  harness = await startHarness();
  Object.assign(DEFAULTS, harness.deps.env.media);
  tenant = await harness.tenant();
  await tenant.configure({ timing: { debounceMs: 300, debounceMaxMs: 3_000 }, messages: { greeting: '' } });
  await tenant.learn(KNOWLEDGE);
  ({ instance } = await tenant.connectNumber(harness.phone));
}, 60_000);
afterEach(async () => {
  await harness.phone.heal();
  Object.assign(harness.deps.env.media, DEFAULTS);
});
afterAll(() => harness.close());

const received = (number: string) => harness.phone.received(instance, number);
/** What the customer was told, when as many messages came; none may follow. */
async function told(number: string, count: number): Promise<string[]> {
  await eventually(async () => expect((await received(number)).length).toBeGreaterThanOrEqual(count), 25_000);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const words = await received(number);
  expect(words).toHaveLength(count);
  return words;
}
async function conversationOf(number: string) {
  const [conversation] = await tenant.conversations(`?q=${number}`);
  return conversation;
}
async function lastMedia(number: string) {
  const timeline = await tenant.timeline((await conversationOf(number)).id);
  return timeline.findLast(({ author }) => author === 'customer');
}
const lastPrompt = async (): Promise<{ role: string; content: string }[]> => {
  const turn = await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
    tx.turn.findFirstOrThrow({ orderBy: { id: 'desc' } }),
  );
  return (turn.trace as unknown as { prompt: { role: string; content: string }[] }).prompt;
};
const voice = (says: string) => ({ media: { kind: 'audio', says } });

describe('a voice message', () => {
  it('is heard, answered, and kept with its transcript', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, voice('Quanto custa a consulta?'));
    const [answer] = await told(number, 1);
    expect(answer).toContain('320');
    expect((await lastPrompt()).at(-1)?.content).toBe('[áudio] Quanto custa a consulta?');
    expect((await tenant.conversations('?q=custa%20a%20consulta')).length).toBeGreaterThan(0);
    const message = await lastMedia(number);
    expect(message).toMatchObject({
      kind: 'audio',
      text: '',
      media: {
        status: 'stored',
        problem: null,
        mimetype: 'audio/ogg',
        words: 'Quanto custa a consulta?',
        seconds: 7,
        settled: true,
      },
    });
    const row = await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.media.findUniqueOrThrow({ where: { id: message.id } }),
    );
    expect(row.usage).toMatchObject({ model: 'gpt-4o-mini-transcribe', promptTokens: 70, costMicros: 350 });
  });

  it('is answered together with what is written around it', async () => {
    const number = Phone.number();
    await harness.phone.write(instance, number, voice('Quanto custa a consulta?'));
    await harness.phone.write(instance, number, 'E qual o horário de atendimento?');
    const [answer] = await told(number, 1);
    expect(answer).toContain('320');
    expect(answer).toContain('8h');
  });

  it('waits for a model that stumbles', async () => {
    const number = Phone.number();
    await harness.phone.fault({ target: 'openai.transcriptions', kind: 'status', status: 503, times: 2 });
    await harness.phone.write(instance, number, voice('Quanto custa a consulta?'));
    expect((await told(number, 1))[0]).toContain('320');
  });

  it('is believed to be gone only when that was said more than once', async () => {
    const number = Phone.number();
    await harness.phone.fault({ target: 'evolution.getBase64FromMediaMessage', kind: 'expired', times: 2 });
    await harness.phone.write(instance, number, voice('Quanto custa a consulta?'));
    expect((await told(number, 1))[0]).toContain('320');
  });
});

describe('a picture', () => {
  it('is described to the model beside its caption', async () => {
    const number = Phone.number();
    const media = {
      kind: 'image',
      says: 'Uma carteirinha de convênio.',
      caption: 'Quanto custa a consulta?',
    };
    await harness.phone.write(instance, number, { media });
    expect((await told(number, 1))[0]).toContain('320');
    expect((await lastPrompt()).at(-1)?.content).toBe(
      '[imagem: Uma carteirinha de convênio.] Quanto custa a consulta?',
    );
    expect(await lastMedia(number)).toMatchObject({
      text: 'Quanto custa a consulta?',
      media: { words: 'Uma carteirinha de convênio.', mimetype: 'image/png' },
    });
  });

  it('is kept and not looked at when the model cannot see', async () => {
    const number = Phone.number();
    harness.deps.env.openai.vision = false;
    try {
      await harness.phone.write(instance, number, {
        media: { kind: 'image', caption: 'Quanto custa a consulta?' },
      });
      expect((await told(number, 1))[0]).toContain('320');
      expect((await lastPrompt()).at(-1)?.content).toBe('[imagem] Quanto custa a consulta?');
      expect((await lastMedia(number)).media).toMatchObject({ status: 'stored', words: null, settled: true });
    } finally {
      harness.deps.env.openai.vision = true;
    }
  });
});

describe('a document', () => {
  it('is known by its name, and kept', async () => {
    const number = Phone.number();
    const media = { kind: 'document', fileName: 'guia.pdf', caption: 'Quanto custa a consulta?' };
    await harness.phone.write(instance, number, { media });
    expect((await told(number, 1))[0]).toContain('320');
    expect((await lastPrompt()).at(-1)?.content).toBe('[documento: guia.pdf] Quanto custa a consulta?');
    expect((await lastMedia(number)).media).toMatchObject({ status: 'stored', mimetype: 'application/pdf' });
  });
});

describe('a file that cannot be used (F21)', () => {
  const DOWNLOAD = 'evolution.getBase64FromMediaMessage';
  it.each([
    ['expired', { target: DOWNLOAD, kind: 'expired' }, 'failed', 'expired'],
    ['cut off', { target: DOWNLOAD, kind: 'truncated' }, 'failed', 'broken'],
    ['something else than it says', { target: DOWNLOAD, kind: 'otherType' }, 'failed', 'broken'],
    ['too large', { target: DOWNLOAD, kind: 'oversized', bytes: 300_000 }, 'failed', 'too_large'],
    ['silent', { target: 'openai.transcriptions', kind: 'emptyTranscript' }, 'stored', 'silent'],
    [
      'refused by the model',
      { target: 'openai.transcriptions', kind: 'status', status: 400 },
      'stored',
      'not_understood',
    ],
  ])('because it is %s: asks once, kindly', async (_what, fault, status, problem) => {
    const number = Phone.number();
    harness.deps.env.media.maxBytes = 200_000;
    await harness.phone.fault(fault);
    await harness.phone.write(instance, number, voice('Quanto custa a consulta?'));
    const [words] = await told(number, 1);
    expect(isAskAgain(words ?? '')).toBe(true);
    expect(await conversationOf(number)).toMatchObject({ state: 'IA_ATIVA', unanswered: false });
    expect((await lastMedia(number)).media).toMatchObject({ status, problem });
  });

  it.each([
    ['fetched', { target: DOWNLOAD, kind: 'status', status: 500 }],
    ['heard', { target: 'openai.transcriptions', kind: 'status', status: 500 }],
  ])('because it is not %s in time: asks once, and goes on trying for the team', async (_what, fault) => {
    const number = Phone.number();
    harness.deps.env.media.waitMs = 800;
    await harness.phone.fault(fault);
    await harness.phone.write(instance, number, voice('Quanto custa a consulta?'));
    const [words] = await told(number, 1);
    expect(words).toMatch(/ouvir o áudio/);
    await harness.phone.heal();
    await eventually(
      async () => expect((await lastMedia(number)).media).toMatchObject({ status: 'stored', settled: true }),
      25_000,
    );
    expect(await received(number)).toHaveLength(1);
  });

  it('because its declared size is too large: it is not even fetched', async () => {
    const number = Phone.number();
    harness.deps.env.media.maxBytes = 1_024;
    const before = (await harness.phone.journal('evolution')).filter(({ path }) =>
      path.includes('getBase64'),
    );
    await harness.phone.write(instance, number, { media: { kind: 'image', caption: '' } });
    expect((await told(number, 1))[0]).toMatch(/grande demais/);
    const after = (await harness.phone.journal('evolution')).filter(({ path }) => path.includes('getBase64'));
    expect(after).toHaveLength(before.length);
  });

  it('is asked for once for a burst of several', async () => {
    const number = Phone.number();
    await harness.phone.fault({ target: DOWNLOAD, kind: 'truncated' });
    await harness.phone.write(instance, number, voice('um'));
    await harness.phone.write(instance, number, voice('dois'));
    expect((await told(number, 1))[0]).toMatch(/ouvir o áudio/);
  });

  it('does not keep what was written from being answered', async () => {
    const number = Phone.number();
    await harness.phone.fault({ target: DOWNLOAD, kind: 'truncated' });
    await harness.phone.write(instance, number, voice('E o endereço?'));
    await harness.phone.write(instance, number, 'Quanto custa a consulta?');
    const [answer, question] = await told(number, 2);
    expect(answer).toContain('320');
    expect(question).toMatch(/ouvir o áudio/);
  });

  it('brings a person when it comes a second time', async () => {
    const number = Phone.number();
    await harness.phone.fault({ target: DOWNLOAD, kind: 'truncated' });
    await harness.phone.write(instance, number, voice('um'));
    await told(number, 1);
    await harness.phone.write(instance, number, voice('dois'));
    const words = await told(number, 2);
    expect(isAskAgain(words[1] ?? '')).toBe(false);
    expect(await conversationOf(number)).toMatchObject({ state: 'AGUARDANDO_HUMANO' });
  });
});

describe('a file from the paired phone', () => {
  const owner = async (number: string, media: Record<string, unknown>) => {
    await harness.phone.writeAsOwner(instance, number, { media });
    return eventually(async () => {
      const [conversation] = await tenant.conversations(`?q=${number}`);
      const message = (await tenant.timeline(conversation.id)).findLast(
        (line: { author: string }) => line.author === 'human',
      );
      expect(message?.media).toMatchObject({ settled: true });
      return { conversation, message };
    }, 15_000);
  };

  it('takes the conversation over, is kept and shown, and a voice message is heard', async () => {
    const number = Phone.number();
    const { conversation, message } = await owner(number, { kind: 'audio', says: 'Ligo em cinco minutos.' });
    expect(conversation.state).toBe('HUMANO_RESPONDEU');
    expect(message).toMatchObject({
      kind: 'audio',
      cause: { type: 'person', via: 'phone' },
      media: { status: 'stored', problem: null, mimetype: 'audio/ogg', words: 'Ligo em cinco minutos.' },
    });
    const { body: link } = await tenant.get(`/api/v1/media/${message.id}/link`);
    const opened = await fetch(new URL(link.url, harness.url));
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'audio/ogg']);
    const stranger = await harness.tenant();
    expect((await stranger.get(`/api/v1/media/${message.id}`)).status).toBe(404);
    expect((await stranger.get(`/api/v1/media/${message.id}/link`)).status).toBe(404);

    await harness.phone.write(instance, number, 'Quanto custa a consulta?');
    await tenant.post(`/api/v1/conversations/${conversation.id}/return-to-ai`, { answerPending: true });
    await told(number, 1);
    expect((await lastPrompt()).map(({ content }) => content)).toContain(
      '[mensagem de uma pessoa da equipe] [áudio] Ligo em cinco minutos.',
    );
  });

  it('is a picture that nobody pays to have described', async () => {
    const { message } = await owner(Phone.number(), { kind: 'image', caption: 'O mapa', says: 'um mapa' });
    expect(message).toMatchObject({
      text: 'O mapa',
      media: { status: 'stored', words: null, problem: null },
    });
    const row = await harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
      tx.media.findUniqueOrThrow({ where: { id: message.id } }),
    );
    expect(row.usage).toBeNull();
  });

  it('is held to the same limits as a customer’s', async () => {
    harness.deps.env.media.maxBytes = 10;
    const { message } = await owner(Phone.number(), { kind: 'document', fileName: 'contrato.pdf' });
    expect(message.media).toMatchObject({ status: 'failed', problem: 'too_large', fileName: 'contrato.pdf' });
  });

  it('is given up by the sweep where no workflow takes it in', async () => {
    const number = Phone.number();
    const { message } = await owner(number, { kind: 'document', fileName: 'a.pdf' });
    const forget = (ageMs: number) =>
      harness.deps.db.withTenant(tenant.ctx.tenantId, (tx) =>
        tx.media.update({
          where: { id: message.id },
          data: { status: 'pending', settledAt: null, createdAt: new Date(Date.now() - ageMs) },
        }),
      );
    await forget(20 * 60_000);
    await giveUpForgotten(harness.deps);
    const { media } = await messageOf(number);
    expect(media).toMatchObject({ status: 'pending', settled: false });
    await forget(31 * 60_000);
    expect(await giveUpForgotten(harness.deps)).toBeGreaterThan(0);
    expect((await messageOf(number)).media).toMatchObject({ status: 'failed', problem: 'unavailable' });
  });

  const messageOf = async (number: string) =>
    (await tenant.timeline((await conversationOf(number)).id)).find(
      (line: { author: string }) => line.author === 'human',
    );
});
