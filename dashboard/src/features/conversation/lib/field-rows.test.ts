import { areNames, fieldsOf, rowsOf } from './field-rows';

const BEFORE = { plano: 'ouro', cpf: '0123', idade: 30, ativo: true, pets: ['Rex'], casa: { cep: '1' } };
const row = (name: string, text = '') => ({ id: 1, name, text });

describe('the fields of a contact', () => {
  it('come back as they were when nobody touched them', () => {
    expect(fieldsOf(rowsOf(BEFORE), BEFORE)).toEqual(BEFORE);
  });

  it.each([
    ['idade', '31', 31],
    ['idade', 'trinta', 'trinta'],
    ['ativo', 'false', false],
    ['ativo', '1', '1'],
    ['cpf', '0456', '0456'],
    ['pets', '["Rex","Mia"]', ['Rex', 'Mia']],
    ['pets', '{"a":1}', '{"a":1}'],
    ['casa', '{"cep":"2"}', { cep: '2' }],
    ['casa', 'null', 'null'],
    ['novo', '7', '7'],
  ])('%s written as %j is %j', (name, text, value) => {
    expect(fieldsOf([row(name, text)], BEFORE)).toEqual({ [name]: value });
  });

  it.each([
    [['plano', '_x', 'a1'], true],
    [[], true],
    [['Plano'], false],
    [['1a'], false],
    [[''], false],
    [['constructor'], false],
    [['a', 'a'], false],
    [['a'.repeat(41)], false],
  ])('names %j: %s', (names, fine) => {
    expect(areNames(names.map((name) => row(name)))).toBe(fine);
  });
});
