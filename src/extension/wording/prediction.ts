import * as vscode from 'vscode';
import type { Explanation, Label } from '../../shared/explanation';
import { probability } from './figures';
import { labelName } from './names';

/** Closer than this, the second label is named too. */
const NEAR = 0.05;

/** `positive 0.81`, or `negative 0.41, near neutral 0.40`. */
export function verdict(explanation: Explanation): string {
  const { label, probabilities } = explanation;
  const own = probabilities[label];
  const second = runnerUp(explanation);
  if (second === undefined || own - probabilities[second] > NEAR) {
    return vscode.l10n.t('{0} {1}', labelName(label), probability(own));
  }
  return vscode.l10n.t({
    message: '{0} {1}, near {2} {3}',
    args: [labelName(label), probability(own), labelName(second), probability(probabilities[second])],
    comment: ['A verdict with its probability, and a second one nearly as probable'],
  });
}

/** The most probable label but one. */
function runnerUp({ label, probabilities }: Explanation): Label | undefined {
  const others = Object.keys(probabilities).filter((other) => other !== label);
  others.sort((a, b) => probabilities[b] - probabilities[a]);
  return others[0];
}
