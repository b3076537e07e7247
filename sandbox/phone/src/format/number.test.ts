import { formatNumber, parseNumber } from './number';

describe('formatNumber', () => {
  it.each([
    ['5541988110001', '+55 41 98811-0001'],
    ['554188110001', '+55 41 8811-0001'],
    ['14155550123', '+14155550123'],
  ])('%s → %s', (digits, shown) => {
    expect(formatNumber(digits)).toBe(shown);
  });
});

describe('parseNumber', () => {
  it.each([
    ['(11) 97622-0002', '5511976220002'],
    ['+55 11 97622-0002', '5511976220002'],
    ['+351 912 345 678', '351912345678'],
    ['97622-0002', undefined],
    ['abc', undefined],
  ])('%s → %s', (typed, digits) => {
    expect(parseNumber(typed)).toBe(digits);
  });
});
