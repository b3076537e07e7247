import { waitingLevel } from './waiting-level';

describe('waitingLevel', () => {
  it.each([
    [0, 'fresh'],
    [179_999, 'fresh'],
    [180_000, 'noticed'],
    [899_999, 'noticed'],
    [900_000, 'urgent'],
  ])('%d ms is %s', (waited, level) => {
    expect(waitingLevel(waited)).toBe(level);
  });
});
