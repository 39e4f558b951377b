import type { Explanation, Label } from './explanation';

/** The side of a label on its model's list, from bad to good: it decides the hue. A saliency's words are `neutral`. */
export type Tone = 'negative' | 'neutral' | 'positive';

/** On which side of its model's list (from bad to good) a label stands. */
export function toneOf({ probabilities }: Pick<Explanation, 'probabilities'>, label: Label): Tone {
  const labels = Object.keys(probabilities);
  const side = labels.indexOf(label) - (labels.length - 1) / 2;
  return side < 0 ? 'negative' : side > 0 ? 'positive' : 'neutral';
}
