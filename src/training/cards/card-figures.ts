import { cardSchema } from '../../shared/model-card';
import { readJson, type ReadFile } from '../../model/format/read-json';
import { withFiles } from '../../model/format/with-files';
import type { Evaluation } from '../evaluation/evaluate';

/** A model's card with new figures for `data`; they replace earlier figures for the same data. */
export async function cardWithFigures(
  name: string,
  read: ReadFile,
  data: string,
  { n, accuracy, macroF1, macroRecall, neutralIgnored, pairs, calibrationError }: Evaluation,
): Promise<Map<string, Uint8Array>> {
  const card = await readJson(name, 'card.json', cardSchema, read);
  const figures = { data, n, accuracy, macroF1, macroRecall, neutralIgnored, pairs, calibrationError };
  const measured = [...card.measured.filter((one) => one.data !== data), figures];
  return withFiles({ ...card, measured }, new Map());
}
