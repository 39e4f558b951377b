import { percent } from '../../shared/percent';
import type { Exploration, Independence, SplitFacts } from './explore';
import { lengthClassName } from './lengths';

const COLUMN = 12;
const cells = (values: readonly string[]): string => values.map((value) => value.padStart(COLUMN)).join('');
const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(1));
const probability = (p: number): string => (p < 1e-4 ? p.toExponential(1) : p.toFixed(4));

/** An exploration as lines for a terminal. */
export function explorationText({ splits, shared, independence, choice }: Exploration): string {
  const across = shared
    ? [
        'Texts on both sides',
        `  ${shared.texts} texts: ${shared.trainRows} training rows, ${shared.testRows} test rows; ` +
          `${shared.contradicting} with different labels`,
        '',
      ]
    : [];
  return [
    ...splits.flatMap(splitLines),
    ...across,
    ...independence.flatMap(independenceLines),
    `Suggested architecture: ${choice.architecture}`,
    `  ${choice.reason}.`,
    '',
  ].join('\n');
}

function splitLines(split: SplitFacts): string[] {
  const { name, rows, missing, texts, labels, lengths, frequencies, duplicates } = split;
  const gaps = missing.columns.map(({ column, missing: count }) => `  ${column}: ${count}`);
  return [
    `${name}: ${rows} rows, ${texts} with a text`,
    '',
    missing.rows === 0 ? 'No value is missing.' : `Missing values, in ${missing.rows} rows`,
    ...gaps,
    '',
    'Labels',
    ...labels.map(({ label, count, share }) => `  ${label}: ${count} (${percent(share)})`),
    '',
    'Words a text',
    `  mean ${lengths.mean.toFixed(1)}, variance ${lengths.variance.toFixed(1)}, median ${figure(lengths.median)}, ` +
      `from ${lengths.shortest} to ${lengths.longest}`,
    ...lengths.classes.map((count, i) => `  ${lengthClassName(i).padEnd(8)} ${count}`),
    '',
    `Words: ${frequencies.words}, ${frequencies.different} different`,
    ...frequencies.over.map(
      ({ atLeast, different, share }) =>
        `  ${atLeast} times or more: ${different} different, ${percent(share)} of all words`,
    ),
    '',
    'Most frequent, without stop words',
    `  ${frequencies.frequent.map(({ word, count }) => `${word} ${count}`).join(', ')}`,
    '',
    'Copies',
    `  ${duplicates.texts} texts stand more than once (${duplicates.rows} rows too many); ` +
      `${duplicates.contradicting} of them with different labels`,
    '',
  ];
}

function independenceLines(found: Independence): string[] {
  const { of, classes, columns, observed, expected, statistic, critical, degreesOfFreedom, significance, p } = found;
  const conclusion = statistic > critical ? 'they depend on each other' : 'no sign that they depend on each other';
  return [
    `${of[0].toUpperCase()}${of.slice(1)}: texts observed (expected if independent)`,
    cells(['words', ...columns.map((column) => column.slice(0, 2 * COLUMN - 2).padStart(2 * COLUMN))]),
    ...classes.map((name, row) =>
      cells([name, ...observed[row].flatMap((count, c) => [String(count), `(${expected[row][c].toFixed(1)})`])]),
    ),
    `  χ² = ${statistic.toFixed(2)}, critical value ${critical.toFixed(2)} at ${percent(significance)}, ` +
      `${degreesOfFreedom} degrees of freedom, p = ${probability(p)}: ${conclusion}`,
    '',
  ];
}
