import { MAX_ATTEMPTS, isRefusal, retryDelay } from './retry-delay';

describe('retryDelay', () => {
  it('doubles from 5 s and stays at 300 s', () => {
    const waits = Array.from({ length: MAX_ATTEMPTS - 1 }, (_, index) => retryDelay(index + 1, 0.5) / 1_000);
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
  });

  it('varies by a fifth and never falls under 5 s', () => {
    expect(retryDelay(4, 0)).toBe(32_000);
    expect(retryDelay(4, 1)).toBe(48_000);
    expect(retryDelay(1, 0)).toBe(5_000);
  });

  it.each([400, 401, 403, 404, 422])('gives up at once on %i', (status) => {
    expect(isRefusal(status)).toBe(true);
  });

  it.each([301, 408, 429, 500, 503])('repeats on %i', (status) => {
    expect(isRefusal(status)).toBe(false);
  });
});
