import type { Slice } from '../../shared/findings/figures';
import type { Against, Condition } from '../../shared/findings/filter';
import { NO_VALUE, TOKEN_BITS } from '../../shared/findings/piece';
import { isFunctionWord } from '../store/function-words';
import type { Data, RowIndices } from '../data';
import { targetLabel } from '../filter/agreement';
import type { StoredColumn } from '../store/row-store';
import { OWN_COLUMNS } from '../store/result-row';
import { contentColumns } from './by-column';
import { differenceOf, quantileFor, shareOf } from './statistics';

const MOST = 12;
/** Slices with fewer rows are left out: their interval would be too wide. */
export const LEAST_ROWS = 30;
const MOST_VALUES = 50;
const MOST_WORDS = 400;
const LENGTHS: readonly (readonly [number, number])[] = [
  [0, 5],
  [6, 20],
  [21, 60],
  [61, 120],
  [121, Infinity],
];
/** Words without a letter, which are signs and numbers, name no slice. */
const HAS_LETTERS = /\p{L}/u;

/**
 * Where predictions err most: kinds of rows with a lower accuracy than all others, by how many errors they explain. Hundreds
 * are looked at: one is named only where its difference, with an interval widened by their number, leaves out zero.
 */
export function slices(data: Data, rows: RowIndices, against: Against, most = MOST): Slice[] {
  const { store } = data;
  const target = targetLabel(data, against);
  const compared = rows.filter((row) => !store.isDamaged(row) && target(row) >= 0);
  const isRight = new Uint8Array(store.rows);
  let right = 0;
  for (const row of compared) {
    if (target(row) !== store.predictions.values[row]) continue;
    isRight[row] = 1;
    right++;
  }
  const made = (kind: Slice['kind'], name: string, value: string, condition: Condition, its: number, of: number) => {
    if (of < LEAST_ROWS || of === compared.length) return [];
    return [{ kind, name, value, filter: [condition], accuracy: shareOf(its, of), change: changeOf(its, of) }];
  };
  const changeOf = (its: number, of: number, z?: number) =>
    differenceOf(shareOf(right - its, compared.length - of, z), shareOf(its, of, z));
  const found: Slice[] = [];
  for (const name of contentColumns(data)) {
    const column = store.column(name)!;
    if (column.values.length > MOST_VALUES) continue;
    for (const [value, { of, its }] of byValue(column, compared, isRight))
      found.push(
        ...made(
          name === OWN_COLUMNS.language ? 'language' : name === store.roles.label ? 'label' : 'column',
          name,
          value,
          { kind: 'column', column: name, values: [value] },
          its,
          of,
        ),
      );
  }
  for (const [from, to] of LENGTHS) {
    const inside = compared.filter((row) => store.tokenCount(row) >= from && store.tokenCount(row) <= to);
    const its = inside.reduce((sum, row) => sum + isRight[row], 0);
    const value = to === Infinity ? `${from}+` : `${from}–${to}`;
    found.push(...made('length', 'words', value, { kind: 'length', from, to: Math.min(to, 1e9) }, its, inside.length));
  }
  for (const { word, of, its } of byWord(data, compared, isRight))
    found.push(...made('word', 'word', word, { kind: 'word', word }, its, of));
  const z = quantileFor(0.05 / Math.max(1, found.length));
  return found
    .filter(({ accuracy: { rows: its, of } }) => changeOf(its, of, z).high < 0)
    .sort((a, b) => worth(a) - worth(b))
    .slice(0, most);
}

/** The order of slices: the upper bound of the change of accuracy, times a weight by rows; the lowest is the worst. */
const worth = ({ change, accuracy }: Slice): number => change.high * Math.sqrt(accuracy.of);

function byValue({ values, codes }: StoredColumn, rows: RowIndices, isRight: Uint8Array) {
  const found = new Map<string, { of: number; its: number }>();
  for (const row of rows) {
    const code = codes.values[row];
    const value = code === NO_VALUE ? '' : values[code];
    const one = found.get(value) ?? { of: 0, its: 0 };
    found.set(value, one);
    one.of++;
    one.its += isRight[row];
  }
  return found;
}

/** The words in most rows. */
function byWord({ store }: Data, rows: RowIndices, isRight: Uint8Array) {
  const [of, its, seen] = [0, 1, 2].map(() => new Uint32Array(store.words.length));
  rows.forEach((row, at) => {
    const tokens = store.tokens(row);
    for (const token of tokens) {
      const code = token & TOKEN_BITS.word;
      if (seen[code] === at + 1) continue;
      seen[code] = at + 1;
      of[code]++;
      its[code] += isRight[row];
    }
  });
  const said = (word: string) => HAS_LETTERS.test(word) && !isFunctionWord(word);
  return store.words
    .map((word, code) => ({ word, of: of[code], its: its[code] }))
    .filter((one) => one.of >= LEAST_ROWS && said(one.word))
    .sort((a, b) => b.of - a.of)
    .slice(0, MOST_WORDS);
}
