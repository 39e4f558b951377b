import type { Counterfactuals } from '../../shared/studies';
import type { LoadedModel, Untimed } from '../explain';
import { deletionOrder } from '../faithfulness/report';
import type { YieldPoint } from '../yield-point';
import { probabilitiesByLabel } from '../masked-prediction';
import { fewestRemovals } from './removals';
import { naturalChanges } from './natural-changes';
import { oneReplacement } from './replacements';
import { Trial, type Recut } from './trial';

/**
 * What would have to change for the text to read otherwise: the fewest words to remove, and what a person would write
 * instead; where no such change is known, one word near to another in the network's own vectors. Each change is made in
 * the text and the changed text read from its start before it is offered.
 *
 * The explanation only says which words to try first.
 */
export async function findCounterfactuals(
  subject: LoadedModel,
  explanation: Untimed,
  recut: Recut,
  step: YieldPoint,
): Promise<Counterfactuals> {
  const trial = new Trial(subject, explanation, recut);
  const order = deletionOrder(explanation, trial.read);
  const removals = await fewestRemovals(trial, order, step);
  const natural = await naturalChanges(trial, step);
  const replacements = natural.found.length > 0 ? natural : await oneReplacement(subject, trial, order, step);
  return {
    model: explanation.model,
    label: explanation.label,
    probabilities: probabilitiesByLabel(subject, trial.prediction),
    removals,
    replacements,
  };
}
