import { cardSchema } from '../../shared/model-card';
import { readJson, type ReadFile } from '../../model/format/read-json';
import { markedSpans, type MarkedSpan } from '../../text/marked-spans';
import type { Segmenter } from '../../text/word';
import { hashOfText, type HeldTexts } from '../rows/held-texts';
import type { Row } from '../rows/row';
import { splitRows, type Split } from '../rows/split';
import { segmenterFor, type ReadDictionary } from '../../text/languages';
import { pairDifferences } from './pair-differences';

/** The shares of the texts that are held out: for choosing the epoch, and for the reported figures. */
export interface HeldOutShares {
  readonly validation: number;
  readonly test: number;
}

/** The rows with human rationales: underlined in the text, or words that differ from the counterfactual twin. */
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

/**
 * Splits them into training, validation and test rows, always in the same way.
 * @param held rows that the model itself was not trained on keep the part that they had there, so that a figure on them is
 * one of rows that neither the model nor its head has seen
 */
export function splitMarked(
  marks: ReadonlyMap<Row, unknown>,
  heldOut: HeldOutShares,
  seed: number,
  held: HeldTexts = new Map(),
): Split {
  const shares = { validationShare: heldOut.validation, testShare: heldOut.test };
  const split = splitRows([...marks.keys()], { ...shares, groupBy: ['pair', 'group'], seed });
  if (held.size === 0) return split;
  const own = new Map([...marks.keys()].map((row) => [row, held.get(hashOfText(row.text))]));
  const moved = (part: 'validation' | 'test') => [
    ...split[part].filter((row) => (own.get(row) ?? part) === part),
    ...[...own].filter(([row, of]) => of === part && !split[part].includes(row)).map(([row]) => row),
  ];
  return {
    train: split.train.filter((row) => own.get(row) === undefined),
    validation: moved('validation'),
    test: moved('test'),
  };
}

/** The shares and the seed of the split that `train-saliency` uses by default. */
export const HELD_OUT = { validation: 0.1, test: 0.1, seed: 1 } as const;

/** The validation or test rows that `train-saliency`, with its default split, holds out for this model. */
export async function rowsKeptApart(
  model: string,
  read: ReadFile,
  dictionary: ReadDictionary,
  rows: readonly Row[],
  part: 'validation' | 'test',
): Promise<readonly Row[]> {
  const { language } = await readJson(model, 'card.json', cardSchema, read);
  const marks = markedRows(rows, await segmenterFor(language, dictionary));
  return splitMarked(marks, HELD_OUT, HELD_OUT.seed)[part];
}
