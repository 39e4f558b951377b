import type { LoadedModel } from './explain';
import { largestAt, probabilitiesOf } from '../model/probabilities';
import { round } from '../shared/round';

/** What a model says of one text, unrounded. */
export interface MaskedPrediction {
  /** Position in the model's labels. */
  readonly label: number;
  /** By position in the labels, calibrated. */
  readonly probabilities: readonly number[];
}

/** One forward pass, in the arithmetic of all probabilities that are shown. */
export function predictMasked(subject: LoadedModel, ids: Int32Array, mask: Float32Array): MaskedPrediction {
  return judgementOf(subject, subject.forward(ids, mask).logits);
}

export function judgementOf(
  { temperature }: Pick<LoadedModel, 'temperature'>,
  logits: ArrayLike<number>,
): MaskedPrediction {
  return { label: largestAt(probabilitiesOf(logits)), probabilities: probabilitiesOf(logits, temperature) };
}

/** The prediction as it is shown: by label, rounded. */
export function probabilitiesByLabel(
  { labels }: Pick<LoadedModel, 'labels'>,
  { probabilities }: MaskedPrediction,
): Record<string, number> {
  return Object.fromEntries(labels.map((label, i) => [label, round(probabilities[i])]));
}
