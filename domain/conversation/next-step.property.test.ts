import fc from 'fast-check';
import { type ConversationEvent, NEW_CONVERSATION, nextStep, owesAnswer } from './next-step';
import { ConversationState } from './state';

const HUMAN_RETURN_MS = 60_000;
const seq = fc.integer({ min: 0, max: 30 });
const at = fc.integer({ min: 1, max: 1_000_000 });
const userId = fc.constantFrom('ana', 'rui');

/** Anything that can happen, in any order, however senseless. */
const event: fc.Arbitrary<ConversationEvent> = fc.oneof(
  fc.record({ type: fc.constant('messageReceived' as const), seq }),
  fc.record({ type: fc.constant('answered' as const), uptoSeq: seq }),
  fc.record({ type: fc.constant('silenced' as const), uptoSeq: seq }),
  fc.record({
    type: fc.constant('handedOver' as const),
    uptoSeq: seq,
    reason: fc.constantFrom('low_confidence' as const, 'person_requested' as const),
    at,
  }),
  fc.record({
    type: fc.constant('humanReplied' as const),
    uptoSeq: seq,
    at,
    userId: fc.option(userId),
  }),
  fc.record({ type: fc.constant('takenOver' as const), at, userId }),
  fc.record({
    type: fc.constant('returnedToAi' as const),
    userId,
    answerPending: fc.boolean(),
    uptoSeq: fc.option(seq, { nil: undefined }),
  }),
  fc.record({ type: fc.constant('resolved' as const), userId, uptoSeq: fc.option(seq, { nil: undefined }) }),
  fc.record({ type: fc.constant('deadlinePassed' as const) }),
  fc.record({
    type: fc.constant('extended' as const),
    at,
    byMs: fc.integer({ min: 1, max: 10_000 }),
    userId,
  }),
  fc.record({ type: fc.constant('closed' as const), opensAt: at, until: at, fence: seq }),
  fc.record({ type: fc.constant('opened' as const) }),
  fc.record({
    type: fc.constant('foundWithTeam' as const),
    state: fc.constantFrom(...Object.values(ConversationState)),
    at,
  }),
);

/** Plays the events and looks at every step. */
function always(
  check: (
    before: typeof NEW_CONVERSATION,
    event: ConversationEvent,
    after: ReturnType<typeof nextStep>,
  ) => void,
) {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let facts = NEW_CONVERSATION;
      for (const each of events) {
        const step = nextStep(facts, each, HUMAN_RETURN_MS);
        check(facts, each, step);
        ({ facts } = step);
      }
    }),
    { numRuns: 500 },
  );
}

describe('whatever happens, in whatever order', () => {
  it('a deadline stands exactly while people have the conversation', () => {
    always((_before, _event, { facts }) => {
      expect(facts.humanDeadline === null).toBe(facts.state === ConversationState.IA_ATIVA);
    });
  });

  it('an opening is waited for only while the AI has the conversation, and nothing is owed until then (F20)', () => {
    always((_before, _event, { facts }) => {
      if (facts.silentUntil === undefined) return;
      expect(facts.state).toBe(ConversationState.IA_ATIVA);
      expect(owesAnswer(facts)).toBe(false);
    });
  });

  it('more time is never less time', () => {
    always((before, each, { facts }) => {
      if (each.type !== 'extended' || before.humanDeadline === null) return;
      expect(facts.humanDeadline).toBeGreaterThan(before.humanDeadline);
    });
  });

  it('what was heard of and what was handled never become less, and nothing is handled unheard', () => {
    always((before, _event, { facts }) => {
      expect(facts.receivedSeq).toBeGreaterThanOrEqual(before.receivedSeq);
      expect(facts.handledSeq).toBeGreaterThanOrEqual(before.handledSeq);
      expect(facts.handledSeq).toBeLessThanOrEqual(facts.receivedSeq);
    });
  });

  it('every change of hands is written, before anything else is done (F6)', () => {
    always((before, each, { facts, effects }) => {
      if (facts.state !== before.state) expect(effects[0]).toEqual({ type: 'saveState', cause: each });
    });
  });

  it('the AI owes nothing while people have it (F4, F5)', () => {
    always((_before, _event, { facts }) => {
      if (facts.state !== ConversationState.IA_ATIVA) expect(owesAnswer(facts)).toBe(false);
    });
  });

  it('only an order, the clock or the end brings the AI back (F5)', () => {
    always((before, each, { facts }) => {
      const wasWithPeople = before.state !== ConversationState.IA_ATIVA;
      if (!wasWithPeople || facts.state !== ConversationState.IA_ATIVA) return;
      expect(['returnedToAi', 'deadlinePassed', 'resolved']).toContain(each.type);
    });
  });

  it('a hand-over speaks to the customer and to the team at most once (F12)', () => {
    always((before, each, { effects }) => {
      const told = effects.filter(({ type }) => type === 'notifyTeam').length;
      expect(told).toBeLessThanOrEqual(1);
      if (each.type === 'handedOver' && before.state !== ConversationState.IA_ATIVA)
        expect(effects).toEqual([]);
    });
  });

  it('the same news twice is the same news (F1)', () => {
    always((_before, each, { facts }) => {
      if (!['messageReceived', 'answered', 'silenced', 'handedOver'].includes(each.type)) return;
      const again = nextStep(facts, each, HUMAN_RETURN_MS);
      if (each.type === 'handedOver') expect(again.effects).toEqual([]);
      else expect(again).toEqual({ facts, effects: [] });
    });
  });
});
