/**
 * @typedef {object} Engine
 * @property {string} name
 * @property {(ids: Int32Array) => ArrayLike<number> | Promise<ArrayLike<number>>} run one text → logits
 * @property {() => void} [before] not timed, before every text
 * @property {() => unknown} [close] after the last text
 * @property {string} [peak] the probe whose peak it could reach
 * @property {boolean} [keepsWords] its input products of words seen before are not computed again
 */

/** Milliseconds spent on one engine and length before it drops out of further rounds. */
const BUDGET = 12_000;
/** Rounds in which every engine takes part, however slow it is. */
const LEAST = 3;

/** @param {readonly number[]} values */
export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Half the distance between the quartiles, as a share of the median. @param {readonly number[]} values */
export const spread = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  return (at(0.75) - at(0.25)) / 2 / median(values);
};

const clock = () => performance.now();

/** Milliseconds that this process was at work, however often it was interrupted; about 2 µs a call. */
const processorTime = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The clock is what a person waits for; on a machine that does other things, the processor's time is steadier. */
export const timers = { clock, processor: processorTime };

const timed = async ({ run, before }, ids, now) => {
  before?.();
  const started = now();
  await run(ids);
  return now() - started;
};

/** Three texts, one after the other; the faster of the last two, so that neither the cache of the engine before nor one interruption is measured. */
const sample = async (engine, texts, round, now) => {
  const pick = (index) => texts[(3 * round + index) % texts.length];
  await timed(engine, pick(0), now);
  return Math.min(await timed(engine, pick(1), now), await timed(engine, pick(2), now));
};

/**
 * Milliseconds a text: every engine in turn, round after round, so that what else the machine does falls on all.
 * @param {readonly Engine[]} engines
 * @param {readonly Int32Array[]} texts
 * @param {number} rounds
 * @param {() => number} [now] milliseconds
 * @returns {Promise<Map<string, number[]>>} a sample a round; slow engines take part in the first rounds only
 */
export const interleaved = async (engines, texts, rounds, now = clock) => {
  const samples = new Map(engines.map(({ name }) => [name, []]));
  const spent = new Map();
  for (let round = -2; round < rounds; round++)
    for (const engine of engines) {
      const { name } = engine;
      if (round >= LEAST && spent.get(name) > BUDGET) continue;
      if (round < 0 && spent.get(name) > BUDGET / 4) continue;
      const started = performance.now();
      const one = await sample(engine, texts, round + 2, now);
      spent.set(name, (spent.get(name) ?? 0) + performance.now() - started);
      if (round >= 0) samples.get(name).push(one);
    }
  return samples;
};

/** Median over the rounds both took part in: how often as long `a` takes as `b`. */
export const ratio = (a, b) => median(a.slice(0, b.length).map((value, round) => value / b[round]));
