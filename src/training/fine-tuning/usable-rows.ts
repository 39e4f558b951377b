import type { ClassCount, SameText, TrainingRow } from '../../shared/fine-tuning';
import { textKey } from '../rows/text-key';

/** The person's rows that can be trained on, by index, and the reasons why the others cannot. */
export interface UsableRows {
  readonly used: readonly number[];
  readonly duplicates: readonly SameText[];
  readonly conflicts: readonly SameText[];
  readonly withoutWords: readonly number[];
  readonly otherLabels: readonly number[];
  readonly otherLanguage: readonly number[];
}

/**
 * Chooses the usable rows. Rows with the same text are used once, or not at all if their labels differ.
 * @param labels the classes asked for; left out: all that the rows have
 * @param hasWords whether a text has a word that can be read
 * @param isForeign whether a text is in another language than the model: all of its words would be unknown
 */
export function usableRows(
  rows: readonly TrainingRow[],
  labels: readonly string[] | undefined,
  hasWords: (text: string) => boolean,
  isForeign: (text: string) => boolean,
): UsableRows {
  const [used, withoutWords]: [number[], number[]] = [[], []];
  const [otherLabels, otherLanguage]: [number[], number[]] = [[], []];
  const [duplicates, conflicts]: [SameText[], SameText[]] = [[], []];
  for (const same of groupsOf(rows)) {
    const known = same.filter((row) => labels?.includes(rows[row].label) ?? true);
    otherLabels.push(...same.filter((row) => !known.includes(row)));
    if (known.length === 0) continue;
    const { text } = rows[known[0]];
    if (isForeign(text)) {
      otherLanguage.push(...known);
      continue;
    }
    const given = new Set(known.map((row) => rows[row].label));
    if (given.size > 1) conflicts.push({ text, rows: known });
    else if (!hasWords(text)) withoutWords.push(...known);
    else {
      used.push(fullest(rows, known));
      if (known.length > 1) duplicates.push({ text, rows: known });
    }
  }
  const ascending = (of: number[]): number[] => of.sort((a, b) => a - b);
  return {
    used: ascending(used),
    withoutWords: ascending(withoutWords),
    otherLabels: ascending(otherLabels),
    otherLanguage: ascending(otherLanguage),
    ...{ duplicates, conflicts },
  };
}

function groupsOf(rows: readonly TrainingRow[]): number[][] {
  const groups = new Map<string, number[]>();
  rows.forEach(({ text }, row) => {
    const key = textKey(text);
    const of = groups.get(key);
    if (of) of.push(row);
    else groups.set(key, [row]);
  });
  return [...groups.values()];
}

/** Of rows with the same text and label: the first with an underlined reason, otherwise the first. */
const fullest = (rows: readonly TrainingRow[], same: readonly number[]): number =>
  same.find((row) => (rows[row].spans?.length ?? 0) > 0) ?? same[0];

/** How many rows have each label, in the order of the labels. */
export function classCounts(rows: readonly TrainingRow[], labels: readonly string[]): ClassCount[] {
  return labels.map((label) => ({ label, rows: rows.filter((row) => row.label === label).length }));
}

/** A class is rare if it has fewer rows than this share of an even distribution. */
const RARE = 0.5;
const MOST_TIMES = 4;

/**
 * How many times the rows of each class are repeated: rare classes are raised towards half of an even share, by a
 * factor of at most four.
 */
export function repetitionsOf(classes: readonly ClassCount[]): { readonly label: string; readonly times: number }[] {
  const present = classes.filter(({ rows }) => rows > 0);
  const even = present.reduce((sum, { rows }) => sum + rows, 0) / Math.max(1, present.length);
  return present.flatMap(({ label, rows }) => {
    const times = Math.min(MOST_TIMES, (RARE * even) / rows);
    return times > 1.05 ? [{ label, times: Math.round(10 * times) / 10 }] : [];
  });
}
