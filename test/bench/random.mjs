/** mulberry32: the same numbers everywhere. @param {number} seed @returns {() => number} uniform in [0, 1) */
export const uniform = (seed) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
};

/** @param {number} seed @returns {() => number} standard normal */
export const normal = (seed) => {
  const next = uniform(seed);
  return () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
};

/** How many different words all texts together may have: fewer than our row cache keeps, as in a person's own texts. */
const POOL = 2500;

/** A text of `length` different words; texts of all seeds share their words. */
export const distinctWords = (vocabulary, length, seed) => {
  const next = uniform(seed + 100);
  const apart = Math.floor(vocabulary / POOL);
  const words = new Set();
  while (words.size < length) words.add(apart * Math.floor(next() * POOL) + 1);
  return Int32Array.from(words);
};
