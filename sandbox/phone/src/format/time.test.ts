import { dayOf, whenOf } from './time';

const now = new Date(2026, 10, 20, 9, 15).getTime();

describe('dayOf', () => {
  it('names today and yesterday', () => {
    expect(dayOf(new Date(2026, 10, 20, 0, 1).getTime(), now)).toBe('Hoje');
    expect(dayOf(new Date(2026, 10, 19, 23, 59).getTime(), now)).toBe('Ontem');
    expect(dayOf(new Date(2026, 9, 3).getTime(), now)).toMatch(/^03 de out/);
  });
});

describe('whenOf', () => {
  it('gives the hour of today and the day of the rest', () => {
    expect(whenOf(new Date(2026, 10, 20, 8, 5).getTime(), now)).toBe('08:05');
    expect(whenOf(new Date(2026, 10, 19, 8, 5).getTime(), now)).toBe('Ontem');
  });
});
