import { align } from '../../text/align';
import type { Segmenter } from '../../text/word';
import type { Row } from '../rows/row';
import type { MarkedSpan } from './rationale-spans';

/**
 * The words of each text that its counterfactual twin does not have: people changed just these to turn the label
 * (Kaushik et al. 2020). By row; rows without a twin of another label are not in it.
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
    const pieces = align(
      ours.map(({ text }) => text.toLowerCase()),
      theirs.map(({ text }) => text.toLowerCase()),
    );
    const only = (words: ReturnType<Segmenter>, at: (number | undefined)[]): MarkedSpan[] =>
      at.flatMap((i) => (i === undefined ? [] : [{ start: words[i].start, end: words[i].end, weight: 1 }]));
    differences.set(one, only(ours, pieces.filter(({ after }) => after === undefined).map(({ before }) => before))); // prettier-ignore
    differences.set(other, only(theirs, pieces.filter(({ before }) => before === undefined).map(({ after }) => after))); // prettier-ignore
  }
  return differences;
}
