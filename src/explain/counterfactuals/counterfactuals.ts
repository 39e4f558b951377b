import type { Counterfactuals } from '../../shared/studies';
import type { LoadedModel, Untimed } from '../explain';
import { deletionOrder } from '../faithfulness/report';
import type { YieldPoint } from '../yield-point';
import { probabilitiesByLabel } from '../masked-prediction';
import { fewestRemovals } from './removals';
import { naturalChanges } from './natural-changes';
import { Trial, type Recut } from './trial';

/** How texts of the language are read. It is handed in: in the workers this file starts a bundle without that. */
export interface TextReading {
  readonly recut: Recut;
  /** As tokens. */
  readonly stopWords: ReadonlySet<string>;
}

/**
 * What would have to change for the text to read otherwise: the fewest words to remove, and what a person would write
 * instead. Where no such change is known, none is offered: a word that is merely near in the network's vectors makes no
 * sense to a reader. Each change is made in the text and the changed text read from its start before it is offered.
 *
 * The explanation only says which words to try first.
 */
export async function findCounterfactuals(
  subject: LoadedModel,
  explanation: Untimed,
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
