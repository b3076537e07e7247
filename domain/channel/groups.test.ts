import { groupJidOf, isSaidToUs, withoutOurName } from './groups';

const US = { ownerAddress: '5541988110001@s.whatsapp.net', ownLids: ['77001122334455'] };

describe('isSaidToUs (F22)', () => {
  it.each([
    ['a mention of our number', [{ kind: 'phone' as const, value: '5541988110001' }], false, true],
    ['a mention of our privacy id', [{ kind: 'lid' as const, value: '77001122334455' }], false, true],
    ['a quote of ours', [], true, true],
    ['a mention of somebody else', [{ kind: 'phone' as const, value: '5541988110002' }], false, false],
    [
      'a privacy id with the digits of our number',
      [{ kind: 'lid' as const, value: '5541988110001' }],
      false,
      false,
    ],
    ['neither', [], false, false],
  ])('%s', (_what, mentions, quotesUs, expected) => {
    expect(isSaidToUs({ mentions, quotesUs }, US)).toBe(expected);
  });

  it('nobody is mentioned while the number is not known', () => {
    const mentions = [{ kind: 'phone' as const, value: '5541988110001' }];
    expect(isSaidToUs({ mentions, quotesUs: false }, { ownerAddress: null, ownLids: [] })).toBe(false);
  });
});

describe('withoutOurName', () => {
  it.each([
    ['@5541988110001 quanto custa?', 'quanto custa?'],
    ['@554188110001 sem o nono dígito', 'sem o nono dígito'],
    ['oi @77001122334455, quanto custa?', 'oi , quanto custa?'],
    ['pergunta para @5541988110002', 'pergunta para @5541988110002'],
  ])('%s', (text, expected) => {
    expect(withoutOurName(text, US)).toBe(expected);
  });
});

it.each([
  ['120363025550001@g.us', '120363025550001@g.us'],
  [' 120363025550001 ', '120363025550001@g.us'],
  ['5541999990000-1520000000', '5541999990000-1520000000@g.us'],
  ['Grupo do bairro', undefined],
  ['', undefined],
  ['5541@s.whatsapp.net', undefined],
])('a group is read from %j', (typed, expected) => {
  expect(groupJidOf(typed)).toBe(expected);
});
