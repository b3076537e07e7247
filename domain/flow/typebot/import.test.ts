import fc from 'fast-check';
import { checkFlow } from '../check-flow';
import { compileDraft } from '../compile';
import { flowTools } from '../expression/tools';
import { loadFlow } from '../load';
import { playScript } from '../simulate/play-script';
import { importTypebot } from './import';

const p = (...children: object[]) => ({ type: 'p', children });
const bubble = (id: string, words: string, more = {}) => ({
  id,
  type: 'text',
  content: { richText: [p({ text: words })] },
  ...more,
});
const block = (id: string, type: string, options: object = {}, more = {}) => ({ id, type, options, ...more });
const comparison = (variableId: string, comparisonOperator: string, value: string) => ({
  content: { logicalOperator: 'AND', comparisons: [{ id: 'x', variableId, comparisonOperator, value }] },
});

/** Version 6: events, groups, blocks. */
function v6(blocks: object[], edges: object[] = [], more: object = {}) {
  return {
    version: '6',
    id: 't1',
    name: 'Clínica',
    events: [{ id: 's', type: 'start', outgoingEdgeId: 'e0', graphCoordinates: { x: 0, y: 0 } }],
    groups: [{ id: 'g1', title: 'Boas-vindas', graphCoordinates: { x: 0, y: 0 }, blocks }],
    edges: [{ id: 'e0', from: { eventId: 's' }, to: { groupId: 'g1' } }, ...edges],
    variables: [
      { id: 'v1', name: 'Nome' },
      { id: 'v2', name: 'E-mail do cliente' },
      { id: 'v3', name: 'nome' },
    ],
    settings: {},
    theme: {},
    ...more,
  };
}

const kindsOf = (input: unknown) =>
  importTypebot(input)
    .document.nodes.map(({ kind }) => kind)
    .filter((kind) => !['message_received', 'end'].includes(kind));
const first = (...blocks: object[]) => importTypebot(v6(blocks)).document.nodes[1];

/** Every block of a file is counted once. */
function accounts(input: unknown, blocks: number) {
  const { report, document } = importTypebot(input);
  expect(report.mapped + report.approximated.length + report.unmapped.length).toBe(blocks);
  expect(report.nodes).toBe(document.nodes.length);
  expect(loadFlow(JSON.parse(JSON.stringify(document)))).toMatchObject({ ok: true, migrated: [] });
  return { report, document };
}

describe('Typebot', () => {
  it.each<[object, string, object]>([
    [bubble('b', 'Oi {{Nome}}'), 'send_text', { messages: ['Oi {{ variaveis.nome }}'] }],
    [bubble('b', 'Oi {{Desconhecida}}'), 'send_text', { messages: ['Oi \\{{Desconhecida}}'] }],
    [{ id: 'b', type: 'image', content: { url: 'https://x.com/a.png' } }, 'send_media', { type: 'image' }],
    [
      { id: 'b', type: 'video', content: { url: 'https://youtu.be/x' } },
      'send_text',
      { messages: ['https://youtu.be/x'] },
    ],
    [{ id: 'b', type: 'audio', content: { url: 'https://x.com/a.mp3' } }, 'send_media', { type: 'audio' }],
    [{ id: 'b', type: 'embed', content: { url: 'https://x.com' } }, 'send_text', {}],
    [
      block('b', 'email input', { variableId: 'v2' }),
      'ask',
      { answer: 'email', saveTo: 'e_mail_do_cliente' },
    ],
    [block('b', 'rating input', { length: 5 }), 'ask', { answer: 'number', rule: { least: 1, most: 5 } }],
    [block('b', 'date input'), 'ask', { answer: 'date' }],
    [block('b', 'phone number input'), 'ask', { answer: 'phone' }],
    [block('b', 'url input'), 'ask', { answer: 'url' }],
    [block('b', 'file input'), 'ask', { answer: 'file' }],
    [block('b', 'payment input'), 'placeholder', { was: 'payment input' }],
    [block('b', 'Wait', { secondsToWaitFor: '30' }), 'wait', { for: { by: 'duration', seconds: 30 } }],
    [block('b', 'Wait', { secondsToWaitFor: '{{x}}' }), 'placeholder', {}],
    [block('b', 'Redirect', { url: 'https://x.com' }), 'send_text', { messages: ['https://x.com'] }],
    [block('b', 'Script', { content: 'alert(1)' }), 'placeholder', { was: 'Script' }],
    [block('b', 'Code', { content: 'alert(1)' }), 'placeholder', { was: 'Code' }],
    [block('b', 'Google Sheets'), 'placeholder', { was: 'Google Sheets' }],
    [block('b', 'Typebot link', { typebotId: 'other' }), 'start_subflow', { flowId: 'other' }],
    [
      block('b', 'Email', { recipients: ['a@b.co'], subject: 'S', body: 'B' }),
      'send_email',
      { to: ['a@b.co'] },
    ],
    [
      block('b', 'AB test', { aPercent: 30 }),
      'ab_split',
      {
        variants: [
          { key: 'a', name: 'A', percent: 30 },
          { key: 'b', name: 'B', percent: 70 },
        ],
      },
    ],
    [block('b', 'Set variable', { variableId: 'v1', expressionToEvaluate: 'Ana' }), 'set_variable', {}],
    [
      block('b', 'Set variable', { variableId: 'v1', type: 'Now' }),
      'set_variable',
      { assignments: [{ scope: 'run', name: 'nome', type: 'any', value: { template: '{{ agora }}' } }] },
    ],
    [
      block('b', 'Set variable', {
        variableId: 'v1',
        expressionToEvaluate: 'return new Date()',
        isCode: true,
      }),
      'set_variable',
      { assignments: [{ scope: 'run', name: 'nome', type: 'any', value: { template: '{{ agora }}' } }] },
    ],
    [
      block('b', 'OpenAI', {
        task: 'Create chat completion',
        model: 'gpt-4o',
        messages: [{ role: 'system', content: 'Ajude' }],
      }),
      'ai_generate',
      { prompt: 'Ajude' },
    ],
    [block('b', 'openai', { action: 'Create speech' }), 'placeholder', {}],
    [
      block('b', 'Webhook', {
        webhook: {
          method: 'POST',
          url: 'https://x.com/{{Nome}}',
          headers: [
            { key: 'Authorization', value: 'Bearer s3cret' },
            { key: 'X-A', value: '1' },
          ],
          body: '{}',
        },
        responseVariableMapping: [{ variableId: 'v1', bodyPath: 'data.name' }],
      }),
      'http_request',
      {
        url: 'https://x.com/{{ variaveis.nome }}',
        headers: [{ name: 'X-A', value: '1' }],
        map: [{ from: 'corpo.name', to: 'nome' }],
      },
    ],
    [block('b', 'Webhook', { webhook: { url: 'http://x.com' } }), 'http_request', { url: 'https://x.com' }],
    [block('b', 'Zapier'), 'placeholder', {}],
  ])('%j → %s', (given, kind, settings) => {
    const node = first(given);
    expect(node?.kind).toBe(kind);
    expect(node?.settings).toMatchObject(settings);
    accounts(v6([given]), 1);
  });

  it('secrets stay behind, and the report says so', () => {
    const hook = block('b', 'Webhook', {
      webhook: {
        url: 'https://x.com',
        headers: [{ key: 'Authorization', value: 's3cret' }],
        queryParams: [{ key: 'api_key', value: 's3cret' }],
      },
    });
    const { document, report } = accounts(
      v6([hook, block('c', 'Google Sheets', { credentialsId: 's3cret' })]),
      2,
    );
    expect(JSON.stringify(document)).not.toContain('s3cret');
    expect(report.approximated).toEqual([
      expect.objectContaining({ type: 'Webhook', reason: expect.stringContaining('secrets') }),
    ]);
    expect(report.unmapped).toEqual([
      { name: 'Boas-vindas', type: 'Google Sheets', reason: expect.any(String) },
    ]);
  });

  it('a question and what it takes are one node', () => {
    const given = v6([
      bubble('b', 'Qual o seu nome?'),
      block('i', 'text input', { variableId: 'v1' }),
      bubble('c', 'Obrigado'),
    ]);
    const { document } = accounts(given, 3);
    expect(kindsOf(given)).toEqual(['ask', 'send_text']);
    expect(document.nodes[1]?.settings).toMatchObject({ question: 'Qual o seu nome?', saveTo: 'nome' });
  });

  it('choices are buttons, a list or a question, and lead where they led', () => {
    const items = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ id: `i${i}`, content: `Opção ${i}`, outgoingEdgeId: 'x' }));
    const groups = [
      {
        id: 'g1',
        title: 'A',
        graphCoordinates: { x: 0, y: 0 },
        blocks: [bubble('b', 'Qual?'), { id: 'c', type: 'choice input', items: items(2) }],
      },
      { id: 'g2', title: 'B', graphCoordinates: { x: 9, y: 0 }, blocks: [bubble('d', 'primeira')] },
      { id: 'g3', title: 'C', graphCoordinates: { x: 9, y: 9 }, blocks: [bubble('e', 'segunda')] },
    ];
    const edges = [
      { id: 'e1', from: { blockId: 'c', itemId: 'i0' }, to: { groupId: 'g2' } },
      { id: 'e2', from: { blockId: 'c', itemId: 'i1' }, to: { groupId: 'g3', blockId: 'e' } },
    ];
    const { document } = accounts(v6([], edges, { groups }), 4);
    const ways = document.edges.map(({ from, handle, to }) => `${from}.${handle} > ${to}`);
    expect(document.nodes[1]).toMatchObject({ kind: 'send_buttons', settings: { text: 'Qual?' } });
    expect(ways).toEqual(
      expect.arrayContaining([
        'inicio.out > n1',
        'n1.option:o0 > n2',
        'n1.option:o1 > n3',
        'n1.other_reply > n1',
        'n2.out > fim',
      ]),
    );
    expect(kindsOf(v6([{ id: 'c', type: 'choice input', items: items(6) }]))).toEqual(['send_list']);
    expect(kindsOf(v6([{ id: 'c', type: 'choice input', items: items(15) }]))).toEqual(['ask']);
    expect(
      kindsOf(v6([{ id: 'c', type: 'choice input', options: { isMultipleChoice: true }, items: items(3) }])),
    ).toEqual(['ask']);
    expect(
      kindsOf(
        v6([
          {
            id: 'c',
            type: 'picture choice input',
            items: [
              { id: 'i', title: 'Um' },
              { id: 'j', title: 'Dois' },
            ],
          },
        ]),
      ),
    ).toEqual(['send_buttons']);
  });

  it('options from a variable are asked for as they are then', () => {
    const options = { dynamicVariableId: 'v2', variableId: 'v1' };
    const list = {
      variableId: 'v2',
      expressionToEvaluate: 'return ["Plano Ouro", "Plano Prata", "Plano Ouro"]',
    };
    const { document, report } = accounts(
      v6([
        block('l', 'Set variable', list),
        bubble('q', 'Qual plano?'),
        { id: 'c', type: 'choice input', options, items: [{ id: 'i' }] },
        bubble('d', 'Boa: {{Nome}}'),
      ]),
      4,
    );
    expect(report.approximated.map(({ reason }) => reason)).toEqual([
      'options from a variable are numbered text with one way out',
    ]);
    expect(document.nodes.find(({ kind }) => kind === 'ask')?.settings).toEqual({
      question: 'Qual plano?',
      answer: 'choice',
      choicesFrom: 'variaveis.e_mail_do_cliente',
      saveTo: 'nome',
    });
    expect(checkFlow(document).filter(({ severity }) => severity === 'error')).toMatchObject([
      { field: 'channels' },
    ]);
    const script = {
      start: { zone: 'UTC', at: 0 },
      events: [
        { type: 'say' as const, text: 'oi' },
        { type: 'say' as const, text: '2' },
      ],
      advanceMs: 0,
    };
    const { chat, status } = playScript(compileDraft(document), script, flowTools);
    expect([chat.at(-1)?.text, status]).toEqual(['Boa: Plano Prata', 'ended']);
  });

  it.each<[object, string, string | undefined]>([
    [{ dynamicVariableId: 'gone' }, 'placeholder', undefined],
    [{ dynamicItems: { isEnabled: true, titlesVariableId: 'v1' } }, 'ask', 'variaveis.nome'],
    [{ dynamicItems: { isEnabled: true } }, 'placeholder', undefined],
    [{ dynamicItems: { isEnabled: false, titlesVariableId: 'v1' } }, 'send_buttons', undefined],
    [{ dynamicVariableId: null }, 'send_buttons', undefined],
  ])('where options come from: %j → %s', (options, kind, from) => {
    const items = [
      { id: 'i', title: 'Um' },
      { id: 'j', title: 'Dois' },
    ];
    const { document } = accounts(v6([{ id: 'c', type: 'picture choice input', options, items }]), 1);
    const [, node] = document.nodes;
    expect([node?.kind, node?.settings.choicesFrom]).toEqual([kind, from]);
  });

  it('conditions and jumps', () => {
    const given = v6([
      { id: 'c', type: 'Condition', items: [{ id: 'i', ...comparison('v1', 'Equal to', 'Ana') }] },
      {
        id: 'd',
        type: 'Condition',
        items: [
          { id: 'j', ...comparison('v1', 'Is set', '') },
          { id: 'k', ...comparison('v2', 'Contains', '@') },
        ],
      },
      { id: 'e', type: 'Condition', items: [{ id: 'l', ...comparison('v1', 'Quantum', '') }] },
      block('f', 'Jump', { groupId: 'g1', blockId: 'd' }),
    ]);
    const { document } = accounts(given, 4);
    expect(kindsOf(given)).toEqual(['condition', 'switch', 'placeholder', 'loop']);
    // Nobody is asked on the way round: it is counted.
    expect(document.nodes[4]?.settings).toEqual({ target: 'n2', most: 50 });
  });

  it('what nothing leads to, what was empty and what named no time forbid nothing', () => {
    const orphan = { id: 'g9', title: 'Rascunho', blocks: [block('o', 'Script', {}), bubble('p', 'nunca')] };
    const given = v6([bubble('b', ''), block('w', 'Wait', {}), bubble('c', 'Oi')]);
    given.groups.push(orphan as never);
    const { document } = accounts(given, 5);
    expect(document.nodes.filter(({ disabled }) => disabled === true).map(({ id }) => id)).toEqual([
      'n1',
      'n4',
      'n5',
    ]);
    const errors = checkFlow(document).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ field }) => field)).toEqual(['channels']);
  });

  it('what Typebot makes itself comes as what is nearest to it', () => {
    const { report, document } = accounts(
      v6([block('t', 'Set variable', { variableId: 'v1', type: 'Transcript' })]),
      1,
    );
    expect(report.approximated).toHaveLength(1);
    expect(document.nodes[1]?.kind).toBe('set_variable');
  });

  it.each<[string, object | undefined, string[]]>([
    ['{{Nome}}.toUpperCase()', { template: '{{ variaveis.nome | maiusculas }}' }, []],
    ['"Oi, " + {{Nome}}', { expression: '("Oi, " + string(variaveis.nome))' }, []],
    ['{{Nome}} > 1 ? "muitos" : "um"', { expression: expect.stringContaining('"muitos"') }, []],
    ['Rua {{Nome}}', { template: 'Rua {{ variaveis.nome }}' }, []],
    ['{{Nome}}', { template: '{{ variaveis.nome }}' }, []],
    ['new Date().getDate()', { expression: expect.any(String) }, ['days and hours are those of UTC']],
    ['new Date()', { template: '{{ agora }}' }, ['the moment is kept as ISO 8601']],
    [
      "new Date().toLocaleDateString('pt-BR')",
      { template: '{{ agora | data }}' },
      ['the day is told in the zone of the company'],
    ],
    [
      'a - {{Nome}}',
      { template: 'a - {{ variaveis.nome }}' },
      ['if this was to be calculated, write it as an expression'],
    ],
    ['{{Nome}}.map((x) => x.id)', undefined, []],
    ['const x = 1; return x', undefined, []],
  ])('JavaScript is read where it means the same: %s', (expressionToEvaluate, value, why) => {
    const { document, report } = accounts(
      v6([block('a', 'Set variable', { variableId: 'v1', expressionToEvaluate })]),
      1,
    );
    const [, node] = document.nodes;
    expect(report.approximated.map(({ reason }) => reason)).toEqual(why);
    expect(node?.kind).toBe(value === undefined ? 'placeholder' : 'set_variable');
    if (value !== undefined) {
      expect(node?.settings).toEqual({ assignments: [{ scope: 'run', name: 'nome', type: 'any', value }] });
    }
  });

  it('points are counted', () => {
    const add = (id: string, expressionToEvaluate: string) =>
      block(id, 'Set variable', { variableId: 'v1', expressionToEvaluate });
    const { document } = accounts(
      v6([add('a', '{{Nome}} + 2'), add('b', '{{Nome}} * {{Nome}}'), bubble('c', '{{Nome}}')]),
      3,
    );
    expect(checkFlow(document).filter(({ severity }) => severity === 'error')).toMatchObject([
      { field: 'channels' },
    ]);
    const script = {
      start: { zone: 'UTC', at: 0 },
      events: [{ type: 'say' as const, text: 'oi' }],
      advanceMs: 0,
    };
    const { chat, status } = playScript(compileDraft(document), script, flowTools);
    expect([chat.at(-1)?.text, status]).toEqual(['4', 'ended']);
  });

  it('options that are the same once they are cut begin with their number', () => {
    const items = ['Quero saber do plano anual', 'Quero saber do plano mensal'].map((content, id) => ({
      id: `i${id}`,
      content,
    }));
    expect(first({ id: 'c', type: 'choice input', items })?.settings.buttons).toMatchObject([
      { title: '1. Quero saber do pl' },
      { title: '2. Quero saber do pl' },
    ]);
  });

  it('what came over well has nothing wrong but the number to choose', () => {
    const { document } = accounts(
      v6([bubble('b', 'Nome?'), block('i', 'text input', { variableId: 'v1' }), bubble('c', 'Oi {{Nome}}')]),
      3,
    );
    const errors = checkFlow(document).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([
      expect.objectContaining({ code: 'invalid_settings', nodeId: 'inicio', field: 'channels' }),
    ]);
  });

  it.each<[string, unknown, string[]]>([
    [
      'version 3: the start is a block, text is HTML',
      {
        version: '3',
        name: 'Velho',
        groups: [
          {
            id: 'g0',
            title: 'Start',
            blocks: [{ id: 's', type: 'start', label: 'Start', outgoingEdgeId: 'e0' }],
          },
          {
            id: 'g1',
            title: 'Um',
            graphCoordinates: { x: 1, y: 2 },
            blocks: [
              { id: 'b', type: 'text', content: { html: '<div>Oi <b>você</b></div>', plainText: '' } },
            ],
          },
        ],
        edges: [{ id: 'e0', from: { groupId: 'g0', blockId: 's' }, to: { groupId: 'g1' } }],
        variables: [],
      },
      ['send_text'],
    ],
    [
      'before: blocks and steps',
      {
        name: 'Mais velho',
        blocks: [
          { id: 'g0', steps: [{ id: 's', type: 'start', outgoingEdgeId: 'e0' }] },
          {
            id: 'g1',
            steps: [
              { id: 'b', type: 'text', content: { plainText: 'Oi' } },
              { id: 'c', type: 'text input', options: {} },
            ],
          },
        ],
        edges: [{ id: 'e0', from: { blockId: 'g0', stepId: 's' }, to: { blockId: 'g1' } }],
      },
      ['ask'],
    ],
    ['wrapped by a tool', { typebot: v6([bubble('b', 'Oi')]) }, ['send_text']],
    [
      'of the future',
      { ...v6([bubble('b', 'Oi'), block('q', 'telepathy')]), version: '12' },
      ['send_text', 'placeholder'],
    ],
    ['null', null, []],
    ['a text', 'oi', []],
    ['an array', [1, 2], []],
    [
      'groups of nonsense',
      {
        groups: [1, null, { blocks: 'x' }, { blocks: [null, 7, {}] }],
        edges: [null, { from: 3 }],
        variables: [false],
      },
      ['placeholder', 'placeholder', 'placeholder'],
    ],
  ])('%s', (_what, input, kinds) => {
    expect(kindsOf(input)).toEqual(kinds);
    const { document } = importTypebot(input);
    expect(loadFlow(document)).toMatchObject({ ok: true });
    if (kinds[0] === 'send_text' || kinds[0] === 'ask')
      expect(document.edges[0]).toMatchObject({ from: 'inicio', to: 'n1' });
  });

  it('a file too large is cut, and the report names what was left', () => {
    const many = v6(Array.from({ length: 500 }, (_, i) => bubble(`b${i}`, `${i}`)));
    const { report } = accounts(many, 500);
    expect(report.unmapped).toHaveLength(102);
  });

  it('whatever the file, a draft that can be saved', () => {
    const types = fc.constantFrom(
      'text',
      'image',
      'text input',
      'choice input',
      'Condition',
      'Webhook',
      'Set variable',
      'Jump',
      'AB test',
      'Email',
      'OpenAI',
      'Wait',
      'x',
      'toString',
      '__proto__',
    );
    const anyBlock = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      type: types,
      options: fc.jsonValue(),
      content: fc.jsonValue(),
      items: fc.jsonValue(),
    });
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 8 }), fc.jsonValue(), (blocks, edges) => {
        accounts(v6(blocks, Array.isArray(edges) ? (edges as object[]) : []), blocks.length);
      }),
      { numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.anything(), (junk) => {
        expect(loadFlow(importTypebot(junk).document).ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
