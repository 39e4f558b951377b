import type { WordCounts } from '../../shared/protocol/explainer';
import { vocabularyIn, type ModelCard } from '../../shared/model-card';
import type { ReadFile } from '../../model/format/read-json';
import { tokenOf } from '../../text/normalisation';
import { COUNTS } from '../installation';

/** The counts of one model: for each token, one count per label, in the order of the card. */
type Table = ReadonlyMap<string, readonly number[]>;

/**
 * The counts of a model, read when they are first asked for. `counts.txt` is optional: one line for each line of
 * `vocabulary.txt`, with the number of training texts of each label that hold the token, in the card's order of labels,
 * tabs between. A model without it, or with one that does not fit, has no counts.
 */
export class WordCounter {
  private readonly tables = new Map<string, Promise<Table | undefined>>();

  async seen(model: string, card: ModelCard, word: string, read: ReadFile): Promise<WordCounts | undefined> {
    const known = this.tables.get(model) ?? tableOf(card, read).catch(() => undefined);
    this.tables.set(model, known);
    const counts = (await known)?.get(tokenOf(word, card.standardisation));
    return counts && Object.fromEntries(card.labels.map((label, index) => [label, counts[index]]));
  }
}

async function tableOf(card: ModelCard, read: ReadFile): Promise<Table | undefined> {
  const [counts, tokens] = await Promise.all([linesOf(COUNTS, read), linesOf(vocabularyIn(card), read)]);
  const rows = counts.map((line) => line.split('\t').map(Number));
  const fits = rows.every(
    (row) => row.length === card.labels.length && row.every((n) => Number.isInteger(n) && n >= 0),
  );
  return fits && rows.length === tokens.length ? new Map(tokens.map((token, line) => [token, rows[line]])) : undefined;
}

async function linesOf(file: string, read: ReadFile): Promise<string[]> {
  const lines = new TextDecoder().decode(await read(file)).split(/\r?\n/u);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}
