import { higher, type Priority, priorityAtHandover } from './priority';
import type { HandoffReason } from './state';

describe('priorityAtHandover', () => {
  it.each<[string, Priority, HandoffReason, number, Priority]>([
    ['doubt is nothing special', 'normal', 'low_confidence', 0, 'normal'],
    ['a first wish for a person neither', 'normal', 'person_requested', 1, 'normal'],
    ['a second one is', 'normal', 'person_requested', 2, 'high'],
    ['old wishes do not make doubt special', 'normal', 'low_confidence', 2, 'normal'],
    ['nor does a provider that fails go unnoticed', 'normal', 'provider_failure', 0, 'high'],
    ['what is urgent stays so', 'urgent', 'provider_failure', 3, 'urgent'],
    ['what a person raised is not lowered', 'high', 'low_confidence', 0, 'high'],
  ])('%s (S2.58)', (_what, current, reason, personRequests, expected) => {
    expect(priorityAtHandover(current, { reason, personRequests })).toBe(expected);
  });
});

it('higher is the higher of two', () => {
  expect(higher('high', 'normal')).toBe('high');
  expect(higher('high', 'urgent')).toBe('urgent');
});
