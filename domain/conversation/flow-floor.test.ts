import { isOwed, NEW_CONVERSATION, nextStep, owesAnswer, owesReply } from './next-step';
import type { ConversationEvent, ConversationFacts } from './next-step';

const RETURN = 24 * 3_600_000;
const AT = 1_000_000;
const active: ConversationFacts = { ...NEW_CONVERSATION, receivedSeq: 5, handledSeq: 4 };
const after = (facts: ConversationFacts, ...events: ConversationEvent[]) =>
  events.reduce((known, event) => nextStep(known, event, RETURN).facts, facts);
const flow = { orderId: 'o', returnMs: 7_000, to: null, priority: 'normal', summary: true };
const handedOver = { type: 'handedOver', uptoSeq: 5, reason: 'flow', at: AT, flow } as const;

/** Who owes the customer a reaction. */
const owes = (facts: ConversationFacts) =>
  owesAnswer(facts) ? 'the AI' : owesReply(facts) ? 'the flow' : isOwed(facts) ? 'somebody' : 'nobody';

describe('a flow that listens', () => {
  const listens = { type: 'flowListens', afterSeq: 5 } as const;
  it.each<[string, ConversationEvent[], string]>([
    ['without it, the AI answers', [], 'the AI'],
    ['what was said before is nobody’s while it does', [listens], 'nobody'],
    ['what is said after is its', [listens, { type: 'messageReceived', seq: 6 }], 'the flow'],
    [
      'what it has heard is answered',
      [listens, { type: 'messageReceived', seq: 6 }, { type: 'answered', uptoSeq: 6 }],
      'nobody',
    ],
    [
      'what it leaves is the AI’s again',
      [listens, { type: 'messageReceived', seq: 6 }, { type: 'flowDone' }],
      'the AI',
    ],
    [
      'a person has what is said then',
      [listens, { type: 'takenOver', at: AT, userId: 'u' }, { type: 'messageReceived', seq: 6 }],
      'nobody',
    ],
    [
      'also while the AI is silent because nobody is there',
      [{ type: 'closed', opensAt: 9, until: 9, fence: 1 }, listens, { type: 'messageReceived', seq: 6 }],
      'the flow',
    ],
  ])('%s', (_, events, expected) => {
    expect(owes(after(active, ...events))).toBe(expected);
  });
});

describe('a message while nobody is there', () => {
  const closed = { type: 'closed', opensAt: 9, until: 9, fence: 1 } as const;
  it('is looked at where flows may begin with it', () => {
    const awake = after(active, { ...closed, flowsAwake: true });
    expect(owes(awake)).toBe('nobody');
    expect(owes(after(awake, { type: 'messageReceived', seq: 6 }))).toBe('the AI');
    expect(owes(after(awake, { type: 'messageReceived', seq: 5 }))).toBe('nobody');
    expect(owes(after(active, closed, { type: 'messageReceived', seq: 6 }))).toBe('nobody');
  });
});

describe('a hand-over that a flow asks for', () => {
  it('has no fallback and a clock of its own, for each time of a person too', () => {
    const step = nextStep(active, handedOver, RETURN);
    expect(step.effects.map(({ type }) => type)).toEqual(['saveState', 'notifyTeam']);
    expect(step.facts).toMatchObject({ state: 'AGUARDANDO_HUMANO', humanDeadline: AT + 7_000 });
    const taken = after(step.facts, { type: 'takenOver', at: AT + 10, userId: 'u' });
    expect(taken.humanDeadline).toBe(AT + 7_010);
    const returned = after(taken, { type: 'returnedToAi', userId: 'u', answerPending: false });
    expect(after(returned, { type: 'takenOver', at: AT, userId: 'u' }).humanDeadline).toBe(AT + RETURN);
  });

  it.each([
    [true, ['saveState']],
    [false, ['saveState', 'sendNotice', 'sendNotice']],
  ])('that ends by the clock says nothing of its own when the flow goes on (%s)', (toFlow, expected) => {
    const waiting = after(active, handedOver);
    const { effects } = nextStep(waiting, { type: 'deadlinePassed', ...(toFlow ? { toFlow } : {}) }, RETURN);
    expect(effects.map(({ type }) => type)).toEqual(expected);
  });

  it('calls nobody when a person has it already', () => {
    const taken = after(active, { type: 'takenOver', at: AT, userId: 'u' });
    expect(nextStep(taken, handedOver, RETURN)).toEqual({ facts: taken, effects: [] });
  });
});
