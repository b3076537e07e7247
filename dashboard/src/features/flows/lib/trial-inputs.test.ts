import { putAt, readTyped, typedValue } from './trial-inputs';

describe('what a block is given by hand', () => {
  it.each([
    ['Ana', 'Bia', 'Bia'],
    ['7', '8', '8'],
    [7, '8', 8],
    [7, 'oito', 'oito'],
    [undefined, '18', 18],
    [undefined, '', null],
    [['a'], '["b"]', ['b']],
    [true, 'false', false],
  ])('%j, typed over with %s, is %j', (before, typed, after) => {
    expect(readTyped(typed, before)).toEqual(after);
  });

  it('is shown as it can be typed again', () => {
    expect([typedValue('Ana'), typedValue([1]), typedValue(undefined), typedValue(0)]).toEqual([
      'Ana',
      '[1]',
      '',
      '0',
    ]);
  });

  it('is put where it belongs, and leaves the rest alone', () => {
    const before = { contato: { nome: 'Ana' }, blocos: { h: { itens: [{ id: 1 }, { id: 2 }] } } };
    expect(putAt(before, ['contato', 'campos', 'plano'], 'ouro')).toEqual({
      ...before,
      contato: { nome: 'Ana', campos: { plano: 'ouro' } },
    });
    expect(putAt(before, ['blocos', 'h', 'itens', '1', 'id'], 3).blocos).toEqual({
      h: { itens: [{ id: 1 }, { id: 3 }] },
    });
    expect(before.contato).toEqual({ nome: 'Ana' });
  });
});
