import { parseRichText, plainTextOf, type RichPart } from './rich-text';

/** The parts as marked-up text, for reading. */
const shown = (parts: RichPart[]): string =>
  parts
    .map((part) => {
      if (part.type === 'text') return part.text;
      return part.type === 'link' ? `<${part.href}>` : `[${part.type} ${shown(part.parts)}]`;
    })
    .join('');
const read = (text: string) => shown(parseRichText(text));

describe('parseRichText', () => {
  it.each([
    ['sem marcas', 'sem marcas'],
    ['*quinta* às 15h', '[bold quinta] às 15h'],
    ['é _muito_ ~caro~ barato', 'é [italic muito] [strike caro] barato'],
    ['*forte e _inclinado_*', '[bold forte e [italic inclinado]]'],
    ['```const x = 1```', '[mono const x = 1]'],
    ['3 * 4 * 5', '3 * 4 * 5'],
    ['nome_de_arquivo_longo', 'nome_de_arquivo_longo'],
    ['2*3*4', '2*3*4'],
    ['* item', '* item'],
    ['*linha\noutra*', '*linha\noutra*'],
    ['veja https://a.example/x?y=1.', 'veja <https://a.example/x?y=1>.'],
    ['(www.clinica.example/mapa)', '(<https://www.clinica.example/mapa>)'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['<b>oi</b>', '<b>oi</b>'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('loses no character of what it does not mark', () => {
    const text = 'a *b _c* d_ ~~ ``` *';
    expect(read(text).replaceAll(/\[\w+ |\]/g, '').length).toBeLessThanOrEqual(text.length);
  });

  it('takes no time for long lines of marks', () => {
    const started = performance.now();
    parseRichText('*a'.repeat(2_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('plainTextOf', () => {
  it.each([
    ['Tenho *9h30* com a _Dra. Helena_', 'Tenho 9h30 com a Dra. Helena'],
    ['*_muito_ bom*: https://prosa.example.', 'muito bom: https://prosa.example.'],
    ['2*3*4', '2*3*4'],
    ['', ''],
  ])('%j is %j', (text, shown) => {
    expect(plainTextOf(text)).toBe(shown);
  });
});
