import { textKey } from '../rows/text-key';

/** Texts that occur more than once, compared by their letters and digits in one case. */
export interface Duplicates {
  /** Different texts that have copies. */
  readonly texts: number;
  /** Rows that repeat an earlier one. */
  readonly rows: number;
  /** Texts whose copies have different labels. */
  readonly contradicting: number;
}

/** Texts that occur in both training and test rows: a model may have memorised them, so they measure nothing. */
export interface SharedTexts {
  readonly texts: number;
  readonly trainRows: number;
  readonly testRows: number;
  readonly contradicting: number;
}

export interface LabelledText {
  readonly text: string;
  readonly label?: string;
}

interface Copies {
  rows: number;
  readonly labels: Set<string>;
}

function copiesOf(rows: readonly LabelledText[]): Map<string, Copies> {
  const copies = new Map<string, Copies>();
  for (const { text, label } of rows) {
    const key = textKey(text);
    let found = copies.get(key);
    if (!found) copies.set(key, (found = { rows: 0, labels: new Set() }));
    found.rows++;
    if (label !== undefined) found.labels.add(label);
  }
  return copies;
}

export function duplicatesWithin(rows: readonly LabelledText[]): Duplicates {
  const repeated = [...copiesOf(rows).values()].filter(({ rows: count }) => count > 1);
  return {
    texts: repeated.length,
    rows: repeated.reduce((sum, { rows: count }) => sum + count - 1, 0),
    contradicting: repeated.filter(({ labels }) => labels.size > 1).length,
  };
}

export function sharedTexts(train: readonly LabelledText[], test: readonly LabelledText[]): SharedTexts {
  const inTest = copiesOf(test);
  const shared = [...copiesOf(train)].flatMap(([key, copies]) => {
    const other = inTest.get(key);
    return other ? [{ copies, other }] : [];
  });
  return {
    texts: shared.length,
    trainRows: shared.reduce((sum, { copies }) => sum + copies.rows, 0),
    testRows: shared.reduce((sum, { other }) => sum + other.rows, 0),
    contradicting: shared.filter(({ copies, other }) => new Set([...copies.labels, ...other.labels]).size > 1).length,
  };
}
