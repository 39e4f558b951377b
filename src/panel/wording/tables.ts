import type { PageStrings } from '../../shared/strings/explanation-page';
import { capitalised } from '../../shared/strings/capitalised';
import { fixed, signed as fixedSigned } from './format';
import { labelName } from './names';
import type { ShownExplanation, Ranked, ShownWord } from './reading';
import { inPercent } from './studies';

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

export function probabilityTable({ view: { explanation } }: ShownExplanation, strings: PageStrings): Table {
  return {
    head: [strings.label, strings.probability],
    numeric: [false, true],
    rows: bestFirst(explanation.probabilities).map(([label, p]) => [
      capitalised(labelName(label, strings)),
      inPercent(p, strings),
    ]),
  };
}

/** Labels from good to bad, as they are drawn. */
export function bestFirst(probabilities: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(probabilities).reverse();
}

/** All words, the highlighted phrases they belong to first named by their step. */
export function stripTable({ words, unit, view }: ShownExplanation, strings: PageStrings): Table {
  const sides = { for: strings.for, against: strings.against, none: '' };
  const { signed } = view.explanation;
  const head = [strings.position, strings.word, unit.title, ...(signed ? [strings.logOdds] : []), strings.step];
  return {
    head: signed ? [...head, strings.side] : head,
    numeric: [true, false, true, ...(signed ? [true] : []), true, false],
    rows: words.map((word) => {
      const figures = [unit.figure(unit.value(word)), ...(signed ? [fixedSigned(word.score)] : [])];
      const row = [place(word), word.text, ...figures, String(word.step)];
      return signed ? [...row, word.score === 0 ? '' : sides[word.direction]] : row;
    }),
  };
}

/** Phrases or words with what they count; log-odds beside points, for readers who want them. */
export function scoreTable({ unit, view }: ShownExplanation, items: readonly Ranked[], strings: PageStrings): Table {
  const { signed } = view.explanation;
  return {
    head: [strings.rankHead, strings.phrase, unit.title, ...(signed ? [strings.logOdds] : [])],
    numeric: [true, false, true, true],
    rows: items.map((item) => [
      String(item.rank),
      item.text,
      unit.figure(unit.value(item)),
      ...(signed ? [fixedSigned(item.score)] : []),
    ]),
  };
}

export function attentionTable(
  { evenShare = 1 }: ShownExplanation,
  words: readonly ShownWord[],
  strings: PageStrings,
): Table {
  return {
    head: [strings.position, strings.word, `${strings.weight}, %`, strings.timesEven],
    numeric: [true, false, true, true],
    rows: words.map((word) => {
      const share = word.attention ?? 0;
      return [place(word), word.text, fixed(100 * share, 1), fixed(share / evenShare, 1)];
    }),
  };
}

export function distanceTable({ words }: ShownExplanation, strings: PageStrings): Table {
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

function place({ index }: ShownWord): string {
  return String(index + 1);
}
