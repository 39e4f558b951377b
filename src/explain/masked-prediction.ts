import type { Label } from '../shared/explanation';
import type { Reader } from './forward-result';
import { largestAt, probabilitiesOf } from '../model/probabilities';
import { round } from '../shared/round';

/** The prediction on one text, unrounded. */
export interface MaskedPrediction {
  /** Position in the model's labels. */
  readonly label: number;
  /** By position in the labels, calibrated. */
  readonly probabilities: readonly number[];
}

/** See `LoadedModel`. */
interface Tempered {
  readonly temperature?: number;
}

/** One forward pass, in the arithmetic of all probabilities that are shown. */
export function predictMasked(subject: Reader & Tempered, ids: Int32Array, mask: Float32Array): MaskedPrediction {
  return predictionFromLogits(subject, subject.forward(ids, mask).logits);
}

export function predictionFromLogits({ temperature }: Tempered, logits: ArrayLike<number>): MaskedPrediction {
  return { label: largestAt(probabilitiesOf(logits)), probabilities: probabilitiesOf(logits, temperature) };
}

/** The prediction as it is shown: by label, rounded. */
export function probabilitiesByLabel(
  { labels }: { readonly labels: readonly Label[] },
  { probabilities }: MaskedPrediction,
): Record<string, number> {
  return Object.fromEntries(labels.map((label, i) => [label, round(probabilities[i])]));
}
