import { resolve } from 'node:path';
import { createTransform } from './transform';

const FILE = resolve('dist/evaluate-jsonata.js');
const transform = createTransform(FILE);
const ORDER = {
  variaveis: {
    itens: [
      { nome: 'Banho', preco: 60, quantidade: 2 },
      { nome: 'Tosa', preco: 45.5, quantidade: 1 },
    ],
  },
};

describe('transform', () => {
  it.each([
    ['a sum', '$sum(variaveis.itens.(preco * quantidade))', 165.5],
    ['a list made anew', 'variaveis.itens[preco > 50].{ "n": nome }', { n: 'Banho' }],
    ['what is not there', 'contato.nome', null],
    ['a function', 'function($x){ $x }', null],
  ])('evaluates %s', async (_what, expression, value) => {
    expect(await transform('a', expression, ORDER)).toEqual({ ok: true, value });
  });

  it.each([
    ['what is not JSONata', 'variaveis.(', 'invalid_expression'],
    ['a mistake of its own', '$error("não")', 'invalid_expression'],
    ['a wrong type', '$sum("a")', 'invalid_expression'],
    ['the way to the platform', '$process.env', undefined],
    ['a constructor', 'variaveis.constructor.constructor("return process")()', undefined],
    ['a constructor that is called', '$.constructor("return process")', 'invalid_expression'],
  ])('tells %s', async (_what, expression, type) => {
    const made = await transform('a', expression, ORDER);
    if (type === undefined) expect(made).toEqual({ ok: true, value: null });
    else expect(made).toMatchObject({ ok: false, error: { type } });
  });

  it('hands nothing over that a run could not carry', async () => {
    const made = await transform('a', '$pad("", 1000000, "x")', {});
    expect(made).toMatchObject({ ok: false, error: { type: 'too_large' } });
  });

  it('ends what does not end or grows, and goes on', async () => {
    const strict = createTransform(FILE, { memoryMegabytes: 32 });
    const hostile = [
      '($f := function($n){ $f($n + 1) }; $f(1))',
      '$match("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", /^(a+)+$/)',
      '($g := function($s){ $g($append($s, $s)) }; $g([1..1000]))',
      '[1..10000000]',
      '$pad("", 400000000, "x")',
    ];
    const results = await Promise.all([...hostile, '1 + 1'].map((each) => strict('a', each, {})));
    const types = results.map((made) => (made.ok ? made.value : made.error.type));
    for (const type of types.slice(0, -1)) expect(type).toMatch(/^(timeout|too_much_memory)$/);
    expect(types.at(-1)).toBe(2);
  }, 30_000);

  it('takes turns between tenants: endless expressions of one are behind each other', async () => {
    const one = createTransform(FILE, { atOnce: 2, timeMs: 1_500 });
    const ended: string[] = [];
    const run = (tenantId: string, expression: string) =>
      one(tenantId, expression, {}).then(() => ended.push(tenantId));
    const endless = Array.from({ length: 5 }, () =>
      run('hostile', '($f := function($n){ $f($n + 1) }; $f(1))'),
    );
    await Promise.all([run('other', '1 + 1'), ...endless]);
    expect(ended.indexOf('other')).toBeLessThan(4);
  }, 60_000);
});
