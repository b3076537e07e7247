import fc from 'fast-check';
import { type FlowObject, weigh } from '../runtime/value';
import { compileExpression } from './cel';
import { EXPRESSION_LIMITS } from './limits';
import { compilePattern } from './regex';
import { parseTemplate, renderTemplate } from './template';

const list = (length: number) => Array.from({ length }, (_, index) => index);
const scope: FlowObject = {
  contato: { nome: 'a'.repeat(2000), etiquetas: list(500), email: null, campos: { x: { y: { z: 1 } } } },
  variaveis: { lista: list(500), listas: list(100).map(() => list(100)), n: 1e308, texto: 'x'.repeat(5000) },
};
const BIG = 'variaveis.lista';

const times = (count: number, piece: string) => piece.repeat(count);

/** Written by hand: each an attempt to get out, to take for ever or to take all memory. */
const HANDWRITTEN = [
  // out of the values
  ...[
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '__defineGetter__',
    'caller',
  ].flatMap((name) => [
    `contato.${name}`,
    `contato["${name}"]`,
    `contato.nome.${name}`,
    `${BIG}.${name}`,
    `${BIG}["${name}"]`,
    `contato.${name}.${name}`,
    `has(contato.${name})`,
    `"${name}" in contato`,
    `{"${name}": 1}.${name}`,
    name,
    `${name}()`,
    `contato.${name}()`,
    `"".${name}("return process")()`,
    `[].${name}`,
    `${BIG}.map(${name}, ${name})`,
    `contato.etiquetas.exists(e, e.${name} != null)`,
  ]),
  ...[
    'process',
    'globalThis',
    'require("fs")',
    'import("fs")',
    'eval("1")',
    'Function("1")()',
    'this',
    'self',
    'window',
  ],
  ...[
    'console.log(1)',
    'fetch("http://169.254.169.254")',
    'new Date()',
    '`${1}`',
    'a => a',
    '(function(){})()',
    '1;2',
  ],
  ...[
    'google.protobuf.Timestamp',
    'cel.bind(a, "x", a + a)',
    'bytes("x")',
    'b"x".json()',
    'type(1)',
    'optional.of(1)',
  ],
  ...[
    'timestamp("2020-01-01T00:00:00Z").getHours("America/Sao_Paulo")',
    'b"\\xff"',
    'dyn(contato).constructor',
  ],
  // for ever
  `${BIG}.all(a, ${BIG}.all(b, ${BIG}.all(c, true)))`,
  `${BIG}.map(a, ${BIG}.map(b, ${BIG}.map(c, a)))`,
  `${BIG}.map(a, ${BIG}.map(b, ${BIG}.map(c, ${BIG}.map(d, d))))`,
  `${BIG}.filter(a, ${BIG}.exists(b, ${BIG}.exists_one(c, c == a)))`,
  `true || ${BIG}.all(a, ${BIG}.all(b, ${BIG}.all(c, true)))`,
  `${BIG}.all(a, ${BIG}.all(b, ${BIG}.all(c, true))) || true`,
  `${BIG}.all(a, ${BIG}.all(b, ${BIG}.all(c, true))) && false`,
  `${BIG}.exists(a, ${BIG}.all(b, ${BIG}.all(c, c >= 0)) && false) || 1 == 1`,
  `variaveis.listas.all(l, l.all(x, ${BIG}.exists(y, y == -1)) || true)`,
  `${BIG}.map(x, variaveis.texto.matches("(a*)*b"))`,
  `variaveis.texto.matches("^(x+x+)+y$")`,
  `variaveis.texto.matches("(x|x|x)*y")`,
  `variaveis.texto.matches("((((x{1,30}){1,30}){1,30}){1,30})")`,
  `variaveis.texto.matches("(?=x)")`,
  `variaveis.texto.matches("(x)\\\\1")`,
  `variaveis.texto.matches(variaveis.texto)`,
  `variaveis.texto.matches("${times(190, 'x*')}")`,
  // for ever large
  `[contato.nome]${times(20, '.map(x, x + x)')}`,
  `${BIG}.map(a, contato.nome).join(contato.nome)`,
  `${BIG}.map(a, contato.nome + contato.nome).join("")`,
  `${BIG}.map(a, ${BIG})`,
  `${BIG}.map(a, ${BIG}).map(b, ${BIG}.map(c, b))`,
  `contato.nome.split("").map(a, contato.nome.split(""))`,
  `contato.nome.split("").map(a, contato.nome).join(contato.nome)`,
  `[[[1]]].map(a, [a, a, a, a]).map(a, [a, a, a, a]).map(a, [a, a, a, a]).map(a, [a, a, a, a])`,
  `${times(60, 'contato.nome + ')}""`,
  `string(${times(40, '9223372036854775807 * ')}1)`,
  times(300, '9'),
  `${times(100, '9')}.${times(100, '9')}e${times(5, '9')}`,
  `variaveis.n * variaveis.n`,
  `1 / 0`,
  `1.0 / 0.0`,
  `int(variaveis.n)`,
  `-9223372036854775808 / -1`,
  `duration("${times(200, '1h')}")`,
  `duration("${times(30, '9')}h")`,
  `timestamp(${times(18, '9')})`,
  `contato.nome.substring(-1, 99999999999)`,
  // too deep
  ...[10, 30, 100, 400, 900].flatMap((depth) => [
    `${times(depth, '(')}1${times(depth, ')')}`,
    `${times(depth, '[')}1${times(depth, ']')}`,
    `${times(depth, '!')}true`,
    `${times(depth, '-')}1`,
    `contato${times(depth, '.x')}`,
    `contato${times(depth, '[0]')}`,
    `1${times(depth, '+1')}`,
    `true${times(depth, '?true:false')}`,
    `${times(depth, 'true?')}1${times(depth, ':0')}`,
    `${times(depth, '{"a":')}1${times(depth, '}')}`,
  ]),
  // broken
  ...[
    '"',
    "'",
    '"""',
    'r"\\',
    '"\\u{110000}"',
    '"\\uD800"',
    '"\\x"',
    '\u0000',
    '\u202e',
    '/*',
    '//',
    '...',
    '..',
    '[',
    '{',
    '(',
    '#',
  ],
  ...[
    '1 +',
    '&& true',
    'a ? b',
    'in in in',
    'has(1)',
    'has()',
    'map(x)',
    '[].map(1, 2)',
    '[].map()',
    'x.all(true, x)',
    '.a',
    'ação == 1',
  ],
];

const TEMPLATES = [
  ...['constructor', '__proto__', 'prototype', 'toString', 'valueOf'].flatMap((name) => [
    `{{ contato.${name} }}`,
    `{{ ${name} }}`,
    `{{ contato | ${name} }}`,
    `{{ contato.${name}.${name} | json }}`,
    `{{ contato.nome.${name} | maiusculas }}`,
  ]),
  times(5000, '{'),
  times(4000, '{{'),
  times(2000, '{{a}}'),
  times(100, '{{ contato.nome }}'),
  `{{ ${times(3000, 'a.')}a }}`,
  `{{ contato.nome ${times(9, "| substituir:'a':'aaaaaaaaaa'")} }}`,
  `{{ contato.nome ${times(2000, '| json')} }}`,
  `{{ variaveis.listas ${times(9, '| json')} }}`,
  `{{ '${times(4000, "\\'")}' }}`,
  `{{ a | padrao:${times(50, "'x':")}'y' }}`,
  "{{ variaveis.texto | substituir:'':'x' }}",
  '{{ 99999999999999999999 | moeda }}',
  '{{ variaveis.n | moeda }}',
  '{{ variaveis.n | numero:99999 }}',
  "{{ '9999-99-99' | data }}",
  "{{ 8640000000000001 | data:'yyyy' }}",
  "{{ agora | somar_dias:99999 | data:'yyyy' }}",
  `{{ agora | data:'${times(2000, 'yyyy')}' }}`,
  times(2000, '\\{{'),
  '{{ \u0000 }}',
  '{{ 1',
  '{{',
  '}}',
  '{{ a | b | c }}',
  "{{ 'a' 'b' }}",
  '{{{{ a }}}}',
  '{{ a }} }} {{',
];

const PATTERNS = [
  '(a+)+$',
  '(a|aa)+$',
  '(.*a){20}',
  '(.*)(.*)(.*)(.*)(.*)$',
  '(a?){100}a{9}',
  '((a{1,9}){1,9}){1,9}',
  '(a{1000})',
  '(a{1000}){1000}',
  '(?=a)',
  '(?<=a)b',
  '(a)\\1',
  '[',
  '(',
  '*',
  'a{99999999999}',
  '\\p{L}+',
  '(?i)OLÁ',
  times(100, '('),
  times(60, '(a*)*'),
];

/** Patterns that take a backtracking engine for ever: every nest around every piece. */
const REGEX_BOMBS = ['a', 'a|a', 'a|ab', 'a*', 'a+', 'a?', '[ab]+', '.*', '\\w+', 'a{1,30}'].flatMap(
  (piece) => [
    `(${piece})+$`,
    `^(${piece})*b`,
    `((${piece})*)*`,
    `((${piece})+)+!`,
    `(${piece}){20}(${piece}){20}`,
    `(${piece})?(${piece})?(${piece})?$`,
    `(?:(${piece})|(${piece}))*$`,
    `(?=(${piece})+)\\1`,
  ],
);
/** Macros inside of macros: each pair, three and four deep. */
const MACROS = ['map', 'filter', 'all', 'exists', 'exists_one'];
const MACRO_BOMBS = MACROS.flatMap((outer) =>
  MACROS.flatMap((inner) => [
    `${BIG}.${outer}(a, ${BIG}.${inner}(b, ${BIG}.${outer}(c, a == c)))`,
    `${BIG}.${outer}(a, ${BIG}.${inner}(b, ${BIG}.${outer}(c, ${BIG}.${inner}(d, d == a))))`,
    `[1].${outer}(a, contato.nome.split("").${inner}(b, contato.nome.split("").${outer}(c, b == c)))`,
  ]),
);
HANDWRITTEN.push(
  ...MACRO_BOMBS,
  ...REGEX_BOMBS.map((pattern) => `variaveis.texto.matches(${JSON.stringify(pattern)})`),
);
PATTERNS.push(...REGEX_BOMBS);

const atom = fc.constantFrom(
  ...[
    '1',
    '0.5',
    '"x"',
    'true',
    'null',
    'contato',
    'contato.nome',
    BIG,
    'variaveis.listas',
    'item',
    'a',
    'b',
    '[1, 2]',
    '{"a": 1}',
  ],
);
/** Well formed more often than not, senseless nearly always. */
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 6, depthSize: 'large' },
    atom,
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '-', '*', '/', '%', '==', '!=', '<', '>=', '&&', '||', 'in'),
        tie('expression'),
      )
      .map(([left, sign, right]) => `(${left} ${sign} ${right})`),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('map', 'filter', 'all', 'exists', 'exists_one'),
        fc.constantFrom('a', 'b'),
        tie('expression'),
      )
      .map(([over, name, variable, body]) => `${over}.${name}(${variable}, ${body})`),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('.x', '[0]', '["__proto__"]', '.size()', '.split("")', '.join("xx")', '.trim()'),
      )
      .map(([value, after]) => `${value}${after}`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc
      .tuple(fc.constantFrom('size', 'string', 'int', 'has', 'dyn', 'timestamp'), tie('expression'))
      .map(([name, of]) => `${name}(${of})`),
  ),
}));

/** Overshoot of the last counted node. */
const MOST_STEPS = EXPRESSION_LIMITS.steps + EXPRESSION_LIMITS.text;

function attack(source: string): void {
  const compiled = compileExpression(source);
  if (!compiled.ok) {
    expect(typeof compiled.fault.code).toBe('string');
    return;
  }
  const result = compiled.value.evaluate(scope);
  expect(result.steps).toBeLessThanOrEqual(MOST_STEPS);
  if (result.ok) {
    expect(typeof result.value).not.toBe('function');
    expect(weigh(result.value, 5_000_000)).toBeLessThan(5_000_000);
    expect(() => JSON.stringify(result.value)).not.toThrow();
  }
}

function attackTemplate(source: string): void {
  const parsed = parseTemplate(source);
  if (!parsed.ok) return;
  expect(parsed.value.parts.length).toBeLessThanOrEqual(EXPRESSION_LIMITS.placeholders * 2 + 1);
  const text = renderTemplate(parsed.value, scope, { zone: 'America/Sao_Paulo' });
  if (text.ok) expect(text.value.length).toBeLessThanOrEqual(EXPRESSION_LIMITS.text);
}

describe('words of tenants', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();
  afterAll(() => {
    expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  });

  it(`${HANDWRITTEN.length} expressions that want out, or all of the machine, get an answer`, () => {
    expect(HANDWRITTEN.length).toBeGreaterThanOrEqual(400);
    expect(HANDWRITTEN.length + TEMPLATES.length + PATTERNS.length).toBeGreaterThanOrEqual(500);
    for (const source of HANDWRITTEN) attack(source);
  });

  it('nothing inherited is ever read', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      for (const source of [
        `contato.${name}`,
        `contato["${name}"]`,
        `${BIG}["${name}"]`,
        `contato.nome["${name}"]`,
      ]) {
        const compiled = compileExpression(source);
        if (compiled.ok) expect(compiled.value.evaluate(scope)).toMatchObject({ ok: false });
      }
      expect(compileExpression(`has(contato.${name})`)).toMatchObject({ ok: true });
      const has = compileExpression(`has(contato.${name})`);
      if (has.ok) expect(has.value.evaluate(scope)).toMatchObject({ ok: true, value: false });
    }
  });

  it('a spent budget is not forgiven by || and &&', () => {
    const compiled = compileExpression(`${BIG}.all(a, ${BIG}.all(b, ${BIG}.all(c, true))) || true`);
    if (!compiled.ok) throw new Error(compiled.fault.code);
    expect(compiled.value.evaluate(scope)).toMatchObject({ ok: false, fault: { code: 'too_many_steps' } });
  });

  it('every node counts, inside of lists too', () => {
    const stepsOf = (source: string) => {
      const compiled = compileExpression(source);
      return compiled.ok ? compiled.value.evaluate(scope).steps : -1;
    };
    expect(stepsOf('1 + 1')).toBe(3);
    expect(stepsOf(`${BIG}.all(a, a >= 0)`)).toBeGreaterThan(1500);
    expect(stepsOf('has(contato.nome)')).toBeGreaterThan(0);
  });

  it('1000 expressions made at random', () => {
    fc.assert(fc.property(expression, attack), { numRuns: 1000 });
  });

  it(`${TEMPLATES.length} templates, and 500 at random`, () => {
    for (const source of TEMPLATES) attackTemplate(source);
    const piece = fc.oneof(
      fc.constantFrom(
        '{{',
        '}}',
        '|',
        ':',
        '.',
        "'",
        '"',
        '\\',
        'contato',
        'nome',
        'padrao',
        'json',
        ' ',
        '-1',
        '__proto__',
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        attackTemplate,
      ),
      { numRuns: 500 },
    );
  });

  it('patterns are linear, or refused', () => {
    for (const source of PATTERNS) {
      const compiled = compilePattern(source);
      if (compiled.ok) expect(typeof compiled.value.test('a'.repeat(100_000))).toBe('boolean');
      else
        expect(['invalid_pattern', 'pattern_too_costly', 'pattern_too_long']).toContain(compiled.fault.code);
    }
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60, unit: fc.constantFrom(...'ab()[]{}*+?|\\.^$1,-'.split('')) }),
        (source) => {
          const compiled = compilePattern(source);
          if (compiled.ok) compiled.value.test('ab'.repeat(500));
        },
      ),
      { numRuns: 500 },
    );
  });
});
