import { dayOf, daysAgo, formatDay, formatNear, formatRecent, formatTime } from './date';

const brazil = { language: 'pt-BR', timeZone: 'America/Sao_Paulo' };
const at = (iso: string) => new Date(iso);
/** 21:30 on Friday, 20 November, in São Paulo; already Saturday in UTC. */
const now = at('2026-11-21T00:30:00Z');

describe('dates in a company’s zone', () => {
  it('ends the day where the company is', () => {
    expect(dayOf(now, brazil)).toBe('2026-11-20');
    expect(daysAgo(at('2026-11-20T02:00:00Z'), now, brazil)).toBe(1);
    expect(daysAgo(at('2026-11-20T04:00:00Z'), now, brazil)).toBe(0);
  });

  it('tells the time of the zone', () => {
    expect(formatTime(now, brazil)).toBe('21:30');
    expect(formatTime(at('2026-11-20T03:05:00Z'), brazil)).toBe('00:05');
  });

  it('names the day over a timeline', () => {
    expect(formatDay(at('2026-11-20T20:00:00Z'), now, brazil)).toBe('Hoje');
    expect(formatDay(at('2026-11-19T20:00:00Z'), now, brazil)).toBe('Ontem');
    expect(formatDay(at('2026-11-16T20:00:00Z'), now, brazil)).toBe('Segunda-feira, 16 de novembro');
    expect(formatDay(at('2025-11-16T20:00:00Z'), now, brazil)).toMatch(/2025$/);
    expect(formatDay(at('2026-11-20T20:00:00Z'), now, { ...brazil, language: 'en' })).toBe('Today');
  });

  it('says how recent a message is, as short as it can', () => {
    expect(formatRecent(at('2026-11-21T00:29:40Z'), now, brazil)).toBe('agora');
    expect(formatRecent(at('2026-11-21T00:26:00Z'), now, brazil)).toBe('há 4 min');
    expect(formatRecent(at('2026-11-20T17:05:00Z'), now, brazil)).toBe('14:05');
    expect(formatRecent(at('2026-11-19T17:05:00Z'), now, brazil)).toBe('ontem');
    expect(formatRecent(at('2026-11-16T17:05:00Z'), now, brazil)).toBe('seg');
    expect(formatRecent(at('2026-11-03T17:05:00Z'), now, brazil)).toBe('03/11');
  });

  it('places a moment near today', () => {
    expect(formatNear(at('2026-11-20T17:05:00Z'), now, brazil)).toBe('14:05');
    expect(formatNear(at('2026-11-19T17:05:00Z'), now, brazil)).toBe('ontem, 14:05');
    expect(formatNear(at('2026-11-03T17:05:00Z'), now, brazil)).toBe('03/11, 14:05');
  });
});
