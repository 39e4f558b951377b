import type { Evaluation } from './evaluate';
import { percent } from './progress';

/** An evaluation for a terminal. */
export function evaluationText(evaluation: Evaluation): string {
  const { model, n, accuracy, macroF1, perLabel, confusion, otherLabels, withoutWords } = evaluation;
  const labels = perLabel.map(({ label }) => label);
  const width = Math.max(...labels.map(({ length }) => length), 9) + 2;
  const row = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(width)).join('');
  const lines = [
    `${model}: accuracy ${percent(accuracy)}, macro-F1 ${percent(macroF1)}, n = ${n}, ` +
      `${evaluation.millisecondsPerText.toFixed(2)} ms/text`,
    '',
    row(['', 'precision', 'recall', 'F1', 'n']),
    ...perLabel.map((of) => row([of.label, percent(of.precision), percent(of.recall), percent(of.f1), String(of.n)])),
    '',
    'Confusion: rows are the label, columns the prediction.',
    row(['', ...labels]),
    ...confusion.map((counts, k) => row([labels[k], ...counts.map(String)])),
  ];
  if (otherLabels > 0) lines.push('', `${otherLabels} rows were left out: the model does not have their label.`);
  if (withoutWords > 0) lines.push('', `${withoutWords} rows were left out: they have no words.`);
  return lines.join('\n');
}
