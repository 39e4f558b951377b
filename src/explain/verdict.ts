import type { Explanation, Label } from '../shared/explanation';
import { largestAt, probabilitiesOf } from '../model/probabilities';
import { round } from '../shared/round';
import { warningsFor } from './warnings';

/** What a text reads as, and what a reader should know before believing it. */
export type BarePrediction = Pick<Explanation, 'label' | 'probabilities' | 'warnings'>;

/** What a model's logits stand for: see `LoadedModel`. */
interface LogitMeaning {
  readonly labels: readonly Label[];
  readonly temperature?: number;
  readonly trainedLength?: number;
}

/**
 * The verdict that a model's logits stand for.
 *
 * @param logits `[outputs]`, before temperature
 * @param known in text order, whether the model knows each word
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
