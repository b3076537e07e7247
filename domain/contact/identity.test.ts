import { identityOfAddress, spellingsOfAddress } from './identity';
import { normalizePhone } from './phone';

describe('normalizePhone', () => {
  it.each([
    ['a mobile with its ninth digit', '5541988110001', '5541988110001'],
    ['the same without it', '554188110001', '5541988110001'],
    ['a mobile of an area that always had it', '551188110001', '5511988110001'],
    ['a landline', '554133110001', '554133110001'],
    ['as people write it', '+55 (41) 98811-0001', '5541988110001'],
    ['a number from abroad', '351912345678', '351912345678'],
  ])('%s', (_what, input, expected) => {
    expect(normalizePhone(input)).toBe(expected);
  });

  it.each(['', '123', 'abc', '1234567890123456'])('refuses %p', (input) => {
    expect(normalizePhone(input)).toBeUndefined();
  });
});

describe('spellingsOfAddress', () => {
  it.each([
    ['5541988110001@s.whatsapp.net', ['5541988110001@s.whatsapp.net', '554188110001@s.whatsapp.net']],
    ['554188110001@s.whatsapp.net', ['5541988110001@s.whatsapp.net', '554188110001@s.whatsapp.net']],
    ['554133110001@s.whatsapp.net', ['554133110001@s.whatsapp.net']],
    ['81234567890123@lid', ['81234567890123@lid']],
    ['351912345678@s.whatsapp.net', ['351912345678@s.whatsapp.net']],
  ])('%s', (address, spellings) => {
    expect(spellingsOfAddress(address)).toEqual(spellings);
  });
});

describe('identityOfAddress', () => {
  it.each([
    ['554188110001@s.whatsapp.net', { kind: 'phone', value: '5541988110001' }],
    ['5541988110001:12@s.whatsapp.net', { kind: 'phone', value: '5541988110001' }],
    ['81234567890123@lid', { kind: 'lid', value: '81234567890123' }],
    ['120363025550001@g.us', undefined],
    ['status@broadcast', undefined],
    ['120363@newsletter', undefined],
    ['', undefined],
  ])('%s', (address, identity) => {
    expect(identityOfAddress(address)).toEqual(identity);
  });
});
