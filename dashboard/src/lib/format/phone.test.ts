import { formatPhone } from './phone';

describe('formatPhone', () => {
  it.each([
    ['5541988110001', '+55 (41) 98811-0001'],
    ['554133112000', '+55 (41) 3311-2000'],
    ['14155552671', '+14155552671'],
    ['351912345678', '+351912345678'],
  ])('%s reads %s', (digits, shown) => {
    expect(formatPhone(digits)).toBe(shown);
  });
});
