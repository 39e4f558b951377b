import type { TimeUnit } from '../../shared/findings/figures';
import { grouped } from './numbers';

const plural = (value: number, one: string, many: string): string => `${grouped(value)} ${value === 1 ? one : many}`;
const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The sentences of a report other than its findings. */
export const ENGLISH_REPORT = {
  sentenceSeparator: ' ',
  clauseSeparator: '; ',
  colon: ':',
  partSeparator: ', ',
  nameSeparator: ', ',
  texts: (rows: number): string => plural(rows, 'text', 'texts'),
  nothing: 'No text could be read',
  titleGroup: (subject: string, label: string, before: string, after: string, since: string): string =>
    `${subject}: ${after} ${label} since ${since}, ${before} before`,
  titleTrend: (label: string, rose: boolean, before: string, after: string, since: string): string =>
    `Since ${since}, ${label} texts ${rose ? 'rose' : 'fell'} from ${before} to ${after}`,
  titleDifference: (subject: string, label: string, share: string, rest: string): string =>
    `${subject}: ${share} ${label}, elsewhere ${rest}`,
  titleShares: (positive: string, rows: number): string =>
    `${positive} of ${plural(rows, 'text is', 'texts are')} positive`,
  titleCalm: (positive: string, rows: number): string =>
    `${positive} of ${plural(rows, 'text is', 'texts are')} positive, with no sure change over time`,
  shares: (rows: number, positive: string, negative: string, neutral: string): string =>
    `${positive} of ${plural(rows, 'text is', 'texts are')} positive, ${negative} negative, ${neutral} neutral.`,
  sure: (column: string, share: string, range: string, rows: number): string =>
    `How sure: the predictions agree with ${column} in ${share} of ${plural(rows, 'text', 'texts')} (interval ${range}\u00a0%).`,
  fileLabels: 'the labels of the file',
  sameByLabels: (label: string, rose: boolean, before: string, after: string): string =>
    `Those labels alone show the same: ${label} ${rose ? 'rose' : 'fell'} from ${before} to ${after}.`,
  notByLabels: (label: string, before: string, after: string): string =>
    `Those labels alone do not show it: ${label} ${before} before, ${after} after.`,
  checked: (share: string, range: string, rows: number): string =>
    `How sure: of ${plural(rows, 'text that was', 'texts that were')} drawn at random and read by a person, ${share} were predicted rightly (interval ${range}\u00a0%).`,
  unchecked: (share: string): string =>
    `How sure: nothing in the file says which predictions are right, and none was checked by hand. In ${share} of the texts the model itself was less than 70 % sure.`,
  few: (rows: number): string => `With ${plural(rows, 'text', 'texts')}, only large differences show.`,
  when: 'When did it change?',
  whenNoChange: 'Did it change over time?',
  whenNote: (unit: TimeUnit): string => `share of texts a ${unit}, %; band: 95 % interval`,
  shaded: (period: string): string => `shaded: ${period}`,
  where: 'Where?',
  whereBy: (column: string): string => `by ${column}`,
  whereNote: (period: string): string =>
    `${period}, % of texts; upright line: the time before; change in points, with its interval`,
  whereAll: '% of texts',
  what: 'About what?',
  whatNote: (scope: string, isCompared: boolean): string =>
    `${scope === '' ? '' : `${scope}; `}nouns, and how the sentences that name them read, %${isCompared ? '; upright line: all other texts; frequency: times that of all other texts; difference in points, with its interval' : ''}`,
  decided: (label: string): string => `Phrases that most often decided for ${label}`,
  times: (times: string): string => `${times} × as frequent as elsewhere`,
  onlyHere: 'nowhere else',
  textsHead: 'texts',
  negative: 'negative',
  neutral: 'neutral',
  positive: 'positive',
  change: (label: string): string => `change, ${label}`,
  difference: (label: string): string => `difference, ${label}`,
  often: 'frequency',
  oftenTimes: (times: string): string => `${times} ×`,
  nowhere: 'new',
  interval: '95 % interval',
  examples: (count: number): string =>
    count === 1
      ? 'One example'
      : `${(NUMBERS[count] ?? grouped(count)).replace(/^./, (first) => first.toUpperCase())} examples`,
  examplesNote: (rows: number, label: string, scope: string): string =>
    `drawn at random from ${label === '' ? '' : `${label} `}texts${scope === '' ? '' : `, ${scope}`}: ${grouped(rows)} in all`,
  examplesAll: 'all there are',
  legend: 'How to read the highlights',
  phrase: 'phrase',
  supports: 'solid: supports the prediction',
  contradicts: 'dashed: contradicts it',
  colours:
    'Blue: towards positive. Orange: towards negative. Grey: towards neutral. Stronger colour and thicker line: counts more.',
  limits: 'How it was made, and its limits',
  meaning: (parts: string): string => `Label meaning: ${parts}.`,
  models: (models: string, methods: string): string =>
    methods === ''
      ? `Models: ${models}; predictions only, without reasons.`
      : `Models: ${models}; highlights: ${methods}.`,
  perText: 'Each text is read by itself, and counts as what is likeliest for it: positive, neutral or negative.',
  weakest: (label: string, found: string, range: string, others: string): string =>
    `Weakest on ${label} texts: ${found} of them are found (interval ${range}\u00a0%), of all others ${others}.`,
  weakSlice: (slice: string, share: string, range: string, others: string): string =>
    `Accuracy is lower for ${slice}: ${share} (interval ${range}\u00a0%), for all others ${others}.`,
  notWriter: 'A highlight says what moved the model, not what the writer meant. Irony is often read literally.',
  aspectsNote: 'What the texts are about is found by counting nouns: a sentence may name something without judging it.',
  errors: (rows: number): string =>
    `${plural(rows, 'row', 'rows')} could not be read and ${rows === 1 ? 'is' : 'are'} left out of all figures.`,
  undated: (rows: number): string => `${plural(rows, 'text has', 'texts have')} no date.`,
  unreadable: (rows: number, row: number, written: string): string =>
    `${plural(rows, 'date', 'dates')} could not be read; first: row ${grouped(row)} “${written}”.`,
  dateOrder: (dayFirst: boolean): string =>
    `Dates such as 3/4/2024 were read as ${dayFirst ? 'day/month' : 'month/day'}, as the file does not show which is meant.`,
  otherLanguages: (rows: number): string =>
    `${plural(rows, 'text is', 'texts are')} in a language that no model reads.`,
  reviewed: (rows: number): string => `${plural(rows, 'text was', 'texts were')} checked by hand.`,
  intervals:
    'Intervals are of 95 %. A change or difference is told only where its interval leaves out zero, widened by how many places were looked at.',
  noDates: 'The file has no dates: nothing is said about time.',
  made: (version: string): string => `Made with ${`Saliency ${version}`.trim()} · nothing left the computer`,
  appendix: 'All texts',
  appendixPart: (shown: number, rows: number): string => `the first ${grouped(shown)} of ${grouped(rows)}`,
  only: (filter: string, rows: number, of: number): string =>
    `Only ${filter}: ${grouped(rows)} of ${plural(of, 'text', 'texts')}`,
  other: (values: number): string => `other (${plural(values, 'value', 'values')})`,
  none: '(none)',
  since: (period: string): string => `since ${period}`,
  row: 'row',
  text: 'text',
  prediction: 'prediction',
  confidence: 'confidence',
  meaningHead: 'label meaning',
  date: 'date',
  review: 'review',
  note: 'note',
  highlights: 'strongest phrases',
  error: 'error',
  figure: 'figure',
  value: 'value',
  low: 'from',
  high: 'to',
  period: 'period',
  from: 'first day',
  to: 'last day',
  word: 'word',
  kind: 'kind',
  aspect: 'aspect',
  members: 'phrases',
  restTexts: 'texts elsewhere',
  logOdds: 'log-odds',
  accuracy: 'accuracy',
  macroF1: 'macro-F1',
  calibrationError: 'calibration error (ECE)',
  sheetRows: 'Rows',
  sheetSummary: 'Summary',
  sheetColumns: 'By column',
  sheetWords: 'Words',
  sheetTime: 'Over time',
} as const;

type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K];
};

export type ReportWording = Widened<typeof ENGLISH_REPORT>;
