import { jest } from '@jest/globals';
import { FairGate } from './fair-gate';

class Refusal extends Error {}

function gate(options: { places?: number; each?: (contended: boolean) => number; waitMs?: number } = {}) {
  const { places = 2, each = () => 2, waitMs = 1_000 } = options;
  const fair = new FairGate({ places, each, waitMs, refuse: () => new Refusal() });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  /** A piece of work that lasts until it is ended. */
  const bring = (name: string): Promise<void> => {
    const done = fair.run(name.charAt(0), async () => {
      begun.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
    });
    // What a test leaves waiting is refused after it, when another may be running in this process.
    done.catch(() => undefined);
    return done;
  };
  /** Ends what has run longest. */
  const endOne = async () => {
    ends.shift()?.();
    for (let tick = 0; tick < 8; tick += 1) await Promise.resolve();
  };
  return { fair, begun, bring, endOne };
}

describe('FairGate', () => {
  it('takes turns: one piece does not wait for a hundred of somebody else', async () => {
    const { begun, bring, endOne } = gate();
    for (let piece = 0; piece < 100; piece += 1) void bring(`a${String(piece)}`);
    void bring('b0');
    void bring('b1');
    expect(begun).toEqual(['a0', 'a1']);
    for (let end = 0; end < 5; end += 1) await endOne();
    expect(begun).toEqual(['a0', 'a1', 'a2', 'b0', 'a3', 'b1', 'a4']);
  });

  it('keeps the order of each', async () => {
    const { begun, bring, endOne } = gate({ places: 1 });
    for (let piece = 0; piece < 4; piece += 1) void bring(`a${String(piece)}`);
    for (let end = 0; end < 4; end += 1) await endOne();
    expect(begun).toEqual(['a0', 'a1', 'a2', 'a3']);
  });

  it('leaves places to others that one may not hold', () => {
    const { begun, bring } = gate({ places: 4, each: () => 1 });
    void bring('a0');
    void bring('a1');
    void bring('b0');
    expect(begun).toEqual(['a0', 'b0']);
  });

  it('gives one more as soon as it may have more', async () => {
    let each = 1;
    const { begun, bring, endOne } = gate({ places: 4, each: () => each });
    for (let piece = 0; piece < 4; piece += 1) void bring(`a${String(piece)}`);
    expect(begun).toHaveLength(1);
    each = 3;
    await endOne();
    expect(begun).toHaveLength(4);
  });

  it('knows whether others are there too, and forgets them when they are gone', async () => {
    jest.useFakeTimers();
    try {
      const each = (contended: boolean) => (contended ? 1 : 3);
      const { begun, bring, endOne } = gate({ places: 4, each, waitMs: 60_000 });
      for (let piece = 0; piece < 5; piece += 1) void bring(`a${String(piece)}`);
      void bring('b0');
      expect(begun).toEqual(['a0', 'a1', 'a2', 'b0']);
      for (let end = 0; end < 3; end += 1) await endOne();
      expect(begun.slice(4)).toEqual(['a3']);
      await endOne();
      await jest.advanceTimersByTimeAsync(2_100);
      void bring('a5');
      await endOne();
      expect(begun.slice(4)).toEqual(['a3', 'a4', 'a5']);
    } finally {
      jest.useRealTimers();
    }
  });

  it('gives a place back when work fails, and tells its error', async () => {
    const { fair } = gate({ places: 1 });
    await expect(fair.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(fair.run('a', () => Promise.resolve('done'))).resolves.toBe('done');
  });

  it('refuses what has waited too long, and never begins it', async () => {
    jest.useFakeTimers();
    try {
      const { begun, bring, endOne } = gate({ places: 1 });
      void bring('a0');
      const refused = expect(bring('b0')).rejects.toThrow(Refusal);
      await jest.advanceTimersByTimeAsync(999);
      const later = bring('c0');
      await jest.advanceTimersByTimeAsync(1);
      await refused;
      await endOne();
      expect(begun).toEqual(['a0', 'c0']);
      await endOne();
      await later;
    } finally {
      jest.useRealTimers();
    }
  });
});
