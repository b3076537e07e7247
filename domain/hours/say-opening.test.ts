import { sayOpening } from './say-opening';

const at = (iso: string) => Date.parse(iso);
const ZONE = 'America/Sao_Paulo';

describe('sayOpening', () => {
  it.each([
    ['pt-BR', '2026-01-05T09:00Z', '2026-01-05T11:00Z', 'hoje às 08:00'],
    // Midnight of the place is what counts.
    ['pt-BR', '2026-01-06T02:00Z', '2026-01-06T11:00Z', 'amanhã às 08:00'],
    ['pt-BR', '2026-01-06T03:00Z', '2026-01-06T11:00Z', 'hoje às 08:00'],
    ['pt-BR', '2026-01-02T22:00Z', '2026-01-05T11:00Z', 'segunda-feira, 5 de janeiro, às 08:00'],
    ['pt-BR', '2026-12-31T22:00Z', '2027-01-01T17:30Z', 'amanhã às 14:30'],
    ['en', '2026-01-02T22:00Z', '2026-01-05T11:00Z', 'Monday, January 5, at 08:00'],
    ['es', '2026-01-02T22:00Z', '2026-01-05T11:00Z', 'lunes, 5 de enero, a las 08:00'],
    ['fr', '2026-01-05T09:00Z', '2026-01-05T11:00Z', 'hoje às 08:00'],
  ])('%s, at %s', (locale, now, opens, words) => {
    expect(sayOpening(at(opens), at(now), ZONE, locale)).toBe(words);
  });
});
