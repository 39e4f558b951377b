import type { YieldPoint } from '../yield-point';
import type { ChangedPrediction, Trial } from './trial';

/** The beam width: how many sets of words of each size are extended. */
const WIDTH = 5;
/** How many words are tried for each of these sets as one more. */
const CANDIDATES = 24;
/** The most words that a beam removes one by one. */
const DEEPEST = 24;
/** Limit on the work: how many words the model may read. */
const MOST_COST = 150_000;

interface Kept {
  readonly words: readonly number[];
  readonly margin: number;
}

/**
 * Beam search for a small set of words whose removal flips the prediction, for texts where not all sets can be tried:
 * the best sets of each size are extended by one more of the words with the most influence. In a set that it finds,
 * every word is needed. If it finds none, longer and longer prefixes of `order` are removed; from the first that flips
 * the prediction, words that are not needed are put back.
 *
 * @param order positions of all words that the model reads, those with the most influence first
 */
export async function beamSearch(
  trial: Trial,
  order: readonly number[],
  step: YieldPoint,
): Promise<{ found: ChangedPrediction[]; tried: number }> {
  const start = trial.cost;
  const candidates = order.slice(0, CANDIDATES);
  let tried = 0;
  let beam: Kept[] = [{ words: [], margin: trial.margin(trial.prediction) }];
  for (let size = 1; size <= DEEPEST && size < trial.explanation.words.length; size++) {
    const grown = new Map<string, Kept>();
    const flips: Kept[] = [];
    for (const { words } of beam) {
      for (const candidate of candidates) {
        const removed = [...words, candidate].sort((a, b) => a - b);
        const key = removed.join();
        if (words.includes(candidate) || grown.has(key)) continue;
        if (trial.cost - start > MOST_COST) return longRemoval(trial, order, step, tried);
        await step();
        tried++;
        const prediction = trial.without(removed);
        if (!prediction) continue;
        const kept = { words: removed, margin: trial.margin(prediction) };
        grown.set(key, kept);
        if (trial.flips(prediction)) flips.push(kept);
      }
    }
    const found = await confirmed(trial, flips, step);
    if (found.length > 0) return { found, tried };
    if (grown.size === 0) break;
    beam = [...grown.values()].sort((a, b) => a.margin - b.margin).slice(0, WIDTH);
  }
  return longRemoval(trial, order, step, tried);
}

async function confirmed(trial: Trial, flips: readonly Kept[], step: YieldPoint): Promise<ChangedPrediction[]> {
  const found: ChangedPrediction[] = [];
  for (const { words } of [...flips].sort((a, b) => a.margin - b.margin).slice(0, 2 * WIDTH)) {
    await step();
    const outcome = await trial.removed(words);
    if (outcome && trial.flips(outcome.prediction)) found.push(outcome);
  }
  return found;
}

/** The shortest prefix of the order whose removal flips the prediction, without the words that are not needed. */
async function longRemoval(
  trial: Trial,
  order: readonly number[],
  step: YieldPoint,
  triedBefore: number,
): Promise<{ found: ChangedPrediction[]; tried: number }> {
  const most = Math.min(order.length, trial.explanation.words.length - 1);
  const start = trial.cost;
  let tried = triedBefore;
  let last = 0;
  const flips = async (words: readonly number[]) => {
    await step();
    tried++;
    const outcome = await trial.removed([...words].sort((a, b) => a - b));
    return outcome && trial.flips(outcome.prediction) ? outcome : undefined;
  };
  for (let size = 2; last < most; size = Math.ceil(size * 1.5)) {
    const count = Math.min(size, most);
    const found = await flips(order.slice(0, count));
    if (found) {
      let best = found;
      // The last words have the least influence, so they are put back first: half of them at once, then fewer and
      // fewer.
      for (let part = Math.ceil(count / 2); ; part = Math.ceil(part / 2)) {
        for (let end = count; end > 0 && trial.cost - start < MOST_COST; end -= part) {
          const stay = new Set(order.slice(Math.max(0, end - part), end));
          const fewer = best.words.filter((word) => !stay.has(word));
          if (fewer.length > 0 && fewer.length < best.words.length) best = (await flips(fewer)) ?? best;
        }
        if (part === 1) break;
      }
      return { found: [best], tried };
    }
    last = count;
  }
  return { found: [], tried };
}
