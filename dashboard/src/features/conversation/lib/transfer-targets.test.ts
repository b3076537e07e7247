import { type Colleagues, phoneAddress, transferTargets } from './transfer-targets';

const colleagues: Colleagues = {
  users: [{ id: 'u', name: 'Conceição', email: 'con@example.test', role: 'ORG_AGENT' }],
  teams: [{ id: 't', name: 'Vendas', members: [{ id: 'u', name: 'Conceição' }] }],
  agents: [
    {
      id: 'a',
      name: 'Exames',
      tone: 'formal',
      instructions: '',
      confidenceThreshold: null,
      isDefault: false,
    },
  ],
  numbers: [
    { id: 'n', name: null, phone: '5541988110000', group: null },
    { id: 'g', name: 'Plantão', phone: null, group: '120363025550001@g.us' },
    { id: 'x', name: 'Sem número', phone: null, group: null },
  ],
};
const keys = (words: string) => transferTargets(colleagues, words).map(({ key }) => key);

describe('transferTargets', () => {
  it.each([
    ['everybody', '', ['user:u', 'team:t', 'agent:a', 'number:n', 'group:g']],
    ['a name without its accents, in people and teams', ' conceicao ', ['user:u', 'team:t']],
    ['a number', '98811', ['number:n']],
    ['an address', 'EXAMPLE', ['user:u']],
    ['nobody', 'ninguém', []],
  ])('finds %s', (_what, words, expected) => {
    expect(keys(words)).toEqual(expected);
  });
});

it.each([
  ['+55 (41) 98811-0000', '5541988110000'],
  ['123', undefined],
  ['', undefined],
])('a number is read from %j', (typed, expected) => {
  expect(phoneAddress(typed)).toBe(expected);
});
