import type { PrefixPrediction } from '../../shared/studies';
import type { Word } from '../../text/word';
import type { LoadedModel } from '../explain';
import type { YieldPoint } from '../yield-point';
import { probabilitiesByLabel, predictionFromLogits, predictMasked, type MaskedPrediction } from '../masked-prediction';

/** Limit on the work where each prefix has to be read on its own: how many words the model may read. */
const MOST_COST = 150_000;
const FEWEST_POINTS = 50;
/** Two logits of the whole text that differ by no more than this count as the same. */
const TOLERANCE = 1e-3;

/**
 * The prediction after each prefix of a text. Where the head reads only the last state of one forward direction, a
 * single pass has them all. Elsewhere every prefix is read on its own; of a long text, evenly spaced ones.
 */
export async function prefixPredictions(
  subject: LoadedModel,
  words: readonly Word[],
  step: YieldPoint,
): Promise<PrefixPrediction[]> {
  const { ids, mask } = subject.encode(words);
  const whole = predictMasked(subject, ids, mask);
  const along = predictionsAlong(subject, ids, mask);
  const read = (count: number): MaskedPrediction => {
    // A prefix is cut to the window as a text of its own.
    const beginning = subject.window
      ? subject.encode(words.slice(0, count))
      : { ids: ids.subarray(0, count), mask: mask.subarray(0, count) };
    return predictMasked(subject, beginning.ids, beginning.mask);
  };
  const of = (count: number) => (count === ids.length ? whole : (along?.[count - 1] ?? read(count)));
  const prefixes: PrefixPrediction[] = [];
  for (const count of along ? counts(ids.length, ids.length) : points(ids.length)) {
    await step();
    prefixes.push({ words: count, probabilities: probabilitiesByLabel(subject, of(count)) });
  }
  return prefixes;
}

/**
 * The lengths of the prefixes that are read: as many as the limit on the work allows, each taken as half of the text on
 * average.
 */
function points(words: number): number[] {
  const affordable = Math.floor((2 * MOST_COST) / words);
  return counts(words, Math.max(FEWEST_POINTS, affordable));
}

/** The lengths of prefixes to read: at most `most`, evenly spaced up to the whole text. */
function counts(words: number, most: number): number[] {
  const points = Math.min(words, most);
  return Array.from({ length: points }, (_, i) => Math.round(((i + 1) * words) / points));
}

/** By the states of one pass; undefined if the head is not one dense layer on the last forward state. */
function predictionsAlong(subject: LoadedModel, ids: Int32Array, mask: Float32Array): MaskedPrediction[] | undefined {
  if (subject.window || subject.architecture.reads !== 'last-states') return undefined;
  const { logits, recurrent, states } = subject.forward(ids, mask);
  const top = Math.max(...recurrent.map(({ layer }) => layer));
  const parts = recurrent.filter(({ layer }) => layer === top);
  // A lower layer that reads backward sees the end of the text at its beginning.
  if (recurrent.some(({ direction }) => direction === 'backward') || parts.length !== 1) return undefined;
  const along = states(top, 'forward');
  const [kernel, bias] = ['dense/kernel', 'dense/bias'].map((name) => subject.weight?.(name));
  if (kernel?.length !== parts[0].units * logits.length || bias?.length !== logits.length) return undefined;
  const all = Array.from(ids, (_, word) => {
    const state = along.subarray(word * parts[0].units, (word + 1) * parts[0].units);
    return logits.map((_, output) =>
      state.reduce((sum, value, unit) => sum + value * kernel[unit * logits.length + output], bias[output]),
    );
  });
  const same = logits.every((logit, output) => Math.abs(logit - all.at(-1)![output]) < TOLERANCE);
  return same ? all.map((each) => predictionFromLogits(subject, each)) : undefined;
}
