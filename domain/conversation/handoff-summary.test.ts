import { extractSummary, keptSummary, SUMMARY_MAX_CHARACTERS } from './handoff-summary';

const customer = (text: string) => ({ author: 'customer' as const, text });
const ai = (text: string) => ({ author: 'ai' as const, text });

describe('extractSummary', () => {
  it.each([
    [
      'the last words of both',
      [customer('Oi'), ai('Olá!'), customer('Quero\nremarcar')],
      'pt-BR',
      'O cliente escreveu: “Oi / Quero remarcar” A última resposta foi: “Olá!”',
    ],
    ['the customer alone', [customer('Oi')], 'es-AR', 'El cliente escribió: “Oi”'],
    ['nothing written', [customer('  ')], 'en', 'The customer has not written any text yet.'],
    ['a language nobody knows', [customer('Oi')], 'fr', 'O cliente escreveu: “Oi”'],
  ])('tells %s', (_what, timeline, locale, expected) => {
    expect(extractSummary(timeline, locale)).toBe(expected);
  });

  it('keeps to its length whatever was written', () => {
    const long = 'palavra '.repeat(400);
    const summary = extractSummary([ai(long), customer(long), customer(long)], 'pt-BR');
    expect(summary.length).toBeLessThanOrEqual(SUMMARY_MAX_CHARACTERS);
    expect(summary).toContain('A última resposta foi');
  });
});

describe('keptSummary', () => {
  it('is one paragraph, cut at a word', () => {
    expect(keptSummary(' Quer\n\nremarcar. ')).toBe('Quer remarcar.');
    const cut = keptSummary('abcde '.repeat(200));
    expect(cut.length).toBeLessThanOrEqual(SUMMARY_MAX_CHARACTERS);
    expect(cut).toMatch(/abcde…$/);
  });
});
