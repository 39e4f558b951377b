import type { Explanation, Label } from '../shared/explanation';
import { largestAt, probabilitiesOf } from '../model/probabilities';
import { round } from '../shared/round';
import { warningsFor } from './warnings';

/** The prediction on a text, with its warnings. */
export type BarePrediction = Pick<Explanation, 'label' | 'probabilities' | 'warnings'>;

/** What a model's logits stand for: see `LoadedModel`. */
interface LogitMeaning {
  readonly labels: readonly Label[];
  readonly temperature?: number;
  readonly trainedLength?: number;
}

/** Which words the model knows or reads by their parts. */
export function readableWords(encoded: {
  readonly known: readonly boolean[];
  readonly composed?: readonly boolean[];
}): boolean[] {
  return encoded.known.map((known, at) => known || (encoded.composed?.[at] ?? false));
}

/**
 * The logits that decide a text's label: the model's own. They mean nothing for a text without any word that it can
 * read: there the neutral label, if there is one, swaps its logit with the likeliest label.
 *
 * @param logits `[outputs]`
 */
export function decisiveLogits(
  labels: readonly string[],
  logits: Float32Array,
  readable: readonly boolean[],
): Float32Array {
  const neutral = labels.indexOf('neutral');
  if (neutral < 0 || logits.length !== labels.length || readable.includes(true)) return logits;
  const swapped = logits.slice();
  const likeliest = largestAt([...swapped]);
  [swapped[neutral], swapped[likeliest]] = [swapped[likeliest], swapped[neutral]];
  return swapped;
}

/**
 * The prediction that a model's logits stand for.
 *
 * @param logits `[outputs]`, before temperature
 * @param known in text order, whether the model knows each word, or reads it by its parts
 */
export function predictionOf(
  { labels, temperature, trainedLength }: LogitMeaning,
  logits: Float32Array,
  known: readonly boolean[],
): BarePrediction {
  const label = labels[largestAt(probabilitiesOf(logits))];
  const rounded = probabilitiesOf(logits, temperature).map(round);
  const probabilities = Object.fromEntries(labels.map((name, i) => [name, rounded[i]]));
  return { label, probabilities, warnings: warningsFor({ known, trainedLength, probabilities }) };
}
