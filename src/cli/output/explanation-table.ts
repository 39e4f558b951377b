import { percent } from '../../shared/percent';
import type { ExplanationEvaluation, MethodFigures } from '../../engine/evaluation/evaluate-explanations';

/** The line that is printed when a method is done. */
export function progressLine({ method, n, timesRandom, milliseconds }: MethodFigures): string {
  const { comprehensiveness, sufficiency } = timesRandom;
  const times = `comprehensiveness ${comprehensiveness.toFixed(2)} × random, sufficiency ${sufficiency.toFixed(2)} ×`;
  return `${method}: ${n} texts, ${times}, ${milliseconds.toFixed(1)} ms a text`;
}

/** One column of a table: its head, and the cell of a method. */
type Column = readonly [head: string, cell: (figures: MethodFigures) => string];

const FAITHFUL: readonly Column[] = [
  ['n', ({ n }) => String(n)],
  ['compr.', ({ comprehensiveness }) => comprehensiveness.toFixed(3)],
  ['× random', ({ timesRandom }) => timesRandom.comprehensiveness.toFixed(2)],
  ['suff.', ({ sufficiency }) => sufficiency.toFixed(3)],
  ['× random', ({ timesRandom }) => timesRandom.sufficiency.toFixed(2)],
  ['ms/text', ({ milliseconds }) => milliseconds.toFixed(2)],
];

const PLAUSIBLE: readonly Column[] = [
  ['n', ({ rationales }) => String(rationales?.n ?? 0)],
  ['AUPRC', ({ rationales }) => rationales?.auprc.toFixed(3) ?? ''],
  ['random', ({ rationales }) => rationales?.random.auprc.toFixed(3) ?? ''],
  ['token F1', ({ rationales }) => rationales?.tokenF1.toFixed(3) ?? ''],
  ['IOU-F1', ({ rationales }) => rationales?.iouF1.toFixed(3) ?? ''],
  ['mean AP', ({ rationales }) => rationales?.averagePrecision.toFixed(3) ?? ''],
  ['top word', ({ rationales }) => ifAny(rationales?.topWord)],
];

const ifAny = (share: number | undefined): string => (share === undefined ? '' : percent(share, 1));

const DIRECTED: readonly Column[] = [
  ['n', ({ direction }) => String(direction?.n ?? 0)],
  ['sign right', ({ direction }) => ifAny(direction?.signAccuracy)],
  ['marked against', ({ direction }) => ifAny(direction?.marked?.against)],
];

const PHRASES: readonly Column[] = [
  ['n', ({ phrases }) => String(phrases?.n ?? 0)],
  ['token F1', ({ phrases }) => phrases?.tokenF1.toFixed(3) ?? ''],
  ['IOU-F1', ({ phrases }) => phrases?.iouF1.toFixed(3) ?? ''],
  ['top phrase', ({ phrases }) => ifAny(phrases?.topPhrase)],
];

/** An evaluation of explanations for a terminal. */
export function explanationTable({ model, n, rows, withoutWords, words, methods }: ExplanationEvaluation): string {
  const lines = [
    `${model}: explanations of ${n} of ${rows} rows${words === undefined ? '' : `, of their first ${words} words`}.`,
    'Probability of the predicted label that is lost without the top words (comprehensiveness, more is better) and with',
    'them alone (sufficiency, less is better), mean over 1, 5, 10, 20 and 50 % of the words; beside random orders.',
    '',
    ...table(methods, FAITHFUL),
  ];
  if (methods.some(({ rationales }) => rationales)) {
    lines.push('', 'Against the words that people marked:', '', ...table(methods, PLAUSIBLE));
  }
  const directed = methods.filter(({ direction }) => direction);
  if (directed.length > 0) {
    const says =
      'Of rightly predicted texts: the strongest unit supports the prediction; underlined words sum to against it:';
    lines.push('', says, '', ...table(directed, DIRECTED));
  }
  const phrased = methods.filter(({ phrases }) => phrases);
  if (phrased.length > 0)
    lines.push('', 'Highlighted phrases against what people marked:', '', ...table(phrased, PHRASES));
  const refused = methods.filter((method) => method.refused > 0);
  if (refused.length > 0) lines.push('');
  for (const each of refused) lines.push(`${each.method}: ${each.refused} texts were too long for it.`);
  if (withoutWords > 0) lines.push('', `${withoutWords} rows were left out: the model reads none of their words.`);
  return lines.join('\n');
}

function table(methods: readonly MethodFigures[], columns: readonly Column[]): string[] {
  const names = ['', ...methods.map(({ method }) => method)];
  const first = Math.max(...names.map(({ length }) => length));
  const cells = columns.map(([head, cell]) => [head, ...methods.map(cell)]);
  const widths = cells.map((column) => Math.max(...column.map(({ length }) => length)) + 2);
  return names.map(
    (name, row) => name.padEnd(first) + cells.map((column, i) => column[row].padStart(widths[i])).join(''),
  );
}
