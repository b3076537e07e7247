import { MESSAGE, SAY, WHEN, flowOf, startOf } from '../../../tests/support/flow';
import { compileFlow } from '../compile';
import type { FlowDocument } from '../document';
import { flowTools } from '../expression/tools';
import type { CompiledNode } from './compiled';
import { type FlowStart, type FlowState, startFlow } from './state';
import { type FlowEffect, type FlowInput, stepFlow, stepUntilIdle } from './step';
import type { FlowObject } from './value';

const AT = Date.parse('2026-11-20T15:00:00Z');

/** A run that a test plays the world for. */
function play(document: FlowDocument, start: Partial<FlowStart> = {}) {
  const { flow, findings } = compileFlow(document);
  if (!flow) throw new Error(JSON.stringify(findings));
  let state: FlowState = startFlow(flow, startOf('t', start));
  let effects: FlowEffect[] = [];
  const on = (at = AT) => {
    // What is kept between steps is JSON: nothing else may matter.
    ({ state, effects } = stepUntilIdle(flow, JSON.parse(JSON.stringify(state)) as FlowState, at, flowTools));
    return effects;
  };
  const tell = (input: FlowInput) => {
    ({ state } = stepFlow(flow, state, input, flowTools));
    return on(input.at);
  };
  const acts = () => effects.filter((each) => each.type === 'act');
  const idOf = (node: string) => {
    const found = effects.find((each) => (each.type === 'act' || each.type === 'wait') && each.node === node);
    return found && 'id' in found ? found.id : 'none';
  };
  on();
  return {
    acts,
    on,
    tell,
    idOf,
    effects: () => effects,
    state: () => state,
    said: () => acts().map(({ settings }) => settings.messages),
    last: () => effects.at(-1),
    done: (node: string, handle = 'out', output: FlowObject | null = null) =>
      tell({ type: 'result', effect: idOf(node), handle, output, at: AT }),
    broke: (node: string, type = 'provider_unavailable') =>
      tell({ type: 'error', effect: idOf(node), error: { type, message: 'no' }, at: AT }),
  };
}

const Z = ['end'] as [string];

describe('a question whose options come from a variable', () => {
  const asks = (planos: unknown) =>
    play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          q: [
            'ask',
            {
              question: 'Qual, {{ contato.nome }}?',
              answer: 'choice',
              choicesFrom: 'contato.campos.planos',
              saveTo: 'x',
            },
          ],
          z: Z,
        },
        ['t.out > q', 'q.ok > z', 'q.invalid > z', 'q.timed_out > z'],
      ),
      { contato: { nome: 'Ana', campos: { planos } } as FlowObject },
    );

  it.each<[unknown, string[]]>([
    [
      ['Ouro', ' Prata ', '', null, 'Ouro', 3],
      ['Ouro', 'Prata', '3'],
    ],
    ['Só um', ['Só um']],
    [Array.from({ length: 50 }, (_, n) => `Plano ${n}`), Array.from({ length: 50 }, (_, n) => `Plano ${n}`)],
  ])('offers %j', (planos, choices) => {
    expect(asks(planos).acts()).toMatchObject([{ node: 'q', settings: { question: 'Qual, Ana?', choices } }]);
  });

  it.each<[unknown, string]>([
    [[], 'no_choices'],
    ['', 'no_choices'],
    [undefined, 'no_choices'],
    [Array.from({ length: 51 }, (_, n) => n), 'list_too_long'],
    [['x'.repeat(3501)], 'list_too_long'],
  ])('fails where there is none, or too much', (planos, type) => {
    expect(asks(planos).state()).toMatchObject({ status: 'failed', failure: { type, node: 'q' } });
  });
});

describe('a run', () => {
  it('fills in what it says, waits for the outcome, and ends', () => {
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          a: ['send_text', SAY('Oi, {{ contato.nome }}: {{ gatilho.texto }}')],
          z: Z,
        },
        ['t.out > a', 'a.out > z'],
      ),
    );
    expect(run.said()).toEqual([['Oi, Ana: oi']]);
    expect(run.last()).toEqual({ type: 'idle', effects: [run.idOf('a')] });
    run.done('a');
    expect(run.last()).toMatchObject({ type: 'ended', result: { status: 'success' } });
  });

  it('hears an outcome once, and of nobody twice (F16)', () => {
    const run = play(
      flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('1')], b: ['send_text', SAY('2')] }, [
        't.out > a',
        'a.out > b',
      ]),
    );
    const id = run.idOf('a');
    run.done('a');
    expect(run.said()).toEqual([['2']]);
    const before = run.state();
    run.tell({ type: 'result', effect: id, handle: 'out', at: AT });
    expect(run.state()).toEqual(before);
  });

  it.each([
    ['equals', 'OI ', 'sim'],
    ['equals', 'tchau', 'não'],
    ['contains', 'o', 'sim'],
    ['matches', '^O.$', 'sim'],
    ['greater', '3', 'não'],
  ])('a condition: %s %s → %s', (operator, right, expected) => {
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          c: ['condition', WHEN('gatilho.texto', right, operator)],
          y: ['send_text', SAY('sim')],
          n: ['send_text', SAY('não')],
        },
        ['t.out > c', 'c.yes > y', 'c.else > n'],
      ),
    );
    expect(run.said()).toEqual([[expected]]);
    expect(run.state().warnings).toHaveLength(operator === 'greater' ? 1 : 0);
  });

  it('a switch takes the first that holds', () => {
    const cases = [
      { key: 'a', name: 'A', when: { expression: 'contato.etiquetas.exists(e, e == "nova")' } },
      { key: 'b', name: 'B', when: { expression: '"vip" in contato.etiquetas' } },
    ];
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          s: ['switch', { cases }],
          a: ['send_text', SAY('a')],
          b: ['send_text', SAY('b')],
        },
        ['t.out > s', 's.case:a > a', 's.case:b > b', 's.else > a'],
      ),
    );
    expect(run.said()).toEqual([['b']]);
  });

  it('variables of the run stay inside, those of the contact go out', () => {
    const assignments = [
      { name: 'total', type: 'number', value: { expression: '2 * 3.5' } },
      { name: 'vip', type: 'boolean', scope: 'contact', value: { expression: '"vip" in contato.etiquetas' } },
    ];
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          v: ['set_variable', { assignments }],
          a: ['send_text', SAY('{{ variaveis.total | moeda }} {{ contato.campos.vip }}')],
        },
        ['t.out > v', 'v.out > a'],
      ),
    );
    expect(run.acts()[0]).toMatchObject({
      kind: 'set_variable',
      settings: { assignments: [{ scope: 'contact', name: 'vip', value: true }] },
    });
    run.done('v');
    expect(run.said()).toEqual([['R$ 7,00 sim']]);
  });

  it('a value of the wrong type goes the way of errors, with what happened', () => {
    const assignments = [{ name: 'n', type: 'number', value: { template: '{{ gatilho.texto }}' } }];
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          v: ['set_variable', { assignments }, { onError: { mode: 'branch' } }],
          a: ['send_text', SAY('{{ erro.tipo }} {{ erro.bloco }}')],
          z: Z,
        },
        ['t.out > v', 'v.out > z', 'v.error > a'],
      ),
    );
    expect(run.said()).toEqual([['wrong_type v']]);
  });

  it.each([
    ['stop', { mode: 'stop' as const }, 'failed'],
    ['default', { mode: 'default' as const, value: { status: 204 } }, 'idle'],
  ])('an act that fails for good: %s', (_mode, onError, expected) => {
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          h: ['http_request', { url: 'https://x.com/{{ contato.nome | url }}' }, { onError }],
          a: ['send_text', SAY('{{ blocos.h.status }}')],
        },
        ['t.out > h', 'h.out > a'],
      ),
    );
    expect(run.acts()[0]).toMatchObject({ settings: { url: 'https://x.com/Ana' } });
    run.broke('h');
    expect(run.last()).toMatchObject({ type: expected });
    if (expected === 'idle') expect(run.said()).toEqual([['204']]);
    else expect(run.last()).toMatchObject({ failure: { type: 'provider_unavailable', node: 'h' } });
  });

  it('a handle that is not one is a failure, not a guess', () => {
    const run = play(
      flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('x')], z: Z }, [
        't.out > a',
        'a.out > z',
      ]),
    );
    run.done('a', 'nope');
    expect(run.last()).toMatchObject({ type: 'failed', failure: { type: 'unknown_handle', node: 'a' } });
  });

  it('what a person answers is kept where it was to be kept', () => {
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          q: ['ask', { question: 'CPF?', answer: 'cpf', saveTo: 'cpf' }],
          a: ['send_text', SAY('{{ variaveis.cpf | cpf }} {{ blocos.q.texto }}')],
        },
        ['t.out > q', 'q.ok > a', 'q.invalid > a', 'q.timed_out > a'],
      ),
    );
    run.done('q', 'ok', { resposta: '52998224725', texto: 'é 529.982.247-25' });
    expect(run.said()).toEqual([['529.982.247-25 é 529.982.247-25']]);
  });

  it('an unwired way ends quietly: a person took over', () => {
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          w: ['wait_reply', { timeoutSeconds: 60 }],
          a: ['send_text', SAY('x')],
        },
        ['t.out > w', 'w.replied > a', 'w.timed_out > a'],
      ),
    );
    run.done('w', 'taken_over');
    expect(run.last()).toMatchObject({ type: 'ended' });
  });

  it.each([
    [{ by: 'duration', seconds: 90 }, AT + 90_000],
    [{ by: 'date', date: '2026-12-24T12:00:00Z', ifPast: 'continue' }, Date.parse('2026-12-24T12:00:00Z')],
    [{ by: 'date', date: '{{ agora | somar_dias:1 }}', ifPast: 'continue' }, AT + 86_400_000],
  ])('waits %j', (forWhat, until) => {
    const run = play(
      flowOf(
        { t: ['message_received', MESSAGE], w: ['wait', { for: forWhat }], a: ['send_text', SAY('x')] },
        ['t.out > w', 'w.out > a'],
      ),
    );
    expect(run.effects()[0]).toMatchObject({ type: 'wait', until });
    run.done('w');
    expect(run.said()).toEqual([['x']]);
  });

  it('a date that is past goes on, or fails', () => {
    const past = (ifPast: string) =>
      play(
        flowOf(
          {
            t: ['message_received', MESSAGE],
            w: ['wait', { for: { by: 'date', date: '2020-01-01', ifPast } }],
            a: ['send_text', SAY('x')],
          },
          ['t.out > w', 'w.out > a'],
        ),
      );
    expect(past('continue').said()).toEqual([['x']]);
    expect(past('fail').last()).toMatchObject({ type: 'failed', failure: { type: 'date_is_past' } });
  });

  it('goes back as often as it may, and then leaves by the limit', () => {
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          a: ['send_text', SAY('de novo')],
          l: ['loop', { target: 'a', most: 2 }],
          z: ['send_text', SAY('chega')],
        },
        ['t.out > a', 'a.out > l', 'l.limit > z'],
      ),
    );
    const said = [];
    for (let times = 0; times < 5 && run.acts().length > 0; times += 1) {
      said.push(run.said()[0]);
      run.done(run.acts()[0]?.node ?? '');
    }
    expect(said).toEqual([['de novo'], ['de novo'], ['de novo'], ['chega']]);
  });

  it('goes back until the condition holds', () => {
    const until = WHEN('variaveis.n', 'ok').when;
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          a: ['wait_reply', { timeoutSeconds: 60, saveTo: 'n' }],
          l: ['loop', { target: 'a', most: 9, until }],
          z: ['send_text', SAY('fim')],
        },
        ['t.out > a', 'a.replied > l', 'a.timed_out > l', 'l.limit > z', 'l.done > z'],
      ),
    );
    run.done('a', 'replied', { texto: 'não' });
    expect(run.acts()[0]?.node).toBe('a');
    run.done('a', 'replied', { texto: 'ok' });
    expect(run.said()).toEqual([['fim']]);
  });

  it.each([1, 2, 5])('each item, %d at once', (atOnce) => {
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          f: ['for_each', { list: 'variaveis.itens', atOnce }],
          h: ['http_request', { url: 'https://x.com/{{ item }}/{{ indice }}' }],
          a: ['send_text', SAY('{{ blocos.f.resultados | json }} de {{ blocos.f.total }}')],
        },
        ['t.out > f', 'f.each > h', 'f.done > a'],
        { variables: [{ name: 'itens', type: 'list', initial: ['p', 'q', 'r'] }] },
      ),
    );
    const urls: unknown[] = [];
    const open = run.acts();
    expect(open).toHaveLength(Math.min(3, atOnce));
    for (let act = open.shift(); act?.kind === 'http_request'; act = open.shift()) {
      urls.push(act.settings.url);
      const output = { status: 200 + urls.length };
      run.tell({ type: 'result', effect: act.id, handle: 'out', output, at: AT });
      open.push(...run.acts());
    }
    expect(urls).toEqual(['https://x.com/p/0', 'https://x.com/q/1', 'https://x.com/r/2']);
    expect(run.said()).toEqual([['[{"status":201},{"status":202},{"status":203}] de 3']]);
  });

  it.each([
    ['stop', { type: 'failed' }],
    ['skip', ['0 1']],
    ['collect', ['1 1']],
  ])('an item that fails: %s', (onItemError, expected) => {
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          f: ['for_each', { list: 'contato.etiquetas', onItemError }],
          h: ['http_request', { url: 'https://x.com' }],
          a: ['send_text', SAY('{{ blocos.f.falhas | tamanho }} {{ blocos.f.total }}')],
        },
        ['t.out > f', 'f.each > h', 'f.done > a'],
      ),
    );
    run.broke('h');
    if (Array.isArray(expected)) expect(run.said()).toEqual([expected]);
    else expect(run.last()).toMatchObject(expected);
  });

  it('an empty list is done at once', () => {
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          f: ['for_each', { list: 'contato.etiquetas' }],
          h: ['http_request', { url: 'https://x.com' }],
          a: ['send_text', SAY('fim')],
        },
        ['t.out > f', 'f.each > h', 'f.done > a'],
      ),
      { contato: { id: 'c' } },
    );
    expect(run.said()).toEqual([['fim']]);
  });

  const branches = ['a', 'b', 'c'].map((key) => ({ key, name: key.toUpperCase() }));
  const parallel = (join: object, onBranchError = 'fail') =>
    play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          p: ['parallel', { branches, join, onBranchError }],
          a: ['http_request', { url: 'https://a.com' }],
          b: ['http_request', { url: 'https://b.com' }],
          c: ['http_request', { url: 'https://c.com' }],
          j: ['send_text', SAY('{{ blocos.p.terminados | lista }}')],
        },
        ['t.out > p', 'p.branch:a > a', 'p.branch:b > b', 'p.branch:c > c', 'p.joined > j'],
      ),
    );

  it.each<[object, string[], string, number]>([
    [{ of: 'all' }, ['b', 'c', 'a'], 'B, C, A', 0],
    [{ of: 'first' }, ['b'], 'B', 2],
    [{ of: 'some', count: 2 }, ['c', 'a'], 'C, A', 1],
  ])('branches at once, joined by %j', (join, order, said, dropped) => {
    const run = parallel(join);
    const ids = Object.fromEntries(run.acts().map(({ node, id }) => [node, id]));
    expect(Object.keys(ids)).toEqual(['a', 'b', 'c']);
    for (const node of order) run.tell({ type: 'result', effect: ids[node] ?? '', handle: 'out', at: AT });
    expect(run.said()).toEqual([[said]]);
    const drop = run.effects().find(({ type }) => type === 'drop');
    expect(drop && 'effects' in drop ? drop.effects.length : 0).toBe(dropped);
  });

  it('a branch that fails stops all, or is collected', () => {
    const stopped = parallel({ of: 'all' });
    stopped.broke('b');
    expect(stopped.last()).toMatchObject({ type: 'failed', failure: { node: 'p' } });
    expect(stopped.effects()[0]).toMatchObject({ type: 'drop' });
    const collected = parallel({ of: 'all' }, 'collect');
    const ids = collected.acts().map(({ id }) => id);
    collected.tell({ type: 'error', effect: ids[1] ?? '', error: { type: 'x', message: '' }, at: AT });
    collected.tell({ type: 'result', effect: ids[0] ?? '', handle: 'out', at: AT });
    collected.tell({ type: 'result', effect: ids[2] ?? '', handle: 'out', at: AT });
    expect(collected.said()).toEqual([['A, C']]);
  });

  it('a contact always gets the same variant, and variants get their share', () => {
    const variants = [
      { key: 'a', name: 'A', percent: 20 },
      { key: 'b', name: 'B', percent: 80 },
    ];
    const document = flowOf(
      {
        t: ['message_received', MESSAGE],
        s: ['ab_split', { variants }],
        a: ['send_text', SAY('a')],
        b: ['send_text', SAY('b')],
      },
      ['t.out > s', 's.variant:a > a', 's.variant:b > b'],
    );
    const said = (id: string, seed: string) => play(document, { contato: { id }, seed }).said()[0];
    expect(said('c-7', 'run-1')).toEqual(said('c-7', 'run-2'));
    const firsts = Array.from({ length: 500 }, (_, i) => said(`contact-${i}`, 'x')).filter(
      (each) => JSON.stringify(each) === '["a"]',
    );
    expect(firsts.length).toBeGreaterThan(60);
    expect(firsts.length).toBeLessThan(140);
  });

  it.each([
    ['2026-11-20T15:00:00Z', 'aberto'],
    ['2026-11-20T23:00:00Z', 'fechado'],
    ['2026-12-25T15:00:00Z', 'fechado'],
  ])('hours of its own at %s: %s', (at, expected) => {
    const calendar = {
      zone: 'America/Sao_Paulo',
      hours: [1, 2, 3, 4, 5].map((day) => ({ day, from: 480, to: 1080 })),
      holidays: ['12-25'],
    };
    const { flow } = compileFlow(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          h: ['business_hours', { hours: { of: 'own', calendar } }],
          o: ['send_text', SAY('aberto')],
          c: ['send_text', SAY('fechado')],
        },
        ['t.out > h', 'h.open > o', 'h.closed > c'],
      ),
    );
    if (!flow) throw new Error('no flow');
    const { effects } = stepUntilIdle(flow, startFlow(flow, startOf('t')), Date.parse(at), flowTools);
    expect(effects[0]).toMatchObject({ settings: { messages: [expected] } });
  });

  it('a disabled node is passed by, a goto followed', () => {
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          a: ['send_text', SAY('não'), { disabled: true }],
          g: ['goto', { target: 'b' }],
          b: ['send_text', SAY('sim')],
        },
        ['t.out > a', 'a.out > g'],
      ),
    );
    expect(run.said()).toEqual([['sim']]);
  });

  it('its end gives outputs, and is the end of all threads', () => {
    const outputs = [
      { name: 'nome', value: '{{ contato.nome }}' },
      { name: 'lista', value: '{{ contato.etiquetas }}' },
    ];
    const run = play(
      flowOf(
        {
          t: ['message_received', MESSAGE],
          z: ['end', { status: 'failure', outputs, resolveConversation: true }],
        },
        ['t.out > z'],
      ),
    );
    expect(run.last()).toEqual({
      type: 'ended',
      result: { status: 'failure', outputs: { nome: 'Ana', lista: ['vip'] }, resolveConversation: true },
    });
  });

  it('cancelled, it drops what it waited for and hears nothing more', () => {
    const run = play(flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('x')] }, ['t.out > a']));
    const id = run.idOf('a');
    expect(run.tell({ type: 'cancel', at: AT })).toEqual([
      { type: 'drop', effects: [id] },
      { type: 'cancelled' },
    ]);
    expect(run.tell({ type: 'result', effect: id, handle: 'out', at: AT })).toEqual([{ type: 'cancelled' }]);
  });

  it('names what a walker does the same, in whatever order news of the others is heard', () => {
    const branches = ['a', 'b'].map((key) => ({ key, name: key }));
    const document = flowOf(
      {
        t: ['message_received', MESSAGE],
        p: ['parallel', { branches, join: { of: 'all' } }],
        ha: ['http_request', { url: 'https://x.com' }],
        hb: ['http_request', { url: 'https://x.com' }],
        lista: ['for_each', { list: 'blocos.ha.corpo', atOnce: 2 }],
        cada: ['send_text', SAY('{{ item }}')],
        b: ['send_text', SAY('b')],
        z: Z,
      },
      [
        't.out > p',
        'p.branch:a > ha',
        'p.branch:b > hb',
        'p.joined > z',
        'ha.out > lista',
        'lista.each > cada',
        'hb.out > b',
      ],
    );
    const OUT = { status: 200, corpo: ['x', 'y'] };
    const names = (order: string[]) => {
      const run = play(document);
      const ids = new Map(['ha', 'hb'].map((node) => [node, run.idOf(node)]));
      const said = new Map<string, string>();
      for (const node of order) {
        run.tell({ type: 'result', effect: ids.get(node) ?? '', handle: 'out', output: OUT, at: AT });
        for (const { id, settings } of run.acts()) said.set(JSON.stringify(settings.messages), id);
      }
      return Object.fromEntries([...said].sort());
    };
    const one = names(['ha', 'hb']);
    expect(Object.keys(one)).toHaveLength(3);
    expect(new Set(Object.values(one)).size).toBe(3);
    expect(names(['hb', 'ha'])).toEqual(one);
  });

  it('a circle that answers at once is stopped by the count of steps', () => {
    const document = flowOf(
      {
        t: ['message_received', MESSAGE],
        a: ['send_text', SAY('x')],
        w: ['wait', { for: { by: 'duration', seconds: 1 } }],
      },
      ['t.out > a', 'a.out > w', 'w.out > a'],
    );
    const { flow } = compileFlow(document);
    if (!flow) throw new Error('no flow');
    // As if a wait had been published that does not wait.
    const spun = {
      ...flow,
      nodes: {
        ...flow.nodes,
        w: { ...(flow.nodes.w as CompiledNode), kind: 'goto', next: { target: 'w' }, handles: ['target'] },
      },
    };
    let state = startFlow(spun, startOf('t'));
    ({ state } = stepUntilIdle(spun, state, AT, flowTools));
    ({ state } = stepFlow(spun, state, { type: 'result', effect: 'e0.1', handle: 'out', at: AT }, flowTools));
    expect(stepUntilIdle(spun, state, AT, flowTools).effects.at(-1)).toMatchObject({
      type: 'failed',
      failure: { type: 'too_many_steps' },
    });
  });

  it('an output too large is refused', () => {
    const run = play(
      flowOf({ t: ['message_received', MESSAGE], h: ['http_request', { url: 'https://x.com' }], z: Z }, [
        't.out > h',
        'h.out > z',
      ]),
    );
    run.done('h', 'out', { corpo: 'x'.repeat(70_000) });
    expect(run.last()).toMatchObject({ type: 'failed', failure: { type: 'output_too_large' } });
  });
});
