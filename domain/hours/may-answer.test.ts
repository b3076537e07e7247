import { mayAnswer, type Permission, type TurnClocks } from './may-answer';
import { DEFAULT_HOURS, type OpeningHours } from './opening-hours';

const HOUR = 3_600_000;
/** A Monday, 10:00 in São Paulo. */
const NOW = Date.parse('2026-01-05T13:00Z');
const NIGHT = Date.parse('2026-01-06T01:00Z');
const OPENS = Date.parse('2026-01-06T11:00Z');
const hours: OpeningHours = {
  ...DEFAULT_HOURS,
  timeZone: 'America/Sao_Paulo',
  weekly: [1, 2, 3, 4, 5].map((day) => ({ day, opens: '08:00', closes: '18:00' })),
};
const silent: OpeningHours = { ...hours, aiAnswers: false };
const clocks: TurnClocks = { now: NOW, newestAt: NOW, aiSince: null, backlogMaxAgeMs: 6 * HOUR, hours };

const ANSWER: Permission = { may: 'answer' };
const BACKLOG: Permission = { may: 'handOver', reason: 'backlog' };

describe('mayAnswer', () => {
  it.each<[string, Partial<TurnClocks>, Permission]>([
    ['a message of now', {}, ANSWER],
    ['one as old as is taken', { newestAt: NOW - 6 * HOUR }, ANSWER],
    ['an older one (F8)', { newestAt: NOW - 6 * HOUR - 1 }, BACKLOG],
    ['an older one without a limit', { newestAt: NOW - 90 * HOUR, backlogMaxAgeMs: 0 }, ANSWER],
    ['one that waited for people', { newestAt: NOW - 23 * HOUR, aiSince: NOW - 1_000 }, ANSWER],
    ['one that came back long ago', { newestAt: NOW - 23 * HOUR, aiSince: NOW - 7 * HOUR }, BACKLOG],
    ['one from the future', { newestAt: NOW + HOUR }, ANSWER],
    ['by night, when the AI answers', { now: NIGHT, newestAt: NIGHT }, ANSWER],
    [
      'by night, when it does not',
      { now: NIGHT, newestAt: NIGHT, hours: silent },
      { may: 'wait', opensAt: OPENS },
    ],
    [
      'by night, when people get it',
      { now: NIGHT, newestAt: NIGHT, hours: { ...silent, whileClosed: 'handover' } },
      { may: 'handOver', reason: 'outside_hours' },
    ],
    ['what waited for the opening', { now: OPENS, newestAt: NIGHT, hours: silent }, ANSWER],
    ['what waited for it in vain', { now: OPENS + 7 * HOUR, newestAt: NIGHT, hours: silent }, BACKLOG],
    ['by night, without hours', { now: NIGHT, newestAt: NIGHT, hours: { ...silent, weekly: [] } }, ANSWER],
  ])('%s', (_, change, permission) => {
    expect(mayAnswer({ ...clocks, ...change })).toEqual(permission);
  });
});
