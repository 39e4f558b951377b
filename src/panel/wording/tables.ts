import type { PageStrings } from '../../shared/strings/explanation-page';
import { capitalised, fixed } from './format';
import { labelName } from './names';
import type { PanelModel, ReadWord } from './reading';

/** The figures behind a chart. */
export interface Table {
  readonly head: readonly string[];
  /** Numbers are set flush right. */
  readonly numeric: readonly boolean[];
  readonly rows: readonly (readonly string[])[];
}

/** As spreadsheets take it; what would break a cell becomes a space. */
export function toTsv({ head, rows }: Table): string {
  return [head, ...rows].map((row) => row.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')).join('\n') + '\n';
}

export function probabilityTable({ view: { explanation } }: PanelModel, strings: PageStrings): Table {
  return {
    head: [strings.label, strings.probability],
    numeric: [false, true],
    rows: bestFirst(explanation.probabilities).map(([label, p]) => [
      capitalised(labelName(label, strings)),
      p.toFixed(4),
    ]),
  };
}

/** Labels from good to bad, as they are drawn. */
export function bestFirst(probabilities: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(probabilities).reverse();
}

export function stripTable({ words, unit, view }: PanelModel, strings: PageStrings): Table {
  const sides = { for: strings.for, against: strings.against, none: '' };
  const head = [strings.position, strings.word, `${strings.score} (${unit.title})`, strings.step];
  return {
    head: view.explanation.signed ? [...head, strings.side] : head,
    numeric: [true, false, true, true, false],
    rows: words.map((word) => {
      const row = [place(word), word.text, unit.figure(word.score), String(word.step)];
      return view.explanation.signed ? [...row, word.score === 0 ? '' : sides[word.direction]] : row;
    }),
  };
}

/** `share`: of the sum of all |scores|, in percent. */
export function scoreTable(reading: PanelModel, words: readonly ReadWord[], strings: PageStrings): Table {
  const whole = reading.words.reduce((total, { score }) => total + Math.abs(score), 0) || 1;
  const { unit } = reading;
  return {
    head: [strings.position, strings.word, `${strings.score} (${unit.title})`, `${strings.share}, %`],
    numeric: [true, false, true, true],
    rows: words.map((word) => [
      place(word),
      word.text,
      unit.figure(word.score),
      fixed((100 * Math.abs(word.score)) / whole, 1),
    ]),
  };
}

export function attentionTable({ evenShare = 1 }: PanelModel, words: readonly ReadWord[], strings: PageStrings): Table {
  return {
    head: [strings.position, strings.word, `${strings.weight}, %`, strings.timesEven],
    numeric: [true, false, true, true],
    rows: words.map((word) => {
      const share = word.attention ?? 0;
      return [place(word), word.text, fixed(100 * share, 1), fixed(share / evenShare, 1)];
    }),
  };
}

export function distanceTable({ words }: PanelModel, strings: PageStrings): Table {
  return {
    head: [strings.position, strings.word, `${strings.distance}, %`],
    numeric: [true, false, true],
    rows: [
      ['0', strings.emptyText, fixed(100, 2)],
      ...words.map((word) => [
        place(word),
        word.text,
        word.distance === undefined ? '' : fixed(100 * word.distance, 2),
      ]),
    ],
  };
}

function place({ index }: ReadWord): string {
  return String(index + 1);
}
