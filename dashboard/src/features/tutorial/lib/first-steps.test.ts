import { stepsDone } from './first-steps';

type Facts = Parameters<typeof stepsDone>[0];
type Row = Facts['conversations'][number];

const row = (change: Partial<Row> = {}): Row => ({
  state: 'IA_ATIVA',
  unanswered: true,
  assignedUser: null,
  lastMessage: said('customer'),
  ...change,
});
function said(author: 'customer' | 'ai' | 'human'): NonNullable<Row['lastMessage']> {
  return { id: 'm', author, kind: 'text', text: 'Oi', status: 'sent', createdAt: '2026-11-20T12:00:00Z' };
}
const facts = (change: Partial<Facts> = {}): Facts => ({
  channels: [],
  knowledge: { status: 'empty', chunks: 0 },
  conversations: [],
  ...change,
});

describe('stepsDone', () => {
  it('has nothing to begin with', () => {
    expect(stepsDone(facts())).toEqual([]);
  });

  it('counts a number that was connected once, though it is not now', () => {
    expect(stepsDone(facts({ channels: [{ connectedAt: null }] }))).toEqual([]);
    expect(stepsDone(facts({ channels: [{ connectedAt: '2026-11-20T12:00:00Z' }] }))).toEqual(['number']);
  });

  it.each([
    ['indexing', 0, []],
    ['indexing', 4, ['knowledge']],
    ['indexed', 4, ['knowledge']],
    ['failed', 0, []],
  ] as const)('knowledge that is %s with %d passages', (status, chunks, done) => {
    expect(stepsDone(facts({ knowledge: { status, chunks } }))).toEqual(done);
  });

  it('sees an answer of the AI, and nothing in a message nobody has answered', () => {
    expect(stepsDone(facts({ conversations: [row()] }))).toEqual([]);
    expect(stepsDone(facts({ conversations: [row({ lastMessage: said('ai') })] }))).toEqual(['answer']);
    expect(stepsDone(facts({ conversations: [row({ unanswered: false })] }))).toEqual(['answer']);
  });

  it('sees a person who came', () => {
    const taken = row({ state: 'HUMANO_RESPONDEU' });
    expect(stepsDone(facts({ conversations: [taken] }))).toEqual(['person']);
    const wrote = row({ state: 'AGUARDANDO_HUMANO', lastMessage: said('human') });
    expect(stepsDone(facts({ conversations: [wrote] }))).toEqual(['person']);
  });
});
