/** Numbers that look random and are the same for the same seed (mulberry32). */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** One of these, by their share of what happens; undefined for the rest. */
export function pick<T extends string>(random: Random, shares: Record<T, number>): T | undefined {
  let left = random();
  for (const [name, share] of Object.entries<number>(shares)) {
    left -= share;
    if (left < 0) return name as T;
  }
  return undefined;
}
