import type { CardFacts } from '../../shared/protocol/panel';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill, fixed } from './format';
import { inPercent, wholeNumber } from './studies';
import type { Table } from './tables';

/** What the model was trained on, a line a source, and all of it. */
export function trainedOn({ trainedOn: sources, rows, length }: CardFacts, strings: PageStrings): string[] {
  const each = sources.map(({ name, rows: count, filter }) => {
    const said = fill(strings.trainedOnValue, name, wholeNumber(count));
    return filter === undefined ? said : fill(strings.trainedFilter, said, filter);
  });
  return [...each, fill(strings.trainedRows, wholeNumber(rows.train), wholeNumber(length))];
}

/** Figures on each set of rows, with what stands beside accuracy and macro-F1. */
export function measuredOn({ measured }: Pick<CardFacts, 'measured'>, strings: PageStrings): string[] {
  return measured.map(({ data, n, accuracy, macroF1, calibrationError, pairs }) => {
    let said = fill(strings.measuredValue, fixed(accuracy, 3), fixed(macroF1, 3), wholeNumber(n), data);
    if (pairs) said = fill(strings.bothRight, said, fixed(pairs.bothRight, 3), wholeNumber(pairs.n));
    if (calibrationError !== undefined) said = fill(strings.calibration, said, fixed(calibrationError, 3));
    return said;
  });
}

/** How the training went, in a sentence. */
export function historyFinding({ history }: CardFacts, strings: PageStrings): string {
  if (history.length === 0) return strings.historyNone;
  const last = history[history.length - 1];
  const best = history.reduce((most, each) => (each.validationAccuracy > most.validationAccuracy ? each : most));
  if (history.length === 1) return fill(strings.historyOne, inPercent(last.validationAccuracy, strings));
  return fill(
    strings.historyFinding,
    history.length,
    inPercent(last.validationAccuracy, strings),
    best.epoch,
    inPercent(best.validationAccuracy, strings),
  );
}

export function historyTable({ history }: CardFacts, strings: PageStrings): Table {
  return {
    head: [
      strings.epoch,
      strings.loss,
      strings.validationLoss,
      strings.trainedAccuracy,
      strings.validationAccuracy,
      strings.learningRate,
    ],
    numeric: [true, true, true, true, true, true],
    rows: history.map(({ epoch, loss, validationLoss, accuracy, validationAccuracy, learningRate }) => [
      String(epoch),
      ...[loss, validationLoss, accuracy, validationAccuracy].map((figure) => fixed(figure, 4)),
      String(Number(learningRate.toPrecision(3))),
    ]),
  };
}
