import { digitsOf, isGroup, isLid, jidOf } from './jid';

describe('jidOf', () => {
  it.each([
    ['5531987654321', '553187654321@s.whatsapp.net', 'drops the ninth digit from area code 31 on'],
    ['5541988110001', '554188110001@s.whatsapp.net', 'drops it in Curitiba'],
    ['5511987654321', '5511987654321@s.whatsapp.net', 'keeps it in São Paulo'],
    ['5531962345678', '5531962345678@s.whatsapp.net', 'keeps it where the next digit is below 7'],
    ['553187654321', '553187654321@s.whatsapp.net', 'leaves a number without it alone'],
    ['+55 (11) 98765-4321', '5511987654321@s.whatsapp.net', 'takes a number as people write it'],
    ['5215512345678', '525512345678@s.whatsapp.net', 'drops the Mexican extra digit'],
    ['14155550123', '14155550123@s.whatsapp.net', 'leaves other countries alone'],
    ['120363025550001000', '120363025550001000@g.us', 'takes eighteen digits for a group'],
    ['81234567890123@lid', '81234567890123@lid', 'keeps an address that is one already'],
  ])('%s → %s: %s', (number, jid) => {
    expect(jidOf(number)).toBe(jid);
  });

  it('tells groups and LIDs apart', () => {
    expect(isGroup('1@g.us')).toBe(true);
    expect(isLid('1@lid')).toBe(true);
    expect(isLid('1@s.whatsapp.net')).toBe(false);
    expect(digitsOf('5511987654321@s.whatsapp.net')).toBe('5511987654321');
  });
});
