import { clipValue } from './clip-value';

const deep = (levels: number): unknown => (levels === 0 ? 'fundo' : { a: deep(levels - 1) });

describe('a value as a sample', () => {
  it.each<[string, unknown, unknown]>([
    ['what is small, as it is', { a: [1, 'dois', null, true], b: {} }, { a: [1, 'dois', null, true], b: {} }],
    ['a long text, cut', 'x'.repeat(501), `${'x'.repeat(500)}…`],
    ['a text of the length', 'x'.repeat(500), 'x'.repeat(500)],
    ['no half of a character', `${'x'.repeat(499)}😀y`, `${'x'.repeat(499)}…`],
    ['twenty of a list', Array.from({ length: 30 }, (_, n) => n), Array.from({ length: 20 }, (_, n) => n)],
    ['six levels', deep(8), { a: { a: { a: { a: { a: { a: null } } } } } }],
    ['nothing of what is not JSON', { a: undefined, b: () => 1, c: 1 }, { c: 1 }],
    ['nothing at all', undefined, undefined],
  ])('%s', (_, value, clipped) => {
    expect(clipValue(value)).toEqual(clipped);
  });

  it('has at most fifty keys', () => {
    const wide = Object.fromEntries(Array.from({ length: 80 }, (_, n) => [`k${n}`, n]));
    expect(Object.keys(clipValue(wide) as object)).toHaveLength(50);
  });
});
