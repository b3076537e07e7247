import { MESSAGE, SAY, WHEN, flowOf } from '../../tests/support/flow';
import { checkFlow } from './check-flow';
import type { CheckContext } from './checks/context';
import type { FlowDocument } from './document';

const END = ['end'] as [string];
const REPLY = { timeoutSeconds: 3600 };

function codes(document: FlowDocument, context?: CheckContext) {
  return checkFlow(document, context).map(({ code, nodeId, field }) =>
    [code, nodeId, field].filter((each) => each !== undefined).join(' '),
  );
}

const clean = flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('Oi')], z: END }, [
  't.out > a',
  'a.out > z',
]);

describe('what is wrong with a drawing', () => {
  it('nothing, where nothing is', () => {
    expect(codes(clean)).toEqual([]);
  });

  it.each<[string, FlowDocument, string]>([
    ['no trigger', flowOf({ a: ['send_text', SAY('x')], z: END }, ['a.out > z']), 'no_trigger'],
    [
      'a disabled trigger is none',
      flowOf({ t: ['message_received', MESSAGE, { disabled: true }], z: END }, ['t.out > z']),
      'no_trigger',
    ],
    [
      'a kind nobody knows',
      { ...clean, nodes: clean.nodes.map((n) => (n.id === 'a' ? { ...n, kind: 'x' } : n)) },
      'unknown_kind a',
    ],
    [
      'a version of the future',
      { ...clean, nodes: clean.nodes.map((n) => (n.id === 'a' ? { ...n, typeVersion: 9 } : n)) },
      'unknown_version a',
    ],
    ['two of one id', { ...clean, nodes: [...clean.nodes, ...clean.nodes.slice(1, 2)] }, 'duplicate_id a'],
    [
      'a line to nowhere',
      { ...clean, edges: [...clean.edges, { id: 'e', from: 'a', handle: 'out', to: 'gone' }] },
      'dangling_edge a',
    ],
    [
      'a handle that is not',
      flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('x')], z: END }, [
        't.out > a',
        'a.nope > z',
      ]),
      'unknown_handle a',
    ],
    [
      'a handle used twice',
      flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('x')], z: END }, [
        't.out > a',
        't.out > z',
        'a.out > z',
      ]),
      'handle_twice t',
    ],
    [
      'a line into a trigger',
      flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('x')] }, ['t.out > a', 'a.out > t']),
      'edge_into_trigger t',
    ],
    [
      'an island',
      flowOf(
        { t: ['message_received', MESSAGE], a: ['send_text', SAY('x')], b: ['send_text', SAY('y')], z: END },
        ['t.out > a', 'a.out > z'],
      ),
      'unreachable b',
    ],
    [
      'an open end that must not be',
      flowOf({ t: ['message_received', MESSAGE], c: ['condition', WHEN('contato.nome', 'x')], z: END }, [
        't.out > c',
        'c.yes > z',
      ]),
      'handle_unwired c',
    ],
    [
      'an error branch that leads nowhere',
      flowOf(
        { t: ['message_received', MESSAGE], a: ['send_text', SAY('x'), { onError: { mode: 'branch' } }] },
        ['t.out > a'],
      ),
      'handle_unwired a',
    ],
    [
      'a circle that never waits',
      flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('x')], b: ['send_text', SAY('y')] }, [
        't.out > a',
        'a.out > b',
        'b.out > a',
      ]),
      'cycle_without_wait a',
    ],
    [
      'a jump onto itself',
      flowOf({ t: ['message_received', MESSAGE], g: ['goto', { target: 'g' }] }, ['t.out > g']),
      'cycle_without_wait g',
    ],
    [
      'a question whose failure leads back to it',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          q: ['ask', { question: 'x?', answer: 'text', saveTo: 'v' }, { onError: { mode: 'branch' } }],
          z: END,
        },
        ['t.out > q', 'q.error > q', 'q.ok > z', 'q.invalid > z', 'q.timed_out > z'],
      ),
      'cycle_without_wait q',
    ],
    [
      'a jump to nowhere',
      flowOf({ t: ['message_received', MESSAGE], g: ['goto', { target: 'gone' }] }, ['t.out > g']),
      'jump_target_missing g target',
    ],
    [
      'a loop that goes forward',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          l: ['loop', { target: 'a' }],
          a: ['send_text', SAY('x')],
          z: END,
        },
        ['t.out > l', 'l.limit > a', 'a.out > z'],
      ),
      'jump_not_upstream l target',
    ],
    [
      'a question for each item',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          f: ['for_each', { list: 'contato.etiquetas' }],
          w: ['wait_reply', REPLY],
          a: ['send_text', SAY('x')],
          z: END,
        },
        ['t.out > f', 'f.each > w', 'w.replied > a', 'w.timed_out > a', 'f.done > z'],
      ),
      'question_in_body w',
    ],
    [
      'a way out of a body',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          f: ['for_each', { list: 'contato.etiquetas' }],
          a: ['send_text', SAY('x')],
        },
        ['t.out > f', 'f.each > a', 'f.done > a'],
      ),
      'enters_body a',
    ],
    [
      'a body that leads back',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          f: ['for_each', { list: 'contato.etiquetas' }],
          a: ['send_text', SAY('x')],
          z: END,
        },
        ['t.out > f', 'f.each > a', 'a.out > f', 'f.done > z'],
      ),
      'body_returns f',
    ],
    [
      'a template that is broken',
      flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('{{ contato.nome')] }, ['t.out > a']),
      'invalid_template a messages.0',
    ],
    [
      'a field that is not',
      flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('{{ contato.sobrenome }}')] }, [
        't.out > a',
      ]),
      'invalid_path a messages.0',
    ],
    [
      'a root that is not',
      flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('{{ cliente.nome }}')] }, [
        't.out > a',
      ]),
      'unknown_variable a messages.0',
    ],
    [
      'an item outside of a loop',
      flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('{{ item }}')] }, ['t.out > a']),
      'unknown_variable a messages.0',
    ],
    [
      'what comes later',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          a: ['send_text', SAY('{{ blocos.h.status }}')],
          h: ['http_request', { url: 'https://x.com' }],
          z: END,
        },
        ['t.out > a', 'a.out > h', 'h.out > z'],
      ),
      'invalid_path a messages.0',
    ],
    [
      'what may not have happened',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          c: ['condition', WHEN('contato.nome', 'x')],
          h: ['http_request', { url: 'https://x.com' }],
          a: ['send_text', SAY('{{ blocos.h.status }}')],
        },
        ['t.out > c', 'c.yes > h', 'h.out > a', 'c.else > a'],
      ),
      'maybe_unset a messages.0',
    ],
    [
      'an expression that is broken',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          c: ['condition', { when: { expression: 'contato.nome ==' } }],
          z: END,
        },
        ['t.out > c', 'c.yes > z', 'c.else > z'],
      ),
      'invalid_expression c when.expression',
    ],
    [
      'a condition that is a number',
      flowOf(
        { t: ['message_received', MESSAGE], c: ['condition', { when: { expression: '1 + 1' } }], z: END },
        ['t.out > c', 'c.yes > z', 'c.else > z'],
      ),
      'not_a_yes_or_no c when.expression',
    ],
    [
      'a pattern RE2 refuses',
      flowOf(
        {
          t: ['message_received', { ...MESSAGE, filter: { by: 'pattern', pattern: '(?=a)' } }],
          a: ['send_text', SAY('x')],
        },
        ['t.out > a'],
      ),
      'invalid_pattern t filter.pattern',
    ],
    [
      'a list compared with a number',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          c: ['condition', WHEN('contato.etiquetas', '3', 'greater')],
          z: END,
        },
        ['t.out > c', 'c.yes > z', 'c.else > z'],
      ),
      'compares_types c when.groups.0.rules.0',
    ],
    [
      'a default of another shape',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          h: [
            'http_request',
            { url: 'https://x.com' },
            { onError: { mode: 'default', value: { status: 'x' } } },
          ],
          z: END,
        },
        ['t.out > h', 'h.out > z'],
      ),
      'default_of_wrong_type h onError',
    ],
    [
      'somebody wrote and nobody answers',
      flowOf({ t: ['message_received', MESSAGE], z: END }, ['t.out > z']),
      'silent_end z',
    ],
    [
      'a speech',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          a: ['send_text', { messages: ['1', '2'] }],
          b: ['send_text', { messages: ['3', '4'] }],
          z: END,
        },
        ['t.out > a', 'a.out > b', 'b.out > z'],
      ),
      'many_messages a',
    ],
    [
      'an offer two days later',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          w: ['wait', { for: { by: 'duration', seconds: 172_800 } }],
          a: ['send_text', { messages: ['x'], marketing: true }],
          z: END,
        },
        ['t.out > w', 'w.out > a', 'a.out > z'],
      ),
      'marketing_after_wait a',
    ],
    [
      'two beginnings for one message',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          u: ['message_received', MESSAGE],
          a: ['send_text', SAY('x')],
          z: END,
        },
        ['t.out > a', 'u.out > a', 'a.out > z'],
      ),
      'overlapping_triggers u',
    ],
    [
      'no end',
      flowOf({ t: ['message_received', MESSAGE], a: ['send_text', SAY('x')] }, ['t.out > a']),
      'no_end',
    ],
    [
      'a placeholder',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          p: ['placeholder', { was: 'Script' }],
          a: ['send_text', SAY('x')],
        },
        ['t.out > p', 'p.out > a'],
      ),
      'placeholder_left p',
    ],
    [
      'two variables of one name',
      {
        ...clean,
        variables: [
          { name: 'a', type: 'text' },
          { name: 'A', type: 'text' },
        ],
      },
      'duplicate_variable variables.1.name',
    ],
  ])('%s', (_what, document, expected) => {
    expect(codes(document)).toContain(expected);
  });

  it.each<[string, FlowDocument]>([
    [
      'a circle that waits for a reply',
      flowOf(
        { t: ['message_received', MESSAGE], a: ['send_text', SAY('x')], w: ['wait_reply', REPLY], z: END },
        ['t.out > a', 'a.out > w', 'w.replied > a', 'w.timed_out > z'],
      ),
    ],
    [
      'a loop that is counted',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          a: ['send_text', SAY('x')],
          l: ['loop', { target: 'a', most: 2 }],
          z: END,
        },
        ['t.out > a', 'a.out > l', 'l.limit > z'],
      ),
    ],
    [
      'an item inside of its loop',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          f: ['for_each', { list: 'contato.etiquetas' }],
          a: ['send_text', SAY('{{ item }} {{ indice }}')],
          z: END,
        },
        ['t.out > f', 'f.each > a', 'f.done > z'],
      ),
    ],
    [
      'a value with a default',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          c: ['condition', WHEN('contato.nome', 'x')],
          h: ['http_request', { url: 'https://x.com' }],
          a: ['send_text', SAY("{{ blocos.h.status | padrao:'?' }}")],
          z: END,
        },
        ['t.out > c', 'c.yes > h', 'h.out > a', 'c.else > a', 'a.out > z'],
      ),
    ],
    [
      'a variable that was asked for',
      flowOf(
        {
          t: ['message_received', MESSAGE],
          q: ['ask', { question: 'Nome?', answer: 'text', saveTo: 'apelido' }],
          a: ['send_text', SAY('{{ variaveis.apelido }}')],
          z: END,
        },
        ['t.out > q', 'q.ok > a', 'q.invalid > a', 'q.timed_out > z', 'a.out > z'],
      ),
    ],
  ])('allowed: %s', (_what, document) => {
    expect(
      checkFlow(document).filter(({ severity, code }) => severity === 'error' || code === 'maybe_unset'),
    ).toEqual([]);
  });

  it('what the tenant does not have, or may not', () => {
    const context: CheckContext = {
      flowId: 'f1',
      references: { channel: new Set(['c2']), flow: new Set(['f1', 'f2']) },
      limits: { nodes: 2, withoutKinds: new Set(['send_text']), waitSeconds: 60 },
      otherTriggers: [{ flowId: 'f9', settings: { channels: ['c1'], filter: { by: 'any' } } }],
      channels: new Map([['c1', 'qr']]),
    };
    const document = flowOf(
      {
        t: ['message_received', MESSAGE],
        a: ['send_text', SAY('x')],
        w: ['wait', { for: { by: 'duration', seconds: 120 } }],
        b: ['send_buttons', { text: 'x', buttons: [{ key: 'a', title: 'A' }] }],
        s: ['start_subflow', { flowId: 'f1' }],
      },
      ['t.out > a', 'a.out > w', 'w.out > b', 'b.option:a > s', 'b.other_reply > s', 'b.timed_out > s'],
    );
    const found = codes(document, context);
    for (const expected of [
      'missing_reference t channels.0',
      'subflow_of_itself s flowId',
      'too_many_nodes',
      'plan_limit a kind',
      'plan_limit w settings',
      'overlapping_triggers t',
      'buttons_become_text b',
    ]) {
      expect(found).toContain(expected);
    }
  });

  it('too many nodes, and many', () => {
    const many = (count: number) =>
      flowOf(
        Object.fromEntries([
          ['t', ['message_received', MESSAGE]],
          ...Array.from({ length: count }, (_, i) => [`n${i}`, ['send_text', SAY('x')]]),
        ]),
      );
    expect(codes(many(60))).toContain('many_nodes');
    expect(codes(many(200))).toContain('too_many_nodes');
  });
});
