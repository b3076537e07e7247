import { jest } from '@jest/globals';
import { createBatch } from './batch';

describe('createBatch', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('handles the first at once and the rest of a burst together', () => {
    const handled: number[][] = [];
    const batch = createBatch<number>(400, (items) => handled.push(items));
    for (const item of [1, 2, 3]) batch.add(item);
    expect(handled).toEqual([[1]]);
    jest.advanceTimersByTime(400);
    expect(handled).toEqual([[1], [2, 3]]);
  });

  it('pauses between batches, however long the burst', () => {
    const handled: number[][] = [];
    const batch = createBatch<number>(400, (items) => handled.push(items));
    for (let item = 0; item < 100; item += 1) {
      batch.add(item);
      jest.advanceTimersByTime(10);
    }
    jest.advanceTimersByTime(1_000);
    expect(handled.flat()).toHaveLength(100);
    expect(handled.length).toBeLessThanOrEqual(5);
  });

  it('is quick again after silence, and quiet after it was cleared', () => {
    const handled: number[][] = [];
    const batch = createBatch<number>(400, (items) => handled.push(items));
    batch.add(1);
    jest.advanceTimersByTime(900);
    batch.add(2);
    expect(handled).toEqual([[1], [2]]);
    batch.add(3);
    batch.clear();
    jest.advanceTimersByTime(900);
    expect(handled).toEqual([[1], [2]]);
  });
});
