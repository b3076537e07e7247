import { formatClock, formatDuration, formatDurationShort } from './duration';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('formatDuration', () => {
  it.each([
    [-5, '0 s'],
    [0, '0 s'],
    [1, '1 s'],
    [31_500, '32 s'],
    [MINUTE, '1 min'],
    [4 * MINUTE + 59_000, '4 min'],
    [HOUR, '1 h'],
    [23 * HOUR + 56 * MINUTE, '23 h 56 min'],
    [24 * HOUR, '24 h'],
    [47 * HOUR, '47 h'],
    [48 * HOUR, '2 d'],
    [6 * 24 * HOUR + 3 * HOUR, '6 d 3 h'],
  ])('%d ms is %s', (ms, shown) => {
    expect(formatDuration(ms)).toBe(shown);
  });
});

describe('formatClock', () => {
  it.each([
    [0, '0:00'],
    [14.4, '0:14'],
    [75, '1:15'],
    [3_727, '1:02:07'],
  ])('%d s is %s', (seconds, shown) => {
    expect(formatClock(seconds)).toBe(shown);
  });
});

describe('formatDurationShort', () => {
  it.each([
    [31_500, '32 s'],
    [59 * MINUTE, '59 min'],
    [HOUR, '1 h'],
    [23 * HOUR + 56 * MINUTE, '24 h'],
    [6 * 24 * HOUR + 3 * HOUR, '6 d'],
  ])('%d ms is %s', (ms, shown) => {
    expect(formatDurationShort(ms)).toBe(shown);
  });
});
