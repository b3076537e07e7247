import { aMessage, anEvent } from './fixtures';
import { stateHistory } from './state-history';

const took = (seq: number) => anEvent(seq, 'HUMANO_RESPONDEU', { type: 'takenOver' });
const gaveBack = (seq: number) => anEvent(seq, 'IA_ATIVA', { type: 'returnedToAi' });
const reply = (seq: number) => aMessage({ seq, author: 'human' });
const told = (...messages: Parameters<typeof stateHistory>[0]) =>
  stateHistory(messages, true).map(({ type, message }) => `${type} ${message.seq}`);

describe('stateHistory', () => {
  it('tells a reply that took over without an event', () => {
    expect(told(aMessage({ seq: 1 }), reply(2), reply(3))).toEqual(['reply 2']);
  });

  it('tells a take-over once, and not the replies after it', () => {
    expect(told(took(1), reply(2), gaveBack(3), reply(4))).toEqual(['event 1', 'event 3', 'reply 4']);
  });

  it('does not tell a reply twice when its event follows', () => {
    const event = anEvent(3, 'HUMANO_RESPONDEU', { type: 'humanReplied', userId: 'u' });
    expect(told(reply(2), event)).toEqual(['reply 2']);
  });

  it('claims no first reply while older messages are not loaded', () => {
    expect(stateHistory([reply(80)], false)).toEqual([]);
  });
});
