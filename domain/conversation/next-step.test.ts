import { NEW_CONVERSATION, nextStep, owesAnswer } from './next-step';
import type { ConversationEvent, ConversationFacts, Effect } from './next-step';

const HOUR = 3_600_000;
const RETURN = 24 * HOUR;
const AT = 1_000_000;

const active: ConversationFacts = { ...NEW_CONVERSATION, receivedSeq: 5, handledSeq: 4 };
const waiting: ConversationFacts = {
  state: 'AGUARDANDO_HUMANO',
  humanDeadline: 9,
  receivedSeq: 7,
  handledSeq: 5,
};
const human: ConversationFacts = {
  state: 'HUMANO_RESPONDEU',
  humanDeadline: 9,
  receivedSeq: 7,
  handledSeq: 5,
};

const transfer = (
  to: { type: 'user' | 'team' | 'agent' | 'number' | 'group'; id: string | null },
  customerNotice: 'none' | 'now' | 'afterSummary' = 'none',
): ConversationEvent => ({ type: 'transferred', transferId: 't', to, customerNotice, at: AT, userId: 'u' });

/** Nobody is there, and the AI is silent until 99. */
const closed: ConversationFacts = { ...active, silentUntil: 99 };

const summary = (effects: Effect[]) =>
  effects.map((effect) => (effect.type === 'sendNotice' ? `notice ${effect.notice}` : effect.type));

/** [what, facts, event, expected facts (the changed ones), effects] */
const TABLE: [string, ConversationFacts, ConversationEvent, Partial<ConversationFacts>, string[]][] = [
  [
    'a message moves the mark of what was received',
    active,
    { type: 'messageReceived', seq: 6 },
    { receivedSeq: 6 },
    [],
  ],
  ['a message heard of before changes nothing', active, { type: 'messageReceived', seq: 3 }, {}, []],
  [
    'a message to AGUARDANDO_HUMANO is only stored',
    waiting,
    { type: 'messageReceived', seq: 8 },
    { receivedSeq: 8 },
    [],
  ],
  [
    'a message to HUMANO_RESPONDEU is only stored',
    human,
    { type: 'messageReceived', seq: 8 },
    { receivedSeq: 8 },
    [],
  ],
  [
    'a closed door silences the AI until it opens, and says so',
    active,
    { type: 'closed', opensAt: 99, until: 99, fence: 3 },
    { silentUntil: 99 },
    ['notice outOfHours'],
  ],
  [
    'a closed door is nothing to whom a person has',
    human,
    { type: 'closed', opensAt: 99, until: 99, fence: 3 },
    {},
    [],
  ],
  ['more messages wait with it', closed, { type: 'messageReceived', seq: 6 }, { receivedSeq: 6 }, []],
  [
    'a person may come at any hour',
    closed,
    { type: 'takenOver', at: AT, userId: 'u' },
    { state: 'HUMANO_RESPONDEU', humanDeadline: AT + RETURN, silentUntil: undefined },
    ['saveState'],
  ],
  ['the opening lets the AI speak', closed, { type: 'opened' }, { silentUntil: undefined }, []],
  [
    'more time is added to the deadline that runs',
    { ...human, humanDeadline: AT + 1 },
    { type: 'extended', at: AT, byMs: HOUR, userId: 'u' },
    { humanDeadline: AT + 1 + HOUR },
    ['saveState'],
  ],
  [
    'more time for a deadline that has passed counts from now',
    waiting,
    { type: 'extended', at: AT, byMs: HOUR, userId: 'u' },
    { humanDeadline: AT + HOUR },
    ['saveState'],
  ],
  [
    'there is no more time where no clock runs',
    active,
    { type: 'extended', at: AT, byMs: HOUR, userId: 'u' },
    {},
    [],
  ],
  [
    'a person found in charge keeps the time that is left',
    active,
    { type: 'foundWithTeam', state: 'HUMANO_RESPONDEU', at: AT, deadline: 77 },
    { state: 'HUMANO_RESPONDEU', humanDeadline: 77 },
    ['saveState'],
  ],
  ['an answer handles what it saw', active, { type: 'answered', uptoSeq: 5 }, { handledSeq: 5 }, []],
  [
    'an answer may have seen more than was signalled',
    active,
    { type: 'answered', uptoSeq: 9 },
    { handledSeq: 9, receivedSeq: 9 },
    [],
  ],
  [
    'a silenced turn handles what it saw and says nothing',
    active,
    { type: 'silenced', uptoSeq: 5 },
    { handledSeq: 5 },
    [],
  ],
  [
    'low confidence hands over: state, fallback once, team',
    active,
    { type: 'handedOver', uptoSeq: 5, reason: 'low_confidence', at: AT },
    { state: 'AGUARDANDO_HUMANO', humanDeadline: AT + RETURN, handledSeq: 5 },
    ['saveState', 'notice fallback', 'notifyTeam'],
  ],
  [
    'a request for a person hands over alike',
    active,
    { type: 'handedOver', uptoSeq: 5, reason: 'person_requested', at: AT },
    { state: 'AGUARDANDO_HUMANO', humanDeadline: AT + RETURN, handledSeq: 5 },
    ['saveState', 'notice fallback', 'notifyTeam'],
  ],
  [
    'a provider that keeps failing hands over alike',
    active,
    { type: 'handedOver', uptoSeq: 5, reason: 'provider_failure', at: AT },
    { state: 'AGUARDANDO_HUMANO', humanDeadline: AT + RETURN, handledSeq: 5 },
    ['saveState', 'notice fallback', 'notifyTeam'],
  ],
  [
    'a hand-over after a person came changes nothing',
    human,
    { type: 'handedOver', uptoSeq: 7, reason: 'low_confidence', at: AT },
    {},
    [],
  ],
  [
    'a hand-over happens once',
    waiting,
    { type: 'handedOver', uptoSeq: 7, reason: 'low_confidence', at: AT },
    {},
    [],
  ],
  [
    'a human reply silences an active AI',
    active,
    { type: 'humanReplied', uptoSeq: 5, at: AT, userId: 'u' },
    { state: 'HUMANO_RESPONDEU', humanDeadline: AT + RETURN, handledSeq: 5 },
    ['saveState'],
  ],
  [
    'a human reply ends the waiting',
    waiting,
    { type: 'humanReplied', uptoSeq: 7, at: AT, userId: null },
    { state: 'HUMANO_RESPONDEU', humanDeadline: AT + RETURN, handledSeq: 7 },
    ['saveState'],
  ],
  [
    'each human reply restarts the clock',
    human,
    { type: 'humanReplied', uptoSeq: 7, at: AT, userId: 'u' },
    { humanDeadline: AT + RETURN, handledSeq: 7 },
    ['saveState'],
  ],
  [
    'a take-over leaves the open question to the person',
    active,
    { type: 'takenOver', at: AT, userId: 'u' },
    { state: 'HUMANO_RESPONDEU', humanDeadline: AT + RETURN },
    ['saveState'],
  ],
  [
    'a take-over of a waiting conversation starts the clock',
    waiting,
    { type: 'takenOver', at: AT, userId: 'u' },
    { state: 'HUMANO_RESPONDEU', humanDeadline: AT + RETURN },
    ['saveState'],
  ],
  [
    'a return by button says nothing and leaves what was pending',
    human,
    { type: 'returnedToAi', userId: 'u', answerPending: false },
    { state: 'IA_ATIVA', humanDeadline: null, handledSeq: 7 },
    ['saveState'],
  ],
  [
    'a return by button answers what is pending when asked to',
    waiting,
    { type: 'returnedToAi', userId: 'u', answerPending: true },
    { state: 'IA_ATIVA', humanDeadline: null, handledSeq: 5 },
    ['saveState'],
  ],
  [
    'a return of an active AI changes nothing',
    active,
    { type: 'returnedToAi', userId: 'u', answerPending: true },
    {},
    [],
  ],
  [
    'resolving leaves nothing open',
    human,
    { type: 'resolved', userId: 'u' },
    { state: 'IA_ATIVA', humanDeadline: null, handledSeq: 7 },
    ['saveState'],
  ],
  [
    'resolving leaves open what came after it was ordered',
    human,
    { type: 'resolved', userId: 'u', uptoSeq: 6 },
    { state: 'IA_ATIVA', humanDeadline: null, handledSeq: 6 },
    ['saveState'],
  ],
  [
    'so does a return',
    human,
    { type: 'returnedToAi', userId: 'u', answerPending: false, uptoSeq: 6 },
    { state: 'IA_ATIVA', humanDeadline: null, handledSeq: 6 },
    ['saveState'],
  ],
  [
    'nobody came: both messages, and the AI is back for what is unanswered',
    waiting,
    { type: 'deadlinePassed' },
    { state: 'IA_ATIVA', humanDeadline: null },
    ['saveState', 'notice unanswered', 'notice humanReturn'],
  ],
  [
    'a silent person: the return message, and the AI is back',
    human,
    { type: 'deadlinePassed' },
    { state: 'IA_ATIVA', humanDeadline: null },
    ['saveState', 'notice humanReturn'],
  ],
  [
    'a person found in charge silences the AI',
    active,
    { type: 'foundWithTeam', state: 'HUMANO_RESPONDEU', at: AT },
    { state: 'HUMANO_RESPONDEU', humanDeadline: AT + RETURN },
    ['saveState'],
  ],
  [
    'a conversation found back with the AI is left there',
    active,
    { type: 'foundWithTeam', state: 'IA_ATIVA', at: AT },
    {},
    [],
  ],
  [
    'a timeline numbered anew by a merge moves both marks, and what is open is owed (F23)',
    active,
    { type: 'rewritten', seq: 20, answeredSeq: 18, withTeam: null },
    { receivedSeq: 20, handledSeq: 18 },
    [],
  ],
  [
    'a merge with a conversation that the team has gives it to the team',
    active,
    {
      type: 'rewritten',
      seq: 20,
      answeredSeq: 18,
      withTeam: { state: 'HUMANO_RESPONDEU', humanDeadline: 77 },
    },
    { receivedSeq: 20, handledSeq: 18, state: 'HUMANO_RESPONDEU', humanDeadline: 77 },
    ['saveState'],
  ],
  [
    'a merge never takes a conversation from the team',
    human,
    { type: 'rewritten', seq: 20, answeredSeq: 18, withTeam: null },
    { receivedSeq: 20, handledSeq: 18 },
    [],
  ],
  [
    'what was merged away owes nothing and waits for nobody',
    waiting,
    { type: 'mergedAway' },
    { state: 'IA_ATIVA', humanDeadline: null, handledSeq: 7 },
    [],
  ],
  [
    'a transfer to a colleague silences the AI and waits for them',
    active,
    transfer({ type: 'user', id: 'other' }),
    { state: 'AGUARDANDO_HUMANO', humanDeadline: AT + RETURN },
    ['saveState', 'announceTransfer'],
  ],
  [
    'a transfer to oneself is a take-over',
    waiting,
    transfer({ type: 'user', id: 'u' }),
    { state: 'HUMANO_RESPONDEU', humanDeadline: AT + RETURN },
    ['saveState', 'announceTransfer'],
  ],
  [
    'a transfer to a team waits for one of them, whoever had it before',
    human,
    transfer({ type: 'team', id: 'team' }),
    { state: 'AGUARDANDO_HUMANO', humanDeadline: AT + RETURN },
    ['saveState', 'announceTransfer'],
  ],
  [
    'a transfer to a number waits for a person',
    active,
    transfer({ type: 'number', id: null }),
    { state: 'AGUARDANDO_HUMANO', humanDeadline: AT + RETURN },
    ['saveState', 'announceTransfer'],
  ],
  [
    'a transfer to a group restarts the clock of who waits',
    waiting,
    transfer({ type: 'group', id: null }, 'afterSummary'),
    { humanDeadline: AT + RETURN },
    ['saveState', 'announceTransfer'],
  ],
  [
    'a transfer to an agent gives it the word, and what is open',
    human,
    transfer({ type: 'agent', id: 'a' }),
    { state: 'IA_ATIVA', humanDeadline: null, handledSeq: 5 },
    ['saveState', 'announceTransfer'],
  ],
  [
    'a transfer from agent to agent is written down, too; the customer is told first',
    active,
    transfer({ type: 'agent', id: 'a' }, 'now'),
    {},
    ['saveState', 'tellCustomer', 'announceTransfer'],
  ],
  ['a deadline that was overtaken changes nothing', active, { type: 'deadlinePassed' }, {}, []],
];

describe('nextStep', () => {
  it.each(TABLE)('%s', (_what, facts, event, changed, effects) => {
    const step = nextStep(facts, event, RETURN);
    expect(step.facts).toEqual({ ...facts, ...changed });
    expect(summary(step.effects)).toEqual(effects);
  });

  it('has no deadline exactly while the AI is active', () => {
    for (const [, facts, event] of TABLE) {
      const { facts: after } = nextStep(facts, event, RETURN);
      expect(after.humanDeadline === null).toBe(after.state === 'IA_ATIVA');
    }
  });
});

describe('owesAnswer', () => {
  it.each([
    ['an active AI with an unhandled message', active, true],
    ['an active AI with nothing open', { ...active, handledSeq: 5 }, false],
    ['an AI that is silent until somebody is there', closed, false],
    ['a waiting conversation', waiting, false],
    ['a person in charge', human, false],
  ])('%s: %#', (_what, facts, owed) => {
    expect(owesAnswer(facts)).toBe(owed);
  });
});
