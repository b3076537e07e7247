import { MESSAGE, SAY, WHEN, flowOf } from '../../../tests/support/flow';
import { compileDraft } from '../compile';
import type { FlowDocument } from '../document';
import type { FlowOutcome } from '../order';
import { flowTools } from '../expression/tools';
import type { FlowObject } from '../runtime/value';
import type { Made } from '../transform-outcome';
import { playScript, playScriptWith } from './play-script';
import { type TrialQuestion, workOutWith } from './work-out';
import type { SimulatedEvent, SimulatedWorld, SimulationStart } from './simulation';
import { SIMULATION_LIMITS } from './simulation';

const BRANCH = { onError: { mode: 'branch' } } as const;
const say = (text: string): SimulatedEvent => ({ type: 'say', text });

function play(
  document: FlowDocument,
  events: SimulatedEvent[],
  more: { advanceMs?: number; world?: SimulatedWorld; start?: Partial<SimulationStart> } = {},
) {
  const start = { zone: 'America/Sao_Paulo', at: Date.parse('2026-11-20T15:00:00Z'), ...more.start };
  const script = { start, events, advanceMs: more.advanceMs ?? 0 };
  return playScript(compileDraft(document), script, flowTools, more.world);
}

const QUESTION = { question: 'Seu CPF, {{ contato.nome | primeiro_nome }}?', answer: 'cpf', saveTo: 'cpf' };
const asking = flowOf(
  {
    t: ['message_received', MESSAGE],
    q: ['ask', { ...QUESTION, attempts: 2, retryText: 'Não confere. De novo?' }],
    ok: ['send_text', SAY('{{ variaveis.cpf | cpf }}')],
    bad: ['send_text', SAY('Fica para depois.')],
    late: ['send_text', SAY('Ainda está aí?')],
    z: ['end', { outputs: [{ name: 'cpf', value: '{{ variaveis.cpf }}' }] }],
  },
  [
    't.out > q',
    'q.ok > ok',
    'q.invalid > bad',
    'q.timed_out > late',
    'ok.out > z',
    'bad.out > z',
    'late.out > z',
  ],
);
const texts = ({ chat }: ReturnType<typeof play>) =>
  chat.map(({ from, text }) => (from === 'flow' ? text : `> ${text}`));

const reckoning = flowOf(
  {
    t: ['message_received', MESSAGE],
    soma: ['transform', { jsonata: '$sum(gatilho.x)', saveTo: 'total', type: 'number' }, BRANCH],
    diz: ['send_text', SAY('Total: {{ variaveis.total }}')],
    falha: ['send_text', SAY('Falhou: {{ erro.tipo }}')],
    z: ['end'],
  },
  ['t.out > soma', 'soma.out > diz', 'soma.error > falha', 'diz.out > z', 'falha.out > z'],
);

describe('what is worked out for real', () => {
  const script = { start: { zone: 'UTC', at: 0 }, events: [say('oi')], advanceMs: 0 };

  it.each<[string, Made, string]>([
    ['goes on with what it comes to', { ok: true, value: 12 }, 'Total: 12'],
    ['fails with what is of another type', { ok: true, value: 'doze' }, 'Falhou: wrong_type'],
    [
      'fails as it failed',
      { ok: false, error: { type: 'timeout', message: 'It took longer' } },
      'Falhou: timeout',
    ],
  ])('%s', async (_what, made, last) => {
    const asked: FlowObject[] = [];
    const workOut = workOutWith((expression, input) => {
      asked.push({ expression, input });
      return Promise.resolve(made);
    });
    const sim = await playScriptWith(workOut, compileDraft(reckoning), script, flowTools);
    expect(texts(sim).at(-1)).toBe(last);
    expect(sim.status).toBe('ended');
    // Nothing but the roots that the expression names.
    expect(asked).toEqual([{ expression: '$sum(gatilho.x)', input: { gatilho: expect.anything() } }]);
  });

  it('waits where nobody works it out', () => {
    expect(playScript(compileDraft(reckoning), script, flowTools).pending).toMatchObject([
      { nodeId: 'soma', kind: 'transform' },
    ]);
  });
});

describe('the AI of a simulation', () => {
  const LABELS = [
    { key: 'v', name: 'Vendas' },
    { key: 's', name: 'Suporte' },
  ];
  const document = flowOf(
    {
      t: ['message_received', MESSAGE],
      fala: [
        'ai_generate',
        { by: { model: 'm' }, prompt: '{{ gatilho.texto }}', send: true, saveTo: 'dito' },
      ],
      assunto: ['ai_classify', { text: '{{ variaveis.dito }}', labels: LABELS }, BRANCH],
      doc: ['rag_answer', { knowledgeIds: ['k'], question: 'Quanto?', citeSources: true }],
      z: ['end'],
      e: ['send_text', SAY('{{ erro.tipo }}')],
    },
    ['t.out > fala', 'fala.out > assunto', 'assunto.label:s > doc', 'assunto.error > e', 'doc.answered > z'],
  );
  const script = { start: { zone: 'UTC', at: 0 }, events: [say('Quebrou')], advanceMs: 0 };
  const ANSWERS: Record<string, FlowOutcome> = {
    fala: { handle: 'out', output: { texto: 'Que pena!', json: null, tokens: 9 } },
    assunto: { handle: 'label:s', output: { rotulo: 'Suporte', confianca: 0.8 } },
    doc: { handle: 'answered', output: { texto: 'Custa 10.', fontes: ['Tabela'], confianca: 1 } },
  };
  const trial = async (world: SimulatedWorld, answers = ANSWERS) => {
    const asked: TrialQuestion[] = [];
    const workOut = workOutWith(
      () => Promise.reject(new Error('nothing to evaluate')),
      (question) => {
        asked.push(question);
        return Promise.resolve(answers[question.nodeId] ?? { handle: 'out', output: null });
      },
    );
    return { sim: await playScriptWith(workOut, compileDraft(document), script, flowTools, world), asked };
  };

  it('is made up, and nobody is asked, unless it is to be real', async () => {
    for (const world of [{}, { ai: 'canned' }] as const) {
      const { sim, asked } = await trial(world);
      expect(asked).toEqual([]);
      expect(texts(sim)).toContain('[resposta da IA]');
    }
  });

  it('is asked for real, with what is known so far, and says what it says', async () => {
    const { sim, asked } = await trial({ ai: 'real' });
    expect(sim.status).toBe('ended');
    expect(texts(sim)).toEqual(['> Quebrou', 'Que pena!', 'Custa 10.\n\nFontes: Tabela']);
    expect(sim.steps.map(({ nodeId, handle }) => [nodeId, handle])).toContainEqual(['assunto', 'label:s']);
    expect(asked.map(({ nodeId, kind }) => [nodeId, kind])).toEqual([
      ['fala', 'ai_generate'],
      ['assunto', 'ai_classify'],
      ['doc', 'rag_answer'],
    ]);
    expect(asked[1]).toMatchObject({
      settings: { text: 'Que pena!' },
      talk: {
        contact: { nome: 'Ana Souza' },
        said: [{ text: 'Quebrou' }, { from: 'flow', text: 'Que pena!' }],
      },
    });
  });

  it('is not asked where a test says what it answers', async () => {
    const mocks = { fala: { output: { texto: 'Escrito à mão' } } };
    const { sim, asked } = await trial({ ai: 'real', mocks });
    expect(texts(sim)).toContain('Escrito à mão');
    expect(asked.map(({ nodeId }) => nodeId)).toEqual(['assunto', 'doc']);
  });

  it('fails as the node is set up to', async () => {
    const refused = { error: { type: 'quota', message: 'no credit' } };
    const { sim } = await trial({ ai: 'real' }, { ...ANSWERS, assunto: refused });
    expect(texts(sim).at(-1)).toBe('quota');
  });
});

describe('a simulation', () => {
  it('asks, checks the answer, asks again, and shows each passage', () => {
    const sim = play(asking, [say('oi'), say('123'), say('529.982.247-25')]);
    expect(texts(sim)).toEqual([
      '> oi',
      'Seu CPF, Ana?',
      '> 123',
      'Não confere. De novo?',
      '> 529.982.247-25',
      '529.982.247-25',
    ]);
    expect(sim.status).toBe('ended');
    expect(sim.steps.map(({ nodeId, type, handle }) => [nodeId, type, handle])).toEqual([
      ['t', 'message_received', 'out'],
      ['q', 'ask', 'ok'],
      ['ok', 'send_text', 'out'],
      ['z', 'end', null],
    ]);
    expect(sim.steps[2]?.output).toMatchObject({ messages: ['529.982.247-25'] });
    expect(sim.steps[3]?.output).toEqual({ cpf: '52998224725' });
  });

  it('leaves by invalid when the attempts are spent, and by timed_out when time is up', () => {
    expect(texts(play(asking, [say('oi'), say('1'), say('2')])).at(-1)).toBe('Fica para depois.');
    const waiting = play(asking, [say('oi')]);
    expect([waiting.status, waiting.pending.map(({ nodeId }) => nodeId)]).toEqual(['waiting', ['q']]);
    expect(texts(play(asking, [say('oi')], { advanceMs: 86_400_000 })).at(-1)).toBe('Ainda está aí?');
  });

  it.each<[SimulatedEvent, string]>([
    [{ type: 'tap', option: 'b' }, 'B'],
    [say('não'), 'B'],
    [say('1'), 'A'],
    [say('talvez'), 'outra'],
  ])('buttons: %j → %s', (event, expected) => {
    const buttons = [
      { key: 'a', title: 'Sim' },
      { key: 'b', title: 'Não' },
    ];
    const document = flowOf(
      {
        t: ['message_received', MESSAGE],
        b: ['send_buttons', { text: 'Confirma?', buttons }],
        x: ['send_text', SAY('A')],
        y: ['send_text', SAY('B')],
        o: ['send_text', SAY('outra')],
      },
      ['t.out > b', 'b.option:a > x', 'b.option:b > y', 'b.other_reply > o', 'b.timed_out > o'],
    );
    const sim = play(document, [say('oi'), event]);
    expect(texts(sim).at(-1)).toBe(expected);
    expect(sim.steps[1]?.output.messages).toEqual([{ text: 'Confirma?', options: buttons }]);
  });

  it('lets time pass where it is told, before the message that needs it', () => {
    const document = flowOf(
      {
        t: ['message_received', MESSAGE],
        w: ['wait', { for: { by: 'duration', seconds: 3600 } }],
        r: ['wait_reply', { timeoutSeconds: 600, saveTo: 'disse' }],
        a: ['send_text', SAY('{{ variaveis.disse }}')],
        l: ['send_text', SAY('tarde')],
      },
      ['t.out > w', 'w.out > r', 'r.replied > a', 'r.timed_out > l'],
    );
    expect(texts(play(document, [say('oi'), say('cheguei')], { advanceMs: 3_600_000 })).at(-1)).toBe(
      'cheguei',
    );
    const early = play(document, [say('oi'), say('cheguei')], { advanceMs: 3_599_000 });
    expect([early.status, early.pending[0]?.nodeId]).toEqual(['waiting', 'w']);
    expect(texts(play(document, [say('oi')], { advanceMs: 5_000_000 })).at(-1)).toBe('tarde');
  });

  it('listens for what the node listens for', () => {
    const document = flowOf(
      {
        t: ['message_received', MESSAGE],
        r: ['wait_reply', { timeoutSeconds: 600, types: ['image'], saveTo: 'legenda' }],
        a: ['send_text', SAY('{{ blocos.r.midia.tipo }}: {{ variaveis.legenda }}')],
        l: ['send_text', SAY('tarde')],
      },
      ['t.out > r', 'r.replied > a', 'r.timed_out > l'],
    );
    const image: SimulatedEvent = { type: 'say', text: '', media: { tipo: 'image', texto: 'a nota' } };
    expect(texts(play(document, [say('oi'), say('segue'), image])).at(-1)).toBe('image: a nota');
    expect(play(document, [say('oi'), say('segue')]).status).toBe('waiting');
  });

  it('begins by the trigger whose words match', () => {
    const filter = (word: string) => ({
      ...MESSAGE,
      filter: { by: 'keyword', match: 'contains', words: [word] },
    });
    const document = flowOf(
      {
        any: ['message_received', MESSAGE],
        t: ['message_received', filter('preço')],
        a: ['send_text', SAY('qualquer')],
        b: ['send_text', SAY('preços')],
      },
      ['any.out > a', 't.out > b'],
    );
    expect(texts(play(document, [say('Qual o PRECO?')])).at(-1)).toBe('preços');
    expect(texts(play(document, [say('oi')])).at(-1)).toBe('qualquer');
    expect(texts(play(document, [say('oi')], { start: { trigger: 't' } })).at(-1)).toBe('preços');
  });

  it('uses what a test gives in place of the world', () => {
    const document = flowOf(
      {
        t: ['message_received', MESSAGE],
        h: ['http_request', { url: 'https://x.com' }, { onError: { mode: 'branch' } }],
        c: ['condition', WHEN('blocos.h.status', '201')],
        y: ['send_text', SAY('criado')],
        n: ['send_text', SAY('não')],
        e: ['send_text', SAY('{{ erro.tipo }}')],
      },
      ['t.out > h', 'h.out > c', 'h.error > e', 'c.yes > y', 'c.else > n'],
    );
    const given = (mock: NonNullable<SimulatedWorld['mocks']>[string]) =>
      texts(play(document, [say('oi')], { world: { mocks: { h: mock } } })).at(-1);
    expect(given({ output: { status: 201, corpo: {} } })).toBe('criado');
    expect(given({ error: { type: 'timeout', message: 'x' } })).toBe('timeout');
    expect(texts(play(document, [say('oi')])).at(-1)).toBe('não');
  });

  it('a half-drawn node fails there; a circle without a wait ends; nothing to begin with is said', () => {
    const half = flowOf({ t: ['message_received', {}], a: ['send_text', {}] }, ['t.out > a']);
    expect(play(half, [say('oi')])).toMatchObject({
      status: 'failed',
      failure: { type: 'invalid_settings', node: 'a' },
    });
    const circle = flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('x')] }, [
      't.out > a',
      'a.out > a',
    ]);
    const round = play(circle, [say('oi')]);
    expect(round).toMatchObject({ status: 'failed', failure: { type: 'too_many_steps' } });
    expect(round.steps.length).toBeLessThanOrEqual(SIMULATION_LIMITS.visits + 1);
    expect(play(flowOf({ a: ['send_text', SAY('x')] }), [say('oi')])).toMatchObject({
      failure: { type: 'no_trigger' },
    });
  });

  it('waits for a person, who comes or does not', () => {
    const document = flowOf(
      {
        t: ['message_received', MESSAGE],
        h: ['handoff_human', { to: { who: 'anyone' }, message: 'Já chamo alguém.' }],
        n: ['send_text', SAY('Ninguém veio.')],
      },
      ['t.out > h', 'h.nobody > n'],
    );
    expect(play(document, [say('oi')]).status).toBe('waiting');
    expect(texts(play(document, [say('oi')], { advanceMs: 86_400_000 })).at(-1)).toBe('Ninguém veio.');
    const came: SimulatedEvent = {
      type: 'outcome',
      nodeId: 'h',
      handle: 'taken_over',
      output: { pessoa: 'Rafa' },
    };
    expect(play(document, [say('oi'), came]).status).toBe('ended');
  });
});

it('begins by a keyword as the engine does: what begins a word, accents and punctuation apart', () => {
  const keyword = (...words: string[]) => ({
    channels: ['c'],
    filter: { by: 'keyword', match: 'contains', words },
  });
  const document = flowOf(
    {
      a: ['message_received', keyword('oi')],
      b: ['message_received', keyword('preço')],
      z: ['end'],
    },
    ['a.out > z', 'b.out > z'],
  );
  expect(play(document, [say('boa noite, quais os PRECOS?')]).steps[0]?.nodeId).toBe('b');
  expect(play(document, [say('Oi!')]).steps[0]?.nodeId).toBe('a');
});
