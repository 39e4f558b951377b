import { loadWholeModel } from '../../../model/network/load-whole-model';
import { probabilitiesOf } from '../../../model/probabilities';
import type { Model } from '../../../model/model';
import { answersOf, type ImportAnswers } from '../answers';
import { filesOfImported, importModel } from '../import-model';
import { inspectKeras, type Inspected } from '../inspect';
import { readModel } from '../read-model';
import type { WrittenModel } from './write-models';

/** Words of one letter, so that nothing is cut or changed: `a` has the id 1. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** A vocabulary for so many rows, in which id 1 is the word `a`; words that it lacks are left out. */
export const letters = (rows: number): ImportAnswers['vocabulary'] => ({
  file: 'words.json',
  bytes: new TextEncoder().encode(
    JSON.stringify(Object.fromEntries(Array.from(LETTERS.slice(0, rows - 1), (letter, at) => [letter, at + 1]))),
  ),
});

export const inspected = async (written: WrittenModel): Promise<Inspected> =>
  inspectKeras(
    await readModel(written.file, written.bytes, (path) => {
      const found = written.beside?.get(path);
      return found ? Promise.resolve(found) : Promise.reject(new Error('ENOENT'));
    }),
  );

/** The model that an import of a file gives, loaded from the files that it writes. */
export async function imported(written: WrittenModel, said: Partial<ImportAnswers> = {}): Promise<Model> {
  const found = await inspected(written);
  const { answers } = answersOf(found, { name: 'mine', vocabulary: letters(found.rows), ...said });
  const files = await filesOfImported(importModel(found, answers));
  return loadWholeModel('mine', (path) => {
    const bytes = files.get(path);
    return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no file ${path}`));
  });
}

/** Probabilities of a text of words with these ids, spelt as letters. */
export function probabilities(model: Model, ids: readonly number[]): number[] {
  const words = ids.map((id, at) => ({ text: LETTERS[id - 1], start: 2 * at, end: 2 * at + 1 }));
  const { ids: own, mask } = model.encode(words);
  return probabilitiesOf(model.forward(own, mask).logits);
}
