import type { Counterfactuals } from '../../shared/studies';
import type { LoadedModel, UntimedExplanation } from '../explain';
import { deletionOrder } from '../faithfulness/report';
import type { YieldPoint } from '../yield-point';
import { probabilitiesByLabel } from '../masked-prediction';
import { fewestRemovals } from './removals';
import { naturalChanges } from './natural-changes';
import { Trial, type CutChangedText } from './trial';

/**
 * How texts of the language are segmented. Passed in, because in the workers this file is in a bundle without
 * segmenters.
 */
export interface TextReading {
  readonly recut: CutChangedText;
  /** Function words, as tokens of the vocabulary. */
  readonly stopWords: ReadonlySet<string>;
}

/**
 * What would have to change for the prediction to flip: the fewest words to remove, and replacements that a person
 * would write. Where no such replacement is known, none is offered: a word that is merely near in the network's vectors
 * makes no sense to a reader. Before a change is offered, it is made in the text, and the changed text is read from its
 * start.
 *
 * The explanation only decides which words are tried first.
 */
export async function findCounterfactuals(
  subject: LoadedModel,
  explanation: UntimedExplanation,
  { recut, stopWords }: TextReading,
  step: YieldPoint,
): Promise<Counterfactuals> {
  const trial = new Trial(subject, explanation, recut);
  const order = deletionOrder(explanation, trial.read);
  const removals = await fewestRemovals(trial, { order, stopWords }, step);
  const replacements = await naturalChanges(trial, step);
  return {
    model: explanation.model,
    label: explanation.label,
    probabilities: probabilitiesByLabel(subject, trial.prediction),
    removals,
    replacements,
  };
}
