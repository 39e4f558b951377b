import type { Subject } from './explain';
import { largestAt, probabilitiesOf } from '../model/probabilities';
import { round } from '../shared/round';

/** What a model says of one text, unrounded. */
export interface Judgement {
  /** Position in the model's labels. */
  readonly label: number;
  /** By position in the labels, calibrated. */
  readonly probabilities: readonly number[];
}

/** One forward pass, in the arithmetic of all probabilities that are shown. */
export function judge(subject: Subject, ids: Int32Array, mask: Float32Array): Judgement {
  return judgementOf(subject, subject.forward(ids, mask).logits);
}

export function judgementOf({ temperature }: Pick<Subject, 'temperature'>, logits: ArrayLike<number>): Judgement {
  return { label: largestAt(probabilitiesOf(logits)), probabilities: probabilitiesOf(logits, temperature) };
}

/** The verdict as it is shown: by label, rounded. */
export function named({ labels }: Pick<Subject, 'labels'>, { probabilities }: Judgement): Record<string, number> {
  return Object.fromEntries(labels.map((label, i) => [label, round(probabilities[i])]));
}
