import { scopeAt } from '../../../../../domain/flow/scope-at';
import { wholeGraph } from './analysis';
import { flowOf } from './fixtures';
import { exampleSamples, sampleScope, samplesOf } from './samples';
import { readCron, writeCron } from './simple-schedule';
import { insertAtCaret, openPlaceholder, searchVariables, variablesOf } from './variables';

describe('variables at a block', () => {
  const flow = flowOf({ t: 'message_received', a: 'ask', b: 'send_text', c: 'ai_generate' }, [
    't out a',
    'a ok b',
    'b out c',
  ]);
  const [, ask] = flow.nodes;
  if (ask) ask.settings = { question: 'Nome?', answer: 'text', saveTo: 'nome' };
  const at = (id: string) => {
    const scope = scopeAt(wholeGraph(flow), id);
    return variablesOf(scope, sampleScope(scope, { contato: { nome: 'Ana' } }));
  };

  it('are those of what lies before it', () => {
    const paths = at('b').map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['contato.nome', 'gatilho.texto', 'variaveis.nome', 'blocos.a.texto']),
    );
    expect(at('a').map(({ path }) => path)).not.toContain('variaveis.nome');
    expect(paths.some((path) => path.startsWith('blocos.c'))).toBe(false);
  });

  it('show what they held', () => {
    expect(at('b').find(({ path }) => path === 'contato.nome')?.sample).toBe('Ana');
  });

  it('are found by any part, best first', () => {
    expect(searchVariables(at('b'), 'nome').map(({ path }) => path)[0]).toMatch(/\.nome$/);
    expect(searchVariables(at('b'), 'zzz')).toEqual([]);
  });
});

describe('writing a placeholder', () => {
  it.each([
    ['Oi {{con', 8, 'variable', 'con'],
    ['Oi {{ contato.nome | mai', 24, 'filter', 'mai'],
    ['Oi {{ contato.nome }}', 21, undefined, undefined],
    ['Oi \\{{ a', 8, undefined, undefined],
    ['Oi', 2, undefined, undefined],
    ["{{ a | padrao:'x", 16, undefined, undefined],
  ])('%s', (text, caret, wants, query) => {
    expect(openPlaceholder(text, caret)?.wants).toBe(wants);
    expect(openPlaceholder(text, caret)?.query).toBe(query);
  });

  it.each([
    ['Oi {{con', 8, 'contato.nome', 'Oi {{ contato.nome }}', 21],
    ['Oi {{con }}!', 8, 'contato.nome', 'Oi {{ contato.nome }}!', 21],
    ['Oi ', 3, 'contato.nome', 'Oi {{ contato.nome }}', 21],
    ['{{ a | mai', 10, 'maiusculas', '{{ a | maiusculas }}', 20],
  ])('%s becomes whole', (text, caret, word, result, at) => {
    expect(insertAtCaret(text, caret, word)).toEqual({ text: result, caret: at });
  });
});

describe('schedules in words', () => {
  it.each(['0 9 * * 1-5', '30 8 * * *', '0 14 * * 1,3', '15 7 10 * *'])('%s comes back the same', (cron) => {
    const simple = readCron(cron);
    expect(simple && writeCron(simple)).toBe(cron);
  });

  it.each(['*/15 * * * *', '0 9 1 * 1', '0 9 * 3 *', '0 9 * * 1-5 ', ''])('%j stays cron', (cron) => {
    expect(readCron(cron)).toBeUndefined();
  });
});

describe('samples', () => {
  const examples = exampleSamples('Clínica', new Date('2026-11-21T12:00:00Z'));
  const run = {
    contactName: 'Rita',
    payload: { texto: 'Quero um orçamento', pedido: { id: 7 } },
    blocks: { a: { texto: 'segundo' } },
  };

  it('are what the last run had, and examples for the rest', () => {
    expect(samplesOf(examples, run)).toMatchObject({
      contato: { nome: 'Rita', email: 'marina@exemplo.com.br' },
      gatilho: { texto: 'Quero um orçamento', pedido: { id: 7 } },
      blocos: { a: { texto: 'segundo' } },
      empresa: { nome: 'Clínica' },
    });
  });

  it.each([[null], [undefined]])('are examples alone without a run: %j', (none) => {
    expect(samplesOf(examples, none)).toBe(examples);
  });

  it('are examples for who may not see a run', () => {
    const hidden = { contactName: null, payload: null, blocks: {} };
    expect(samplesOf(examples, hidden)).toEqual({ ...examples, blocos: {} });
  });

  it('show up beside the variables', () => {
    const flow = flowOf({ t: 'message_received', a: 'ask', b: 'send_text' }, ['t out a', 'a ok b']);
    const scope = scopeAt(wholeGraph(flow), 'b');
    const shown = variablesOf(scope, sampleScope(scope, samplesOf(examples, run)));
    expect(shown.find(({ path }) => path === 'gatilho.texto')?.sample).toBe('Quero um orçamento');
    expect(shown.find(({ path }) => path === 'blocos.a.texto')?.sample).toBe('segundo');
  });
});
