import type { CardFacts } from '../../shared/protocol/panel';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { kindOfSource } from '../../shared/text-kinds';
import { accuracyByKind } from './accuracy';
import { fill, fixed } from './format';
import { inPercent, wholeNumber } from './studies';
import type { Table } from './tables';

type Fact = readonly [term: string, values: readonly string[]];

/** Megabytes with one decimal. */
export const sizeOf = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** Kinds of text that are named in the short card, the rest is summed up. */
const NAMED = 6;

/** What it has read and how often it is right, by kind of text. */
export function cardLines(card: CardFacts, strings: PageStrings): readonly Fact[] {
  const rows = new Map<string, number>();
  let others = 0;
  for (const { name, rows: count } of card.trainedOn) {
    const kind = kindOfSource(name);
    if (kind) rows.set(strings.kinds[kind], (rows.get(strings.kinds[kind]) ?? 0) + count);
    else others += count;
  }
  const ordered = [...rows].sort((a, b) => b[1] - a[1]);
  const rest = others + ordered.slice(NAMED).reduce((sum, [, count]) => sum + count, 0);
  const read = ordered.slice(0, NAMED).map(([kind, count]) => fill(strings.kindRows, kind, wholeNumber(count)));
  if (rest > 0) read.push(fill(strings.kindRows, strings.otherKinds, wholeNumber(rest)));
  const right = accuracyByKind(card.measured).map(({ kind, accuracy, n }) =>
    fill(strings.kindAccuracy, strings.kinds[kind], inPercent(accuracy, strings), wholeNumber(n)),
  );
  return [
    [strings.hasRead, read],
    [strings.accuracy, right],
  ];
}

/** What a card says, in the display language where it is one of the sentences that our cards share. */
export const cardSentence = (sentence: string, strings: PageStrings): string =>
  Object.hasOwn(strings.cards, sentence) ? strings.cards[sentence] : sentence;

/** What the model was trained on: one sentence per source, then the number of rows. */
export function trainedSentences({ trainedOn: sources, rows, length }: CardFacts, strings: PageStrings): string[] {
  const each = sources.map(({ name, rows: count, filter }) => {
    const line = fill(strings.trainedOnValue, cardSentence(name, strings), wholeNumber(count));
    return filter === undefined ? line : fill(strings.trainedFilter, line, cardSentence(filter, strings));
  });
  return [...each, fill(strings.trainedRows, wholeNumber(rows.train), wholeNumber(length))];
}

/** Figures on each set of rows, with what is beside accuracy and macro-F1. */
export function measuredSentences({ measured }: Pick<CardFacts, 'measured'>, strings: PageStrings): string[] {
  return measured.map(({ data, n, accuracy, macroF1, calibrationError, pairs }) => {
    const set = cardSentence(data, strings);
    let line = fill(strings.measuredValue, fixed(accuracy, 3), fixed(macroF1, 3), wholeNumber(n), set);
    if (pairs) line = fill(strings.bothRight, line, fixed(pairs.bothRight, 3), wholeNumber(pairs.n));
    if (calibrationError !== undefined) line = fill(strings.calibration, line, fixed(calibrationError, 3));
    return line;
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
