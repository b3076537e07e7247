import { typingPauseMs } from './pace';

const PACE = { charactersPerSecond: 40, pauseMaxMs: 6_000, customerTypingMaxMs: 15_000 };

describe('typingPauseMs (F18)', () => {
  it.each([
    ['as long as typing takes', PACE, 100, 2_500],
    ['long enough to be seen', PACE, 3, 800],
    ['no longer than the cap', PACE, 600, 6_000],
    ['capped below what can be seen', { ...PACE, pauseMaxMs: 100 }, 600, 100],
    ['none where it is switched off', { ...PACE, charactersPerSecond: 0 }, 600, 0],
    ['none where nothing is known', undefined, 600, 0],
  ])('is %s', (_what, pace, characters, ms) => {
    expect(typingPauseMs(pace, characters)).toBe(ms);
  });
});
