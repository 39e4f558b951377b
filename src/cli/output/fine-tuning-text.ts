import type {
  BeforeAfter,
  Interval,
  FineTuningCheck,
  AccuracyFigures,
  FineTuningProgress,
  FineTuningResult,
} from '../../shared/fine-tuning';
import type { Language } from '../../shared/languages';
import { LANGUAGE_WORDING } from '../../shared/strings/languages';
import { percent } from '../../shared/percent';

const number = (value: number): string => value.toLocaleString('en');
const share = (value: number): string => percent(value, 1);
const points = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(100 * value).toFixed(1)}`;
const range = ({ low, high }: Interval): string => `(${(100 * low).toFixed(1)}–${(100 * high).toFixed(1)})`;

/** `40 s`, `17 min`, `2.1 h`. */
const duration = (seconds: number): string =>
  seconds < 100 ? `${seconds} s` : seconds < 5_400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3_600).toFixed(1)} h`; // prettier-ignore

/** What is known before the start, for people: a line each. */
export function checkText(check: FineTuningCheck): string {
  const { split, classes, duplicates, conflicts, withoutWords, otherLabels, otherLanguage, rare, start, obstacles } =
    check;
  // What would happen is not said of what cannot start.
  const starts = obstacles.length === 0;
  const from = start.kind === 'model' ? `fine-tunes a copy of ${start.model}` : `trains ${start.architecture ?? 'a model'} from scratch`; // prettier-ignore
  const measured = split.kind === 'held-out' ? `${number(split.heldOut)} rows are held out for the figures, ${number(split.validation)} decide when to stop` : `too few rows to hold any out: measured by ${split.folds}-fold cross-validation`; // prettier-ignore
  const left = [
    ...(duplicates.length > 0 ? [`${number(duplicates.length)} texts stand there more than once: used once`] : []),
    ...(conflicts.length > 0 ? [`${number(conflicts.length)} texts have different labels: left out`] : []),
    ...(withoutWords.length > 0 ? [`${number(withoutWords.length)} rows have no word: left out`] : []),
    ...(otherLanguage.length > 0 ? [`${foreignRows(otherLanguage.length, check.language)}: left out`] : []),
    ...(otherLabels.length > 0 ? [`${number(otherLabels.length)} rows have other labels: left out`] : []),
  ];
  const times = rare.map(({ label, times: of }) => `${label} is rare: its rows count ${of} times`);
  return [
    `${number(check.rows)} rows; ${from}${check.newOutput && start.kind === 'model' ? ', with an output of its own' : ''}; about ${duration(check.seconds)}`,
    classes.map(({ label, rows }) => `${label} ${number(rows)}`).join(', '),
    ...(check.startsFrom && start.kind === 'model' ? [`${start.model} is for texts of another language: it learns the words of your rows anew, and has no figures before`] : []), // prettier-ignore
    ...(starts ? [measured] : []),
    ...left,
    ...(starts ? times : []),
    ...(starts && check.replayed > 0
      ? [`${number(check.replayed)} general texts are replayed, so that it does not forget`]
      : []),
    '',
  ].join('\n');
}

const foreignRows = (rows: number, language: Language): string =>
  `${number(rows)} ${rows === 1 ? 'row is' : 'rows are'} not in ${LANGUAGE_WORDING[language]}`;

/** The progress of a run, in one line. */
export function fineTuningLine(of: FineTuningProgress): string {
  const at = percent(of.done, 0);
  const left = of.secondsLeft === undefined ? '' : `, about ${duration(Math.ceil(of.secondsLeft))} left`;
  const epoch = `epoch ${Math.min(of.epoch + 1, of.epochs)} of ${of.epochs}`;
  const last = of.points.at(-1);
  const figures = last?.accuracy === undefined ? '' : `; accuracy ${share(last.accuracy)}${last.general === undefined ? '' : `, general text ${share(last.general)}`}`; // prettier-ignore
  const phases: Readonly<Record<FineTuningProgress['phase'], string>> = {
    reading: 'reading',
    before: 'asking the model as it is',
    folds: `measuring, fold ${of.fold?.at} of ${of.fold?.of}: ${epoch}${figures}`,
    training: `training: ${epoch}${figures}`,
    reasons: 'learning reasons',
    measuring: 'measuring',
    writing: 'writing',
  };
  return `${at}  ${phases[of.phase]}${left}`;
}

/** A result for a terminal. */
export function resultText(result: FineTuningResult): string {
  const { own, general, baseline, outcomes, epochs, split, start } = result;
  const from = start.kind === 'model' ? `fine-tuned from ${start.model}` : 'trained from scratch';
  const head = `${result.name}: ${from} on ${number(result.trained)} rows${result.replayed > 0 ? ` and ${number(result.replayed)} replayed` : ''} in ${Math.round(result.seconds)} s, ${epochs.run} of ${epochs.most} epochs${epochs.stoppedEarly ? ' (stopped early)' : ''}`; // prettier-ignore
  const how = split.kind === 'held-out' ? 'held out' : `${split.folds}-fold cross-validation`;
  return [
    head,
    '',
    ...table([
      ['', 'texts', 'before', 'after', '', 'points'],
      ...rowsOf(`Your rows (${how}), accuracy`, `Your rows, macro-F1`, own),
      ...(general ? rowsOf('General text, accuracy', undefined, general) : []),
      ['n-grams on the same rows, accuracy', number(own.n), '', share(baseline.accuracy), range(baseline.accuracyInterval), ''], // prettier-ignore
      ['always the commonest class', number(own.n), '', share(result.commonest), '', ''],
    ]),
    ...(result.otherLanguage ? ['', `${foreignRows(result.otherLanguage, result.language)} and were left out.`] : []),
    '',
    outcomeText(outcomes),
    '',
    'Confusion after: rows are the label, columns the prediction.',
    ...table([
      ['', ...result.labels],
      ...result.confusion.after.map((counts, k) => [result.labels[k], ...counts.map(String)]),
    ]),
    '',
    ...(result.next.length > 0 ? [`What to label next: ${result.next.slice(0, 20).join(', ')}`, ''] : []),
    `written to ${result.out}`,
    '',
  ].join('\n');
}

/** Rows that changed, in words. */
export function outcomeText(outcomes: FineTuningResult['outcomes']): string {
  const { mended = 0, broken = 0, right = 0, wrong = 0 } = outcomes;
  if (right + wrong > 0) return `Right ${number(right)}, wrong ${number(wrong)}`;
  return `Fixed ${number(mended)}, newly wrong ${number(broken)}, still wrong ${number(outcomes['still-wrong'] ?? 0)}, still right ${number(outcomes['still-right'] ?? 0)}`; // prettier-ignore
}

/** Lines of figures before and after. */
export function rowsOf(
  accuracy: string,
  macroF1: string | undefined,
  { n, before, after, change }: BeforeAfter,
): string[][] {
  const line = (name: string, of: (figures: AccuracyFigures) => number, interval: Interval, moved: string): string[] => [
    name, number(n), before ? share(of(before)) : '', share(of(after)), range(interval), moved,
  ]; // prettier-ignore
  const moved = change ? `${points(change.points)} (${points(change.low)} to ${points(change.high)})` : '';
  return [
    line(accuracy, (of) => of.accuracy, after.accuracyInterval, moved),
    ...(macroF1 === undefined ? [] : [line(macroF1, (of) => of.macroF1, after.macroF1Interval, before ? points(after.macroF1 - before.macroF1) : '')]), // prettier-ignore
  ];
}

/** Cells in columns: the first to the left, the others to the right. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map(
    (row) =>
    row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ').trimEnd(), // prettier-ignore
  );
}
