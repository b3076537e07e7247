import { chatOrders } from './chat-orders';
import { aConversation } from './fixtures';
import { personInCharge } from './person-in-charge';

const human = (assignedUser: { id: string; name: string } | null) =>
  aConversation({ state: 'HUMANO_RESPONDEU', assignedUser });

describe('personInCharge', () => {
  it.each([
    ['the AI', aConversation(), 'ai'],
    ['nobody yet', aConversation({ state: 'AGUARDANDO_HUMANO' }), 'waiting'],
    ['oneself', human({ id: 'me', name: 'Eu' }), 'me'],
    ['a colleague', human({ id: 'x', name: 'Ana' }), 'person'],
    ['whoever is not at the dashboard', human(null), 'elsewhere'],
    ['nobody any more', aConversation({ resolvedAt: '2026-11-20T12:00:00.000Z' }), 'resolved'],
  ])('%s', (_who, conversation, expected) => {
    expect(personInCharge(conversation, 'me').who).toBe(expected);
  });
});

describe('personInCharge, by name (S2.54)', () => {
  it.each([
    ['the agent it was transferred to', aConversation({ agent: { id: 'a', name: 'Exames' } }), 'Exames'],
    [
      'the team it waits for',
      aConversation({ state: 'AGUARDANDO_HUMANO', assignedTeam: { id: 't', name: 'Vendas' } }),
      'Vendas',
    ],
    [
      'the person it waits for',
      aConversation({ state: 'AGUARDANDO_HUMANO', assignedUser: { id: 'u', name: 'Ana' } }),
      'Ana',
    ],
  ])('is %s', (_who, conversation, name) => {
    expect(personInCharge(conversation, 'me')).toMatchObject({ name });
  });
});

describe('chatOrders', () => {
  it('always has one strong action', () => {
    expect(chatOrders('waiting')).toEqual({ main: 'takeOver', other: 'returnToAi', resolve: true });
    expect(chatOrders('me')).toEqual({ main: 'returnToAi', other: undefined, resolve: true });
    expect(chatOrders('person')).toEqual({ main: 'returnToAi', other: 'takeOver', resolve: true });
    expect(chatOrders('resolved')).toEqual({ main: 'takeOver', other: undefined, resolve: false });
  });
});
