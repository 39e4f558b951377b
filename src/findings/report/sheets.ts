import type { ComparedSentiments, Estimate, Sentiments } from '../../shared/findings/figures';
import { sentimentByColumn, contentColumns } from '../figures/by-column';
import { distinctiveWords } from '../figures/distinctive';
import { phrases } from '../figures/phrases';
import { aspects } from '../figures/aspects';
import { otherRows } from '../data';
import { filterRows } from '../filter/filter-rows';
import { targetLabel } from '../filter/agreement';
import { OWN_COLUMNS, TECHNICAL_COLUMNS } from '../store/result-row';
import { dayCell, typedCell, type Cell } from './cells';
import { limitsOf } from './limits';
import type { Wording } from '../wording/wording';
import type { ReportFigures, ReportOptions } from './report-figures';
import { scopeOf, scopeText } from './scope';
import { originLine, reportSentences, titleOf } from './sentences';

/** A table with a header row, which becomes one sheet of a workbook. */
export interface SheetTable {
  readonly name: string;
  /** In characters. */
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Rows beyond this are left out: the workbook could not be opened with more. Its summary says so. */
const MOST_SHEET_ROWS = 200_000;
const PHRASES = 50;
const ASPECTS = 100;
const WORDS = 100;
const STRONGEST = 5;

/** The sheets of results: summary, rows, over time, by column, words. */
export function sheetsOf(options: ReportOptions, figures: ReportFigures): SheetTable[] {
  return [
    summarySheet(options, figures),
    rowsSheet(options, figures),
    ...(figures.time ? [timeSheet(options, figures.time)] : []),
    columnsSheet(options, figures),
    wordsSheet(options, figures),
  ];
}

const shareCells = (one: Estimate): Cell[] => [one.value, one.low, one.high];

function summarySheet(options: ReportOptions, figures: ReportFigures): SheetTable {
  const { wording } = options;
  const words = wording.report;
  const { sentiments, accuracy, checked } = figures;
  const tones = (['positive', 'neutral', 'negative'] as const).map((tone): Cell[] => [
    words[tone],
    sentiments[tone].rows,
    ...shareCells(sentiments[tone]),
  ]);
  const left = figures.rows.length > MOST_SHEET_ROWS ? [words.appendixPart(MOST_SHEET_ROWS, figures.rows.length)] : [];
  return {
    name: words.sheetSummary,
    widths: [60, 12, 12, 12, 12],
    head: [titleOf(figures, options)],
    rows: [
      [originLine(figures, options)],
      [],
      ...reportSentences(figures, options).map((sentence) => [sentence]),
      [],
      [words.figure, words.textsHead, words.value, words.low, words.high],
      ...tones,
      ...(accuracy
        ? [
            [words.accuracy, accuracy.compared, ...shareCells(accuracy.accuracy)],
            [words.macroF1, accuracy.compared, accuracy.macroF1],
            [words.calibrationError, accuracy.compared, accuracy.calibrationError],
          ]
        : []),
      ...(checked ? [[words.review, checked.of, ...shareCells(checked)]] : []),
      [],
      ...limitsOf(figures, options).map((limit) => [limit]),
      ...left.map((sentence) => [sentence]),
    ],
  };
}

function rowsSheet({ data, wording }: ReportOptions, figures: ReportFigures): SheetTable {
  const { store, reviews } = data;
  const words = wording.report;
  const columns = store.columns.filter(
    ({ name }) => !TECHNICAL_COLUMNS.has(name) && !(name === OWN_COLUMNS.group && store.roles.group !== undefined),
  );
  const label = targetLabel(data, 'file');
  const rows = Array.from(figures.rows.subarray(0, MOST_SHEET_ROWS), (row): Cell[] => {
    const day = store.day(row);
    const isDamaged = store.isDamaged(row);
    const review = reviews.get(store.numbers.values[row]);
    const strongest = [...store.highlights(row)]
      .sort((a, b) => Math.abs(b.points ?? b.step) - Math.abs(a.points ?? a.step))
      .slice(0, STRONGEST)
      .map(({ start, end }) => store.text(row).slice(start, end));
    return [
      store.numbers.values[row],
      day === undefined ? undefined : dayCell(day),
      ...columns.map((column) =>
        typedCell(wording.value(column.name, store.value(column, row)), store.value(column, row)),
      ),
      isDamaged ? undefined : store.text(row),
      isDamaged ? undefined : wording.label(store.labels[store.predictions.values[row]]),
      isDamaged ? undefined : store.confidences.values[row] / 10_000,
      label(row) < 0 ? undefined : wording.label(store.labels[label(row)]),
      strongest.join('; '),
      review?.label === undefined ? undefined : wording.label(review.label),
      review?.note,
      isDamaged ? wording.rowError(store.text(row)) : undefined,
    ];
  });
  return {
    name: words.sheetRows,
    widths: [8, 12, ...columns.map(() => 16), 80, 12, 12, 12, 40, 12, 30, 30],
    head: [
      words.row,
      words.date,
      ...columns.map(({ name }) => headingOf(name, wording)),
      words.text,
      words.prediction,
      words.confidence,
      words.meaningHead,
      words.highlights,
      words.review,
      words.note,
      words.error,
    ],
    rows,
  };
}

function timeSheet({ wording }: ReportOptions, time: NonNullable<ReportFigures['time']>): SheetTable {
  const words = wording.report;
  return {
    name: words.sheetTime,
    widths: [20, 12, 12, ...sentimentHeads(words).map(() => 12)],
    head: [words.period, words.from, words.to, ...sentimentHeads(words)],
    rows: time.points.map((point) => [
      wording.period(point.from, time.unit),
      dayCell(point.from),
      dayCell(point.to),
      ...sentimentCells(point),
    ]),
  };
}

const sentimentHeads = (words: ReportOptions['wording']['report']): string[] => [
  words.textsHead,
  words.positive,
  words.low,
  words.high,
  words.negative,
  words.low,
  words.high,
];

const sentimentCells = ({ rows, positive, negative }: Sentiments): Cell[] =>
  rows === 0 ? [0] : [rows, ...shareCells(positive), ...shareCells(negative)];

const changeCells = ({ change }: ComparedSentiments): Cell[] => (change ? shareCells(change) : []);

/** A column of the file as it is written there, for others to find it by; Saliency's own in words. */
const headingOf = (name: string, wording: Wording): string =>
  name.startsWith('saliency.') ? wording.column(name) : name;

function columnsSheet({ data, wording, filter }: ReportOptions, figures: ReportFigures): SheetTable {
  const words = wording.report;
  const rest = filter.length > 0 ? otherRows(data, figures.rows) : undefined;
  const rows = contentColumns(data).flatMap((name) => {
    const figure = name === figures.column?.column ? figures.column : sentimentByColumn(data, figures.rows, name, rest);
    const groups = figure?.groups.map((group): Cell[] => [
      headingOf(name, wording),
      wording.value(name, group.value),
      ...sentimentCells(group),
      ...changeCells(group),
    ]);
    const other = figure?.other
      ? [
          [
            headingOf(name, wording),
            words.other(figure.other.values),
            ...sentimentCells(figure.other),
            ...changeCells(figure.other),
          ],
        ]
      : [];
    return [...(groups ?? []), ...other];
  });
  return {
    name: words.sheetColumns,
    widths: [20, 30, ...Array.from({ length: 10 }, () => 12)],
    head: [words.kind, words.value, ...sentimentHeads(words), words.change(words.positive), words.low, words.high],
    rows,
  };
}

function wordsSheet({ data, wording, filter }: ReportOptions, figures: ReportFigures): SheetTable {
  const words = wording.report;
  const scope = filterRows(data, scopeOf(figures.findings, filter));
  const rest = scope.length < data.store.rows ? otherRows(data, scope) : undefined;
  const decided = phrases(data, scope, rest, PHRASES);
  const where = scopeText(figures.findings, wording);
  const phraseRows = (['negative', 'positive'] as const).flatMap((tone) =>
    decided[tone].map(({ text, rows, restRows, members }): Cell[] => [
      words.decided(wording.label(tone)),
      text,
      rows,
      restRows,
      undefined,
      members.map((member) => member.text).join('; '),
    ]),
  );
  const aspectRows = aspects(data, scope, rest, ASPECTS).map((one): Cell[] => [
    words.aspect,
    one.aspect,
    one.rows,
    one.reference?.rows,
    undefined,
    `${wording.label('positive')} ${wording.percent(one.positive.value)}, ${wording.label('negative')} ${wording.percent(one.negative.value)}`,
  ]);
  const wordRows = rest
    ? distinctiveWords(data, scope, rest, WORDS).map((one): Cell[] => [
        words.word,
        one.word,
        one.rows,
        one.restRows,
        one.logOdds,
      ])
    : [];
  return {
    name: words.sheetWords,
    widths: [36, 24, 12, 14, 12, 60],
    head: [
      words.kind,
      where === '' ? words.word : where,
      words.textsHead,
      words.restTexts,
      words.logOdds,
      words.members,
    ],
    rows: [...aspectRows, ...phraseRows, ...wordRows],
  };
}
