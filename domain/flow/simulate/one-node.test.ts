import { MESSAGE, SAY, WHEN, flowOf } from '../../../tests/support/flow';
import type { FlowDocument } from '../document';
import { flowTools } from '../expression/tools';
import type { FlowObject } from '../runtime/value';
import { type OneNodeTools, runOneNode } from './one-node';
import { workOutWith } from './work-out';

const workOut = workOutWith((_expression, input) => Promise.resolve({ ok: true, value: input }));
const drawing = flowOf(
  {
    t: ['message_received', MESSAGE],
    oi: ['send_text', SAY('Oi, {{ contato.nome | primeiro_nome }}!')],
    adulto: ['condition', WHEN('variaveis.idade', '17', 'greater')],
    pergunta: ['ask', { question: 'Quando?', answer: 'date', saveTo: 'dia' }],
    espera: ['wait', { for: { by: 'duration', seconds: 60 } }],
    soma: ['transform', { jsonata: '$sum(blocos.h.itens)', type: 'object', saveTo: 'total' }],
    cada: ['for_each', { list: 'variaveis.itens' }],
    define: [
      'set_variable',
      { assignments: [{ scope: 'run', name: 'ola', type: 'text', value: { template: '{{ item }}!' } }] },
    ],
    ia: ['ai_generate', { by: { model: 'm' }, prompt: 'Agradeça', saveTo: 'obrigado' }],
    loja: ['http_request', { url: 'https://loja.example/{{ variaveis.id }}' }],
    aviso: ['send_text', SAY('{{ erro.tipo }} em {{ erro.bloco }}')],
    meio: ['send_text', {}],
    fim: ['end', { outputs: [{ name: 'nome', value: '{{ contato.nome }}' }] }],
  },
  // Both ways of the condition lead to the same node, and most nodes are led to by nothing.
  ['t.out > oi', 'oi.out > adulto', 'adulto.yes > fim', 'adulto.else > fim'],
);

const one = (
  node: string,
  sees: FlowObject = {},
  more: Partial<OneNodeTools> = {},
  at: FlowDocument = drawing,
) =>
  runOneNode(at, node, sees, {
    tools: flowTools,
    zone: 'America/Sao_Paulo',
    at: Date.parse('2026-11-20T12:00:00Z'),
    world: {},
    workOut,
    ...more,
  });

describe('one node alone', () => {
  it.each<[string, FlowObject, object]>([
    [
      'oi',
      { contato: { nome: 'Carla Dias' } },
      { input: { messages: ['Oi, Carla!'] }, says: [{ text: 'Oi, Carla!' }], handle: 'out' },
    ],
    ['adulto', { variaveis: { idade: 18 } }, { input: null, handle: 'yes', error: null }],
    ['adulto', { variaveis: { idade: 17 } }, { handle: 'else' }],
    ['pergunta', {}, { input: { question: 'Quando?' }, waits: true, handle: null }],
    ['espera', {}, { waits: true, output: { ate: '2026-11-20T12:01:00.000Z' } }],
    [
      'soma',
      { blocos: { h: { itens: [1, 2] } } },
      { handle: 'out', variables: { total: { blocos: { h: { itens: [1, 2] } } } } },
    ],
    ['cada', { variaveis: { itens: ['a', 'b'] } }, { handle: 'done', output: { total: 2 } }],
    ['define', { item: 'Olá' }, { handle: 'out', variables: { ola: 'Olá!' } }],
    ['ia', {}, { handle: 'out', variables: { obrigado: '[resposta da IA]' } }],
    ['loja', { variaveis: { id: 7 } }, { input: { url: 'https://loja.example/7' }, output: { status: 200 } }],
    ['aviso', { erro: { tipo: 'timeout', bloco: 'loja' } }, { input: { messages: ['timeout em loja'] } }],
    ['fim', { contato: { nome: 'Ana' } }, { handle: null, error: null, output: { nome: 'Ana' } }],
  ])('%s, seeing %j', async (node, sees, expected) => {
    expect(await one(node, sees)).toMatchObject(expected);
  });

  it.each<[string, FlowObject, string]>([
    ['meio', {}, 'invalid_settings'],
    ['cada', { variaveis: { itens: 'a' } }, 'not_a_list'],
  ])('%s fails: %j', async (node, sees, type) => {
    expect(await one(node, sees)).toMatchObject({ handle: null, error: { type } });
  });

  it('fails as it is told to, and leaves as it is set up to then', async () => {
    const world = { mocks: { loja: { error: { type: 'timeout', message: 'late' } } } };
    expect(await one('loja', {}, { world })).toMatchObject({ handle: null, error: { type: 'timeout' } });
    const nodes = drawing.nodes.map((node) => ({ ...node, onError: { mode: 'branch' as const } }));
    const edges = [...drawing.edges, { id: 'e', from: 'loja', handle: 'error', to: 'aviso' }];
    expect(await one('loja', {}, { world }, { ...drawing, nodes, edges })).toMatchObject({
      handle: 'error',
      error: { type: 'timeout' },
    });
  });

  it('asks the model where the AI is to be real', async () => {
    const asking = workOutWith(
      () => Promise.reject(new Error('nothing to evaluate')),
      ({ kind }) => Promise.resolve({ handle: 'out', output: { texto: `de ${kind}` } }),
    );
    expect(await one('ia', {}, { world: { ai: 'real' }, workOut: asking })).toMatchObject({
      handle: 'out',
      variables: { obrigado: 'de ai_generate' },
      says: [],
    });
    expect(await one('ia', {}, { workOut: asking })).toMatchObject({ output: { texto: '[resposta da IA]' } });
  });

  it('is nothing where there is no such node, and for a trigger', async () => {
    expect([await one('nada'), await one('t'), await one('nowhere')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
