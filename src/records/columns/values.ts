/** The values of one column in the rows that were examined. */
export interface ColumnValues {
  /** The values that are not blank. */
  readonly there: readonly string[];
  /** Share of the rows that have a value. */
  readonly filled: number;
  /** Share of the values that are different. */
  readonly distinct: number;
}

/** Whether nothing stands in a cell, or that an answer was left out, as 问卷星 writes it. */
export const isEmpty = (cell: string): boolean => /^\s*([(（](跳过|空)[)）]\s*)?$/.test(cell);

export function columnValues(values: readonly string[]): ColumnValues {
  const there = values.filter((value) => !isEmpty(value)).map((value) => value.slice(0, 2_000));
  const different = new Set(there).size;
  return { there, filled: there.length / Math.max(1, values.length), distinct: different / Math.max(1, there.length) };
}

const LINK = /^(https?:\/\/|www\.|[\w.+-]+@[\w-]+\.)\S+$/i;
const NUMBER = /^[\s\d.,:+\-−/%$€£¥()]+$/;
const DATE =
  /^\s*(\d{4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?([T\s].*)?|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}([,\s].*)?|\d{10}(\.\d+)?|\d{13}|[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}.*|\d{1,2}\.? [A-Z][a-z]{2,8}\.? \d{4}.*|[A-Z][a-z]{2} [A-Z][a-z]{2} \d{1,2} \d\d:\d\d:\d\d .*)\s*$/;

const mean = (values: readonly string[], measure: (value: string) => number): number =>
  values.reduce((sum, value) => sum + measure(value), 0) / Math.max(1, values.length);

/** How much values look like what a person would read: 0 for numbers and links, some 4 for two words, up to 18. */
export function proseScore({ there, filled, distinct }: ColumnValues): number {
  if (there.length === 0) return 0;
  const letters = mean(there, (value) => (value.match(/\p{L}/gu) ?? []).length);
  const han = mean(there, (value) => (value.match(/\p{Script=Han}/gu) ?? []).length);
  const share =
    letters /
    Math.max(
      1,
      mean(there, (value) => value.length),
    );
  const words = mean(there, (value) => (value.match(/\s\S/g) ?? []).length) + han / 2;
  const plain = mean(there, (value) =>
    Number(LINK.test(value.trim()) || NUMBER.test(value) || /^[\w-]{20,}$/.test(value)),
  );
  // The same in every row, or few values many times: a category.
  const repeated =
    (distinct < 0.3 && there.length > 9) || (there.length > 1 && distinct === 1 / there.length) ? 0.3 : 1;
  return (
    3 * Math.log2(1 + Math.min(words, 60)) * Math.min(1, 1.6 * share) * (1 - plain) * repeated * (0.5 + 0.5 * filled)
  );
}

/** Whether values have letters at all, as every text has. */
export const haveLetters = ({ there }: ColumnValues): boolean =>
  mean(there, (value) => Number(/\p{L}/u.test(value) && !LINK.test(value.trim()))) >= 0.3;

export const areDates = ({ there }: ColumnValues): boolean =>
  there.length > 0 && mean(there, (value) => Number(DATE.test(value))) >= 0.6;

/** Whether a cell is a number, a date or a link, which no header has. */
export const isPlainValue = (cell: string): boolean => {
  const trimmed = cell.trim();
  return trimmed !== '' && ((NUMBER.test(trimmed) && /\d/.test(trimmed)) || LINK.test(trimmed) || DATE.test(trimmed));
};
