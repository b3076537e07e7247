import type { FlowValue } from '../runtime/value';
import { FILTERS } from './filters';
import { parseTemplate, renderTemplate, renderValue } from './template';

const scope = {
  contato: { nome: 'ana maria', etiquetas: ['vip', 'nova'], cpf: '52998224725' },
  agora: '2026-11-21T02:30:00Z',
  variaveis: { total: 1234.5, pedido: { itens: [{ nome: 'café' }] }, vazio: '' },
};
const context = { zone: 'America/Sao_Paulo' };

function render(source: string) {
  const parsed = parseTemplate(source);
  if (!parsed.ok) return { code: parsed.fault.code, start: parsed.fault.start };
  const text = renderTemplate(parsed.value, scope, context);
  return text.ok ? text.value : { code: text.fault.code };
}

describe('templates', () => {
  it.each([
    ['Oi, {{ contato.nome | primeiro_nome | capitalizar }}!', 'Oi, Ana!'],
    ['{{contato.nome|maiusculas}}', 'ANA MARIA'],
    ['{{ contato.apelido | padrao:"cliente" }}', 'cliente'],
    ["{{ contato.apelido | padrao:'d\\'água' }}", "d'água"],
    ['{{ variaveis.total | moeda }}', 'R$ 1.234,50'],
    ['{{ -0.001 | moeda }}', 'R$ 0,00'],
    ['{{ -2 | moeda }}', '-R$ 2,00'],
    ['{{ variaveis.total | numero:1 }}', '1.234,5'],
    ["{{ agora | data:'dd/MM/yyyy HH:mm' }}", '20/11/2026 23:30'],
    ['{{ agora | hora }} {{ agora | dia_da_semana }}', '23:30 sexta-feira'],
    ["{{ '2026-01-31' | somar_dias:1 | data:'d de MMMM' }}", '1 de fevereiro'],
    ['{{ contato.cpf | cpf }}', '529.982.247-25'],
    ["{{ '5531987654321' | telefone }}", '(31) 98765-4321'],
    ["{{ contato.etiquetas | lista:' e ' }}", 'vip e nova'],
    ['{{ contato.etiquetas }}', 'vip, nova'],
    ['{{ variaveis.pedido.itens.0.nome }}', 'café'],
    ["{{ 1 | plural:'item':'itens' }} {{ 3 | plural:'item':'itens' }}", 'item itens'],
    ["{{ 'uma frase' | cortar:4 }}", 'uma…'],
    ["{{ 'a-b-c' | substituir:'-':'+' }}", 'a+b+c'],
    ['{{ true | sim_nao }}', 'sim'],
    ['\\{{ não é }}', '{{ não é }}'],
    ['{ um } }} só', '{ um } }} só'],
    ['{{ contato.constructor.name }}', ''],
    ['{{ contato.__proto__.x }}', ''],
    ['{{ contato.etiquetas.length }}', ''],
    ['{{ contato.nome.length }}', ''],
    ['{{ contato.nome', { code: 'expected_end', start: 15 }],
    ['{{ }}', { code: 'expected_path', start: 3 }],
    ['{{ a | nada }}', { code: 'unknown_filter', start: 7 }],
    ['{{ a | toString }}', { code: 'unknown_filter', start: 7 }],
    ['{{ a | cortar }}', { code: 'wrong_arguments', start: 7 }],
    ["{{ a | padrao:'x }}", { code: 'unclosed_quote', start: 14 }],
  ])('%s', (source, expected) => {
    expect(render(source)).toEqual(expected);
  });

  it('one placeholder alone keeps its type', () => {
    const parsed = parseTemplate('{{ contato.etiquetas }}');
    expect(parsed.ok && renderValue(parsed.value, scope, context)).toEqual({
      ok: true,
      value: ['vip', 'nova'],
    });
  });

  it.each(Object.entries(FILTERS))('the example of %s works', (_name, { example }) => {
    expect(typeof render(example)).toBe('string');
  });

  it('every filter answers for every value', () => {
    const values: (FlowValue | undefined)[] = [
      undefined,
      null,
      '',
      'x',
      '\ud800',
      -0,
      1e308,
      Number.NaN,
      true,
      [],
      [null, {}],
      {},
      { a: 1 },
    ];
    for (const { apply } of Object.values(FILTERS)) {
      for (const value of values) {
        expect(() => apply(value, ["x'", '-9'], context)).not.toThrow();
        expect(() => apply(value, [], { zone: 'Nowhere/At_All' })).not.toThrow();
      }
    }
  });
});
