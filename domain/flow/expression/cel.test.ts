import { compileExpression } from './cel';

const scope = {
  contato: { nome: 'Ana', idade: 30, etiquetas: ['vip', 'nova'], criado_em: '2026-01-02T10:00:00Z' },
  variaveis: { total: 7.5, texto: 'abc'.repeat(10), lista: [1, 2, 3, 4] },
};
function value(source: string) {
  const compiled = compileExpression(source);
  if (!compiled.ok) return compiled.fault.code;
  const result = compiled.value.evaluate(scope);
  return result.ok ? result.value : `!${result.fault.code}`;
}

describe('expressions', () => {
  it.each([
    ['contato.idade >= 18 && contato.nome.startsWith("A")', true],
    ['variaveis.total * 2 + 1', 16],
    ['size(contato.etiquetas) + 1', 3],
    ['"vip" in contato.etiquetas', true],
    ['contato.etiquetas.exists(e, e == "nova")', true],
    ['variaveis.lista.filter(n, n > 2).map(n, n * 10)', [30, 40]],
    ['has(contato.email)', false],
    ['contato.nome.matches("^[A-Z]na$")', true],
    ['contato.nome.lowerAscii() + "!"', 'ana!'],
    ['timestamp(contato.criado_em) < timestamp("2026-06-01T00:00:00Z")', true],
    ['timestamp(contato.criado_em) + duration("24h")', '2026-01-03T10:00:00.000Z'],
    ['{"a": 1, "b": "x"}', { a: 1, b: 'x' }],
    ['contato.email == "a"', '!no_such_key'],
    ['nada == 1', 'unknown_variable'],
    ['cel.bind(x, 1, x)', 'unknown_function'],
    ['google.protobuf', 'unknown_variable'],
    ['bytes("a")', 'unknown_function'],
    ['b"a"', 'bytes_not_allowed'],
    ['contato.nome.constructor', '!no_such_key'],
    ['', 'empty_expression'],
  ])('%s', (source, expected) => {
    expect(value(source)).toEqual(expected);
  });
});
