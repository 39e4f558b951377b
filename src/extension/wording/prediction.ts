import * as vscode from 'vscode';
import type { Explanation, Label } from '../../shared/explanation';
import { wholePercent } from './figures';
import { labelName, shortLabelName } from './names';

type Predicted = Pick<Explanation, 'label' | 'probabilities'>;

/** Closer than this, the second label is named too. */
const NEAR = 0.05;

/** `positive 81 %`, or `negative 41 %, close to neutral 40 %`. @param label another one where it is held for now */
export function predictionText(predicted: Predicted, label: Label = predicted.label): string {
  const { probabilities } = predicted;
  const second = runnerUp(probabilities, label);
  const isNear = second !== undefined && probabilities[label] - probabilities[second] <= NEAR;
  return withSecond(probabilities, label, isNear ? second : undefined);
}

/** A label with its probability, and a second one that it is close to, if there is one. */
export function withSecond(probabilities: Predicted['probabilities'], label: Label, second: Label | undefined): string {
  const named = (each: Label) => [labelName(each), wholePercent(probabilities[each])];
  if (second === undefined) return vscode.l10n.t('{0} {1}', ...named(label));
  return vscode.l10n.t({
    message: '{0} {1}, close to {2} {3}',
    args: [...named(label), ...named(second)],
    comment: ['A prediction with its probability, and a second one nearly as probable'],
  });
}

/** `pos 81 %`: what stands in the text of an editor. */
export function shortPrediction({ probabilities }: Predicted, label: Label): string {
  return vscode.l10n.t('{0} {1}', shortLabelName(label), wholePercent(probabilities[label]));
}

/** Whether another label is nearly as probable. */
export function isCloseCall({ label, probabilities }: Predicted): boolean {
  const second = runnerUp(probabilities, label);
  return second !== undefined && probabilities[label] - probabilities[second] <= NEAR;
}

/** The most probable label but one. */
function runnerUp(probabilities: Explanation['probabilities'], label: Label): Label | undefined {
  const others = Object.keys(probabilities).filter((other) => other !== label);
  others.sort((a, b) => probabilities[b] - probabilities[a]);
  return others[0];
}
