import { nextSpeed, SPEEDS } from './message-file';

describe('nextSpeed', () => {
  it('goes round', () => {
    expect(SPEEDS.map(nextSpeed)).toEqual([1.5, 2, 1]);
  });

  it('begins again from a speed that is none of them', () => {
    expect(nextSpeed(3)).toBe(1);
  });
});
