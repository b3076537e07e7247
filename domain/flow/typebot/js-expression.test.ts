import { flowTools } from '../expression/tools';
import { fromJs } from './js-expression';
import type { Names } from './mapped';

const names: Names = {
  of: () => undefined,
  inText: (words) => words.replace(/\{\{([abc])\}\}/g, '{{ variaveis.$1 }}'),
};
const AT = '2026-11-21T15:04:05.000Z';

function ours(source: string, variables: Record<string, string>) {
  const read = fromJs(source, names);
  if (!read) throw new Error(`not read: ${source}`);
  return flowTools.evaluate(read.expression, { variaveis: variables, agora: AT });
}

/** What Typebot makes of a variable before it runs code. */
function guessed(value: string): unknown {
  if (/^0[^.]/.test(value) || value.startsWith('+')) return value;
  if (value === 'true' || value === 'false') return value === 'true';
  return Number.isNaN(Number(value)) ? value : Number(value);
}

function theirs(source: string, variables: Record<string, string>): unknown {
  const body = source.replace(/\{\{([abc])\}\}/g, '$1');
  // eslint-disable-next-line typescript/no-implied-eval -- the measure is JavaScript itself
  const run = new Function(...Object.keys(variables), `return ${body}`) as (...all: unknown[]) => unknown;
  return run(...Object.values(variables).map(guessed));
}

const SOURCES = [
  '{{a}} + 1',
  '{{a}} * {{b}} + 10 / 4',
  '{{a}} + {{b}}',
  '{{a}} + {{b}} + {{c}}',
  '-{{a}} - -2',
  '{{a}} + " " + {{b}}',
  "'Total: ' + {{a}} * 2",
  '{{a}} * 2 + " reais"',
  '`${{{a}}} de ${{{b}} * 2}: ${{{c}} > 3 ? "sim" : \'não\'}`',
  '{{a}} > 10 ? "caro" : "barato"',
  '{{a}} >= {{b}} ? {{a}} : {{b}}',
  '{{a}} == {{b}}',
  '{{a}} === {{b}} ? 1 : 2',
  '{{a}} == 5',
  '{{a}} == 0',
  '{{a}} != 1',
  '{{a}} === 0',
  '{{a}} !== 5 ? "x" : "y"',
  '{{a}} == "Ana" || {{b}} == "Ana"',
  '{{a}} === "Ana" && {{b}} > 1',
  '{{a}} == "5"',
  '{{a}} === true ? "s" : "n"',
  '!{{a}} ? "vazio" : {{a}}',
  '{{a}} || "ninguém"',
  '({{a}} || {{b}}) + 1',
  '{{a}} && {{b}}',
  '{{a}} > 1 && {{b}} > 1',
  '({{a}} > 1) + 1',
  '{{a}} > 1 ? "a" : {{b}} > 1 ? "b" : "c"',
  '[{{a}}, "dois", 3]',
  'Number({{a}}) + 1',
  'String({{a}}) + 1',
  '"linha\\n" + \'it\\\'s "isso"\'',
  'return 2 * 3;'.replace('return ', '').replace(';', ''),
];
const changes = (value: string) => value === '' || value === '5.0';
const VALUES = ['', '0', '1', '5', '2.5', '-3', '05', '12', 'Ana', 'true', 'false', '5.0'];

describe('an expression of JavaScript', () => {
  it.each(SOURCES)('%s gives the same as there, or an error', (source) => {
    let same = 0;
    for (const a of VALUES) {
      for (const b of VALUES) {
        const variables = { a, b, c: a === 'Ana' ? '7' : 'x' };
        const got = ours(source, variables);
        const want = theirs(source, variables);
        if (!got.ok || Number.isNaN(want) || want === Infinity) continue;
        // Alone or in a text a variable stays as it was written; there it is a number, and nothing is 0.
        if (typeof want === 'string' && [a, b].some(changes)) continue;
        if (typeof got.value === 'string' && changes(got.value) && Number(got.value) === want) continue;
        if (Array.isArray(want) && changes(a)) continue;
        const said = (value: unknown) => (Array.isArray(value) ? value.map(String) : String(value));
        expect([source, a, b, said(got.value)]).toEqual([source, a, b, said(want)]);
        same += 1;
      }
    }
    expect(same).toBeGreaterThan(5);
  });

  it.each([
    ['new Date().toISOString()', AT, false],
    ['new Date().getFullYear() - {{a}}', 2021, true],
    ['new Date().getMonth() + 1', 11, true],
    ['new Date().getDay()', 6, true],
    ['`Hoje é dia ${new Date().getDate()}`', 'Hoje é dia 21', true],
    ['new Date().getHours() < 12 ? "Bom dia" : "Boa tarde"', 'Boa tarde', true],
    ['return {{a}} + 1;', 6, false],
    ['{{a}} + "" + {{b}}', '5', false],
  ])('%s', (source, value, inUtc) => {
    expect(ours(source, { a: '5', b: '', c: '' })).toMatchObject({ ok: true, value });
    expect(fromJs(source, names)?.inUtc).toBe(inUtc);
  });

  it.each([
    'Math.random()',
    '{{a}}.split(",")',
    '{{a}}.length',
    'const x = 1; return x',
    'if ({{a}}) return 1',
    '{{a}} = 1',
    '{{a}}++',
    '{{a}} ** 2',
    '{{a}} % 2',
    '010 + 1',
    '0x10 + 1',
    '1e3 + 1',
    '"Oi {{a}}"',
    '`Oi {{a}}`',
    '`${`x`}`',
    '{{Desconhecida}} + 1',
    '{{a}} == ""',
    '{{a}} == "0"',
    '{{a}} === "5"',
    '{{a}} == "true"',
    '{{a}} == null',
    '({{a}} ? "5" : 1) + 1',
    '({{a}} + {{b}}) + {{c}}',
    '"a" < {{b}}',
    '1 + // dois',
    'fetch("https://x.com")',
    'process.env',
    '{{a}}, {{b}}',
    '() => 1',
    '/x/.test({{a}})',
    '',
    '(((((((((((((((1)))))))))))))))',
    `1 + ${'1 + '.repeat(300)}1`,
  ])('%s is not read', (source) => {
    expect(fromJs(source, names)).toBeUndefined();
  });
});
