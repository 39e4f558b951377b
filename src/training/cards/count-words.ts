import { cardSchema, vocabularyIn } from '../../shared/model-card';
import { readJson, type ReadFile } from '../../model/format/read-json';
import { withFiles } from '../../model/format/with-files';
import { Vocabulary } from '../../text/vocabulary';
import type { Row } from '../rows/row';
import { segmenterFor, type ReadDictionary } from '../../text/languages';
import { sourceRows, type PlannedRows } from '../plans/source-rows';
import { tokenizeRows, tokenizer } from '../rows/encoded-texts';
import { wordCounts } from './word-counts';

export interface CountRequest {
  readonly name: string;
  readonly read: ReadFile;
  readonly rows: readonly Row[];
  readonly dictionary: ReadDictionary;
}

/** Counts, for each word and label, the training texts of a model that have the word. Returns the changed files of the model, by name. */
export async function countWords({ name, read, rows, dictionary }: CountRequest): Promise<Map<string, Uint8Array>> {
  const card = await readJson(name, 'card.json', cardSchema, read);
  const tokenize = tokenizer(await segmenterFor(card.language, dictionary), card.standardisation);
  const lines = new TextDecoder().decode(await read(vocabularyIn(card)));
  const vocabulary = Vocabulary.parse(lines, { masksUnknown: false });
  const counts = wordCounts(tokenizeRows(rows, tokenize), card.labels, vocabulary);
  return withFiles(card, new Map([['counts.txt', new TextEncoder().encode(counts)]]));
}

/** The rows of a plan that train; `splitSeed` as it was in training. */
export function planTrainingRows(planned: PlannedRows, splitSeed: number): Row[] {
  return sourceRows(planned, splitSeed).flatMap(({ train }) => [...train]);
}
