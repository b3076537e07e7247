import { toDurationField, toMilliseconds, type Unit } from './duration-units';

const ALL: Unit[] = ['second', 'minute', 'hour', 'day'];

describe('toDurationField', () => {
  it.each<[number, Unit[], string, Unit]>([
    [86_400_000, ALL, '24', 'hour'],
    [172_800_000, ALL, '2', 'day'],
    [21_600_000, ALL, '6', 'hour'],
    [90_000, ALL, '90', 'second'],
    [5_400_000, ALL, '90', 'minute'],
    [2_000, ['second'], '2', 'second'],
    [1_500, ['second', 'minute'], '1.5', 'second'],
    [0, ['second'], '0', 'second'],
  ])('%d ms', (ms, units, amount, unit) => {
    expect(toDurationField(ms, units)).toEqual({ amount, unit });
  });
});

describe('toMilliseconds', () => {
  it.each<[string, Unit, number | undefined]>([
    ['2', 'second', 2_000],
    ['1,5', 'hour', 5_400_000],
    [' 24 ', 'hour', 86_400_000],
    ['0', 'second', 0],
    ['', 'second', undefined],
    ['abc', 'second', undefined],
    ['-1', 'second', undefined],
    ['1e3', 'second', undefined],
    ['1.5.2', 'second', undefined],
  ])('%s %s', (amount, unit, ms) => {
    expect(toMilliseconds({ amount, unit })).toBe(ms);
  });

  it('gives back every time that the field can show', () => {
    for (const ms of [0, 1, 250, 1_500, 60_000, 3_599_000, 86_400_000, 7 * 86_400_000]) {
      expect(toMilliseconds(toDurationField(ms, ALL))).toBe(ms);
    }
  });
});
