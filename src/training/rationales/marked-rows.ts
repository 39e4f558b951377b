import { cardSchema } from '../../shared/model-card';
import { readJson, type ReadFile } from '../../model/format/read-json';
import { markedSpans, type MarkedSpan } from '../../text/marked-spans';
import type { Segmenter } from '../../text/word';
import type { Row } from '../rows/row';
import { splitRows, type Split } from '../rows/split';
import { segmenterFor, type Jieba } from '../rows/segmenter';
import { pairDifferences } from './pair-differences';

/** Shares of the texts that choose the epoch, and that figures are measured on. */
export interface HeldOut {
  readonly validation: number;
  readonly test: number;
}

/** The rows in which people marked something, in the text or by editing it into its twin. */
export function markedRows(rows: readonly Row[], segment: Segmenter): Map<Row, readonly MarkedSpan[]> {
  const marks = new Map<Row, readonly MarkedSpan[]>();
  for (const row of rows) {
    const spans = markedSpans(row);
    if (spans.length > 0) marks.set(row, spans);
  }
  // Twins of `data/everyday` are underlined, where there is a reason.
  const edited = rows.filter(({ fields }) => fields.contrast === undefined);
  for (const [row, spans] of pairDifferences(edited, segment)) if (spans.length > 0) marks.set(row, spans);
  return marks;
}

/** Cuts them in three, the same way each time: what learns from the first part is measured on the last. */
export function splitMarked(marks: ReadonlyMap<Row, unknown>, heldOut: HeldOut, seed: number): Split {
  const shares = { validationShare: heldOut.validation, testShare: heldOut.test };
  return splitRows([...marks.keys()], { ...shares, groupBy: ['pair', 'group'], seed });
}

/** What `train-saliency` keeps apart unless it is told otherwise. */
export const HELD_OUT = { validation: 0.1, test: 0.1, seed: 1 } as const;

/** The rows of one kind that `train-saliency`, with its own shares and seed, does not teach that model. */
export async function rowsKeptApart(
  model: string,
  read: ReadFile,
  jieba: Jieba,
  rows: readonly Row[],
  part: 'validation' | 'test',
): Promise<readonly Row[]> {
  const { language } = await readJson(model, 'card.json', cardSchema, read);
  const marks = markedRows(rows, await segmenterFor(language, jieba));
  return splitMarked(marks, HELD_OUT, HELD_OUT.seed)[part];
}
