/** A source of numbers in [0, 1); the same seed always gives the same row of numbers, on every machine. */
export type Random = () => number;

/** 32-bit finaliser of MurmurHash3: neighbouring seeds give unrelated values. */
function scramble(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** One seed out of several parts (a run's seed, an epoch, a layer's name), order counting. */
export function mixSeed(...parts: readonly (number | string)[]): number {
  let h = 0x9e3779b9;
  for (const part of parts) {
    const numbers = typeof part === 'string' ? Array.from(part, (c) => c.codePointAt(0) ?? 0) : [part];
    for (const number of numbers) h = scramble(Math.imul(h, 31) + number + 0x7f4a7c15);
  }
  return h;
}

/** Mulberry32: 32 bits of state, enough for initial weights, dropout masks and shuffles. */
export function seededRandom(seed: number): Random {
  let state = scramble(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Standard normal numbers by Box and Muller. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Fisher–Yates in place. */
export function shuffle<T>(items: T[], random: Random): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j], items[i]];
  }
  return items;
}
