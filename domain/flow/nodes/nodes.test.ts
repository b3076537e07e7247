import { NODE_KINDS } from '../registry';

const EVERYTHING = [...NODE_KINDS.values()];

interface Case {
  good: Record<string, unknown>[];
  /** Settings, and what is said of them: `code` or `code field`. */
  bad: [Record<string, unknown>, string][];
  handles: string[];
}

const button = (title: string, key = 'a') => ({ key, title });
const rules = {
  join: 'all',
  groups: [{ join: 'any', rules: [{ left: 'contato.nome', operator: 'equals', right: 'x' }] }],
};
const hours = {
  of: 'own',
  calendar: { zone: 'America/Sao_Paulo', hours: [{ day: 1, from: 480, to: 1080 }] },
};

const CASES: Record<string, Case> = {
  message_received: {
    good: [
      { channels: ['c'] },
      { channels: ['c'], filter: { by: 'keyword', match: 'equals', words: ['oi'] } },
    ],
    bad: [
      [{ channels: [] }, 'invalid_settings channels'],
      [
        { channels: ['c'], filter: { by: 'pattern', pattern: 'x'.repeat(201) } },
        'invalid_settings filter.pattern',
      ],
      [
        { channels: ['c'], filter: { by: 'intent', labels: [], threshold: 0.5 } },
        'invalid_settings filter.labels',
      ],
      [
        { channels: ['c'], filter: { by: 'intent', labels: ['a'], threshold: 2 } },
        'invalid_settings filter.threshold',
      ],
    ],
    handles: ['out'],
  },
  schedule: {
    good: [
      { cron: '0 9 * * 1-5', zone: 'America/Sao_Paulo' },
      { cron: '*/5 8-18 1,15 * *', zone: 'UTC' },
    ],
    bad: [
      [{ cron: '* * * * *', zone: 'UTC' }, 'invalid_schedule cron'],
      [{ cron: '0,58 * * * *', zone: 'UTC' }, 'invalid_schedule cron'],
      [{ cron: '0 25 * * *', zone: 'UTC' }, 'invalid_schedule cron'],
      [{ cron: 'daily', zone: 'UTC' }, 'invalid_schedule cron'],
      [{ cron: '0 9 * * *', zone: 'Mars/Base' }, 'invalid_zone zone'],
    ],
    handles: ['out'],
  },
  inbound_webhook: {
    good: [
      { auth: { by: 'token', credentialId: 'k' } },
      { auth: { by: 'token', credentialId: 'k' }, createContact: true, contactPath: 'a.b', namePath: 'nome' },
    ],
    bad: [
      [{ auth: { by: 'token', credentialId: 'k' }, createContact: true }, 'invalid_settings contactPath'],
      [{}, 'invalid_settings auth'],
      [{ auth: { by: 'none' } }, 'invalid_settings auth.by'],
    ],
    handles: ['out', 'no_contact'],
  },
  conversation_state_changed: {
    good: [{ to: ['AGUARDANDO_HUMANO'] }],
    bad: [
      [{ to: [] }, 'invalid_settings to'],
      [{ to: ['SLEEPING'] }, 'invalid_settings to.0'],
    ],
    handles: ['out'],
  },
  contact_created: {
    good: [{}],
    bad: [[{ sources: ['moon'] }, 'invalid_settings sources.0']],
    handles: ['out'],
  },
  tag_added: {
    good: [{ tagIds: ['t'] }],
    bad: [[{ tagIds: [] }, 'invalid_settings tagIds']],
    handles: ['out'],
  },
  form_submitted: { good: [{ formId: 'f' }], bad: [[{}, 'invalid_settings formId']], handles: ['out'] },
  condition: {
    good: [{ when: rules }, { when: { expression: 'true' } }],
    bad: [
      [{}, 'invalid_settings when'],
      [{ when: { join: 'all', groups: [] } }, 'invalid_settings when.groups'],
      [{ when: { expression: '' } }, 'invalid_settings when.expression'],
    ],
    handles: ['yes', 'else'],
  },
  switch: {
    good: [{ cases: [{ key: 'a', name: 'A', when: rules }] }],
    bad: [
      [{ cases: [] }, 'invalid_settings cases'],
      [
        {
          cases: [
            { key: 'a', name: 'A', when: rules },
            { key: 'b', name: 'a ', when: rules },
          ],
        },
        'duplicate_name cases.1.name',
      ],
    ],
    handles: ['case:a', 'else'],
  },
  wait: {
    good: [
      { for: { by: 'duration', seconds: 1 } },
      { for: { by: 'date', date: '{{ variaveis.d }}', ifPast: 'fail' } },
    ],
    bad: [
      [{ for: { by: 'duration', seconds: 0 } }, 'invalid_settings for.seconds'],
      [{ for: { by: 'duration', seconds: 90 * 86_400 + 1 } }, 'invalid_settings for.seconds'],
    ],
    handles: ['out'],
  },
  wait_reply: {
    good: [{ timeoutSeconds: 60 }],
    bad: [
      [{}, 'invalid_settings timeoutSeconds'],
      [{ timeoutSeconds: 59 }, 'invalid_settings timeoutSeconds'],
      [{ timeoutSeconds: 60, debounceSeconds: 31 }, 'invalid_settings debounceSeconds'],
      [{ timeoutSeconds: 60, saveTo: 'Não' }, 'invalid_settings saveTo'],
    ],
    handles: ['replied', 'timed_out', 'cancelled', 'taken_over'],
  },
  wait_external: {
    good: [{ timeoutSeconds: 60 }],
    bad: [[{}, 'invalid_settings timeoutSeconds']],
    handles: ['received', 'timed_out'],
  },
  loop: {
    good: [{ target: 'a' }],
    bad: [
      [{}, 'invalid_settings target'],
      [{ target: 'a', most: 51 }, 'invalid_settings most'],
    ],
    handles: ['limit'],
  },
  goto: { good: [{ target: 'a' }], bad: [[{}, 'invalid_settings target']], handles: [] },
  for_each: {
    good: [{ list: 'contato.etiquetas' }],
    bad: [
      [{}, 'invalid_settings list'],
      [{ list: 'a b' }, 'invalid_settings list'],
      [{ list: 'a', most: 501 }, 'invalid_settings most'],
      [{ list: 'a', atOnce: 6 }, 'invalid_settings atOnce'],
    ],
    handles: ['each', 'done'],
  },
  parallel: {
    good: [
      {
        branches: [
          { key: 'a', name: 'A' },
          { key: 'b', name: 'B' },
        ],
        join: { of: 'first' },
      },
    ],
    bad: [
      [{ branches: [{ key: 'a', name: 'A' }], join: { of: 'all' } }, 'invalid_settings branches'],
      [
        {
          branches: [
            { key: 'a', name: 'A' },
            { key: 'b', name: 'B' },
          ],
          join: { of: 'some', count: 3 },
        },
        'invalid_settings join.count',
      ],
      [
        {
          branches: [
            { key: 'a', name: 'A' },
            { key: 'a', name: 'B' },
          ],
          join: { of: 'all' },
        },
        'duplicate_name branches.1.key',
      ],
    ],
    handles: ['branch:a', 'branch:b', 'joined'],
  },
  set_variable: {
    good: [{ assignments: [{ name: 'x', value: { template: '{{ contato.nome }}' } }] }],
    bad: [
      [{ assignments: [] }, 'invalid_settings assignments'],
      [{ assignments: [{ name: '1x', value: { template: '' } }] }, 'invalid_settings assignments.0.name'],
    ],
    handles: ['out'],
  },
  transform: {
    good: [
      { jsonata: '$sum(variaveis.itens.preco)', saveTo: 'total', type: 'number' },
      { jsonata: '{ "a": 1 }' },
    ],
    bad: [
      [{ jsonata: '' }, 'invalid_settings jsonata'],
      [{ jsonata: 'variaveis.(' }, 'invalid_expression jsonata'],
      [{ jsonata: 'a', saveTo: '1x' }, 'invalid_settings saveTo'],
    ],
    handles: ['out'],
  },
  respond_webhook: {
    good: [{ status: 404, as: 'text', body: 'não há' }, {}],
    bad: [
      [{ status: 100 }, 'invalid_settings status'],
      [{ as: 'html' }, 'invalid_settings as'],
    ],
    handles: ['out'],
  },
  ab_split: {
    good: [
      {
        variants: [
          { key: 'a', name: 'A', percent: 30 },
          { key: 'b', name: 'B', percent: 70 },
        ],
      },
    ],
    bad: [
      [
        {
          variants: [
            { key: 'a', name: 'A', percent: 30 },
            { key: 'b', name: 'B', percent: 60 },
          ],
        },
        'shares_not_100 variants',
      ],
      [{ variants: [{ key: 'a', name: 'A', percent: 100 }] }, 'invalid_settings variants'],
    ],
    handles: ['variant:a', 'variant:b'],
  },
  business_hours: {
    good: [{ hours }, { hours: { of: 'company' } }],
    bad: [
      [{}, 'invalid_settings hours'],
      [
        { hours: { of: 'own', calendar: { zone: 'X/Y', hours: [{ day: 1, from: 1, to: 2 }] } } },
        'invalid_zone hours.calendar.zone',
      ],
      [
        { hours: { of: 'own', calendar: { zone: 'UTC', hours: [{ day: 1, from: 5, to: 2 }] } } },
        'invalid_settings hours.calendar.hours.0.to',
      ],
    ],
    handles: ['open', 'closed'],
  },
  placeholder: { good: [], bad: [[{ was: 'x' }, 'placeholder_left']], handles: ['out'] },
  send_text: {
    good: [{ messages: ['oi'] }, { messages: ['x'.repeat(4096)] }],
    bad: [
      [{ messages: [] }, 'invalid_settings messages'],
      [{ messages: ['1', '2', '3', '4', '5', '6'] }, 'invalid_settings messages'],
      [{ messages: ['x'.repeat(4097)] }, 'invalid_settings messages.0'],
      [{ messages: ['x'], typingSeconds: 11 }, 'invalid_settings typingSeconds'],
    ],
    handles: ['out'],
  },
  send_media: {
    good: [{ type: 'image', from: { by: 'url', url: 'https://exemplo.com/a.jpg' } }],
    bad: [
      [{ type: 'image', from: { by: 'url', url: 'http://exemplo.com/a.jpg' } }, 'invalid_settings from.url'],
      [{ type: 'image', from: { by: 'url', url: 'https://localhost/a.jpg' } }, 'private_address from.url'],
      [{ type: 'image', from: { by: 'file', fileId: 'f', bytes: 6_000_000 } }, 'file_too_large from.fileId'],
      [
        { type: 'audio', from: { by: 'file', fileId: 'f', mimeType: 'image/png' } },
        'file_type_unsupported from.fileId',
      ],
      [
        { type: 'image', from: { by: 'file', fileId: 'f' }, caption: 'x'.repeat(1025) },
        'invalid_settings caption',
      ],
    ],
    handles: ['out'],
  },
  send_buttons: {
    good: [{ text: 'x', buttons: [button('Sim')] }],
    bad: [
      [
        { text: 'x', buttons: ['a', 'b', 'c', 'd'].map((each) => button(each, each)) },
        'too_many_buttons buttons',
      ],
      [{ text: 'x', buttons: [button('Quero falar com atendente')] }, 'button_too_long buttons.0.title'],
      [{ text: 'x', buttons: [button('Sim', 'a'), button('sim', 'b')] }, 'duplicate_name buttons.1.title'],
      [{ text: '', buttons: [button('Sim')] }, 'invalid_settings text'],
    ],
    handles: ['option:a', 'other_reply', 'timed_out', 'taken_over'],
  },
  send_list: {
    good: [{ text: 'x', button: 'Ver', sections: [{ rows: [button('Um')] }] }],
    bad: [
      [{ text: 'x', button: 'Ver', sections: [] }, 'invalid_settings sections'],
      [
        { text: 'x', button: 'Ver', sections: [{ rows: [button('x'.repeat(25))] }] },
        'row_too_long sections.0.rows.0.title',
      ],
      [
        {
          text: 'x',
          button: 'Ver',
          sections: [{ rows: 'a b c d e f g h i j k'.split(' ').map((each) => button(each, each)) }],
        },
        'too_many_rows sections',
      ],
    ],
    handles: ['option:a', 'other_reply', 'timed_out', 'taken_over'],
  },
  ask: {
    good: [
      { question: 'CPF?', answer: 'cpf', saveTo: 'cpf' },
      { question: 'Qual?', answer: 'choice', choicesFrom: 'variaveis.planos', saveTo: 'x' },
    ],
    bad: [
      [{ question: 'CPF?', answer: 'cpf' }, 'invalid_settings saveTo'],
      [{ question: 'Qual?', answer: 'choice', saveTo: 'x' }, 'invalid_settings choices'],
      [
        { question: 'Qual?', answer: 'choice', choicesFrom: 'a b', saveTo: 'x' },
        'invalid_settings choicesFrom',
      ],
      [{ question: 'x', answer: 'text', saveTo: 'x', attempts: 6 }, 'invalid_settings attempts'],
    ],
    handles: ['ok', 'invalid', 'timed_out', 'cancelled', 'taken_over'],
  },
  ai_generate: {
    good: [{ by: { agentId: 'a' }, prompt: 'x' }],
    bad: [
      [{ prompt: 'x' }, 'invalid_settings by'],
      [{ by: { agentId: 'a' }, prompt: 'x'.repeat(8001) }, 'invalid_settings prompt'],
      [{ by: { agentId: 'a' }, prompt: 'x'.repeat(4001) }, 'long_prompt prompt'],
    ],
    handles: ['out', 'quota'],
  },
  ai_classify: {
    good: [
      {
        text: 'x',
        labels: [
          { key: 'a', name: 'A' },
          { key: 'b', name: 'B' },
        ],
      },
    ],
    bad: [
      [{ text: 'x', labels: [{ key: 'a', name: 'A' }] }, 'invalid_settings labels'],
      [
        {
          text: 'x',
          labels: [
            { key: 'a', name: 'A' },
            { key: 'b', name: 'A' },
          ],
        },
        'duplicate_name labels.1.name',
      ],
    ],
    handles: ['label:a', 'label:b', 'unsure'],
  },
  ai_extract: {
    good: [{ text: 'x', fields: [{ name: 'data', type: 'date' }] }],
    bad: [
      [{ text: 'x', fields: [] }, 'invalid_settings fields'],
      [
        {
          text: 'x',
          fields: [
            { name: 'a', type: 'text' },
            { name: 'a', type: 'text' },
          ],
        },
        'duplicate_name fields.1.name',
      ],
    ],
    handles: ['out', 'unsure'],
  },
  rag_answer: {
    good: [{ knowledgeIds: ['k'], question: 'x' }],
    bad: [
      [{ knowledgeIds: [], question: 'x' }, 'invalid_settings knowledgeIds'],
      [{ knowledgeIds: ['k'], question: 'x', topK: 11 }, 'invalid_settings topK'],
    ],
    handles: ['answered', 'not_confident'],
  },
  http_request: {
    good: [{ url: 'https://api.exemplo.com/{{ contato.id }}' }, { url: '{{ variaveis.url }}/x' }],
    bad: [
      [{ url: 'ftp://x.com' }, 'invalid_settings url'],
      [{ url: 'https://10.0.0.1/' }, 'private_address url'],
      [{ url: 'https://169.254.169.254/latest' }, 'private_address url'],
      [{ url: 'https://user@localhost/' }, 'private_address url'],
      [{ url: 'https://x.com', seconds: 61 }, 'invalid_settings seconds'],
      [{ url: 'https://x.com', headers: [{ name: 'A b', value: '' }] }, 'invalid_settings headers.0.name'],
    ],
    handles: ['out'],
  },
  send_email: {
    good: [
      { to: ['a@b.co'], subject: 'x', body: 'y' },
      { to: ['{{ contato.email }}'], subject: 'x', body: 'y' },
    ],
    bad: [
      [{ to: ['a'], subject: 'x', body: 'y' }, 'invalid_settings to.0'],
      [{ to: ['a@b.co'], subject: 'x'.repeat(201), body: 'y' }, 'invalid_settings subject'],
    ],
    handles: ['out'],
  },
  handoff_human: {
    good: [{ to: { who: 'anyone' }, outOfHoursMessage: 'Voltamos amanhã' }],
    bad: [
      [{ to: { who: 'team' } }, 'invalid_settings to.teamId'],
      [{ to: { who: 'anyone' } }, 'no_out_of_hours outOfHoursMessage'],
    ],
    handles: ['taken_over', 'nobody', 'returned'],
  },
  transfer: {
    good: [{ to: { what: 'agent', agentId: 'a' } }],
    bad: [[{}, 'invalid_settings to']],
    handles: ['out'],
  },
  start_subflow: { good: [{ flowId: 'f' }], bad: [[{}, 'invalid_settings flowId']], handles: ['done'] },
  end: {
    good: [{}],
    bad: [
      [{ status: 'maybe' }, 'invalid_settings status'],
      [
        {
          outputs: [
            { name: 'a', value: '' },
            { name: 'a', value: '' },
          ],
        },
        'duplicate_name outputs.1.name',
      ],
    ],
    handles: [],
  },
};

function describeNode(kind: string, settings: Record<string, unknown>) {
  const definition = NODE_KINDS.get(kind);
  if (!definition) throw new Error(kind);
  const { version: typeVersion } = definition;
  return definition.describe({ id: 'n', kind, typeVersion, position: { x: 0, y: 0 }, title: '', settings });
}

const findingsOf = (described: ReturnType<typeof describeNode>) =>
  (Array.isArray(described) ? described : described.findings).map(({ code, field }) =>
    field === undefined ? code : `${code} ${field}`,
  );

describe('kinds of nodes', () => {
  it('each has its cases here', () => {
    expect(Object.keys(CASES).sort()).toEqual([...NODE_KINDS.keys()].sort());
  });

  it.each(Object.entries(CASES).flatMap(([kind, { good }]) => good.map((each) => [kind, each] as const)))(
    '%s takes %j',
    (kind, settings) => {
      expect(findingsOf(describeNode(kind, settings))).toEqual([]);
    },
  );

  it.each(
    Object.entries(CASES).flatMap(([kind, { bad }]) =>
      bad.map(([each, code]) => [kind, code, each] as const),
    ),
  )('%s says %s', (kind, code, settings) => {
    expect(findingsOf(describeNode(kind, settings))).toContain(code);
  });

  it.each(
    Object.entries(CASES).map(
      ([kind, { good, bad, handles }]) => [kind, good[0] ?? bad[0]?.[0], handles] as const,
    ),
  )('%s leaves where it says', (kind, settings, handles) => {
    const described = describeNode(kind, settings ?? {});
    if (Array.isArray(described)) throw new Error('wrong settings');
    expect(described.ports.map(({ handle }) => handle)).toEqual(handles);
  });

  it.each(EVERYTHING.map((definition) => [definition.kind, definition] as const))(
    '%s has words in three languages, and a line for its box',
    (kind, definition) => {
      for (const locale of ['pt-BR', 'en', 'es'] as const) {
        expect(definition.words[locale].name).not.toBe('');
        expect(definition.words[locale].about.length).toBeGreaterThan(10);
        expect(definition.summary(CASES[kind]?.good[0] ?? { was: 'x' }, locale).length).toBeLessThanOrEqual(
          80,
        );
      }
      expect(definition.summary(7, 'en')).toBe('');
      expect(Object.keys(definition.migrations)).toHaveLength(definition.version - 1);
    },
  );
});
