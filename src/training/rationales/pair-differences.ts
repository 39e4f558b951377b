import { changedWords } from '../../text/changed-words';
import type { MarkedSpan } from '../../text/marked-spans';
import type { Segmenter } from '../../text/word';
import type { Row } from '../rows/row';

/**
 * The words of each text that its counterfactual twin does not have: people changed just these to flip the label (Kaushik
 * et al. 2020). Keyed by row; rows without a twin of another label are left out.
 */
export function pairDifferences(rows: readonly Row[], segment: Segmenter): Map<Row, readonly MarkedSpan[]> {
  const pairs = new Map<unknown, Row[]>();
  for (const row of rows) {
    if (row.fields.pair !== undefined) pairs.set(row.fields.pair, [...(pairs.get(row.fields.pair) ?? []), row]);
  }
  const differences = new Map<Row, readonly MarkedSpan[]>();
  for (const [one, other] of pairs.values()) {
    if (!other || one.label === other.label) continue;
    const [ours, theirs] = [segment(one.text), segment(other.text)];
    const only = (words: typeof ours, changed: readonly boolean[]): MarkedSpan[] =>
      words.filter((_, i) => changed[i]).map(({ start, end }) => ({ start, end, weight: 1 }));
    differences.set(one, only(ours, changedWords(ours, theirs)));
    differences.set(other, only(theirs, changedWords(theirs, ours)));
  }
  return differences;
}
