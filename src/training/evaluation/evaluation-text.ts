import type { Evaluation } from './evaluate';
import type { EvaluationReport } from './measures';
import { percent } from '../../shared/percent';

/** An evaluation as lines for a terminal. */
export function evaluationText(evaluation: Evaluation): string {
  const { model, perLabel, confusion, otherLabels, withoutWords, bySource = {} } = evaluation;
  const labels = perLabel.map(({ label }) => label);
  const width = Math.max(...labels.map(({ length }) => length), 9) + 2;
  const row = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(width)).join('');
  const lines = [
    `${model}: ${measuresLine(evaluation)}, ${evaluation.millisecondsPerText.toFixed(2)} ms/text`,
    ...Object.entries(bySource).map(([source, measures]) => `  ${source || '(no source)'}: ${measuresLine(measures)}`),
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

/** Accuracy, means over labels, calibration, and where they apply the figures without neutral rows and for pairs. */
export function measuresLine(measures: Omit<EvaluationReport, 'perLabel' | 'confusion'>): string {
  const { n, accuracy, macroF1, macroRecall, neutralIgnored, pairs, calibrationError } = measures;
  return [
    `accuracy ${percent(accuracy)}`,
    `macro-F1 ${percent(macroF1)}`,
    `macro-recall ${percent(macroRecall)}`,
    ...(neutralIgnored ? [`neutral ignored ${percent(neutralIgnored.accuracy)} (n = ${neutralIgnored.n})`] : []),
    ...(pairs ? [`both of a pair ${percent(pairs.bothRight)} (${pairs.n} pairs)`] : []),
    `calibration error ${percent(calibrationError)}`,
    `n = ${n}`,
  ].join(', ');
}
