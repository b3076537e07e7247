import { areNames, changeOf, rebase, rowsOf } from './field-rows';

const BEFORE = { plano: 'ouro', cpf: '0123', idade: 30, ativo: true, pets: ['Rex'], casa: { cep: '1' } };
const row = (name: string, text = '') => ({ id: 1, name, text });

describe('the fields of a contact', () => {
  it('that nobody touched are not sent', () => {
    expect(changeOf(rowsOf(BEFORE), BEFORE)).toEqual({ set: {}, seen: {} });
  });

  it('that were changed, added or taken away are sent with what they were', () => {
    const rows = [row('plano', 'prata'), ...rowsOf(BEFORE).slice(1, 5), row('novo', '7')];
    expect(changeOf(rows, BEFORE)).toEqual({
      set: { plano: 'prata', novo: '7', casa: null },
      seen: { plano: 'ouro', novo: null, casa: { cep: '1' } },
    });
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
    expect(changeOf([row(name, text)], BEFORE).set[name]).toEqual(value);
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

describe('rebase', () => {
  const read = { plano: 'ouro', idade: 30, cpf: '1' };
  const texts = (rows: ReturnType<typeof rebase>) => rows.map(({ name, text, now }) => [name, text, now]);

  it('takes in what others did, and keeps what was written here', () => {
    const rows = [row('plano', 'prata'), row('idade', '30'), row('cpf', '1'), row('novo', 'x')];
    expect(texts(rebase(rows, read, { plano: 'ouro', idade: 31, cidade: 'BH' }))).toEqual([
      ['plano', 'prata', undefined],
      ['idade', '31', undefined],
      ['novo', 'x', undefined],
      ['cidade', 'BH', undefined],
    ]);
  });

  it('marks what both have changed, and brings back what was taken away here and changed there', () => {
    const rows = [row('plano', 'prata'), row('cpf', '2'), row('novo', 'x')];
    const now = { plano: 'bronze', idade: 31, novo: 'y' };
    const marked = rebase(rows, read, now);
    expect(texts(marked)).toEqual([
      ['plano', 'prata', 'bronze'],
      ['cpf', '2', null],
      ['novo', 'x', 'y'],
      ['idade', '31', '31'],
    ]);
    expect(marked.filter(({ taken }) => taken).map(({ name }) => name)).toEqual(['idade']);
    // Saved again: what was written here, with what is known of theirs.
    expect(changeOf(marked, now)).toEqual({
      set: { plano: 'prata', cpf: '2', novo: 'x' },
      seen: { plano: 'bronze', cpf: null, novo: 'y' },
    });
    // Somebody else once more, elsewhere: the marks stay.
    expect(texts(rebase(marked, now, { ...now, idade: 32 }))).toEqual([
      ['plano', 'prata', 'bronze'],
      ['cpf', '2', null],
      ['novo', 'x', 'y'],
      ['idade', '32', undefined],
    ]);
  });

  it('marks nothing where both want the same', () => {
    expect(texts(rebase([row('plano', 'prata')], { plano: 'ouro' }, { plano: 'prata' }))).toEqual([
      ['plano', 'prata', undefined],
    ]);
  });
});
