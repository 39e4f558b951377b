import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Language } from '../../shared/languages';
import { SaliencyError } from '../../shared/saliency-error';
import { everydayPhrases, everydaySentences, partOfSentences, type EverydayPart } from '../../training/rows/everyday';
import type { Row } from '../../training/rows/row';

/** The folder in a clone, found from the bundle in `dist/`; an installed package has none. */
const FOLDER = join(dirname(dirname(fileURLToPath(import.meta.url))), 'data', 'everyday');

/** The rows of one part of the project's own sentences, in one language. */
export async function everydayRows(part: EverydayPart, language: Language): Promise<Row[]> {
  const kind = part === 'phrases' || part === 'held-out' ? part : 'sentences';
  const path = join(FOLDER, `${language}.${kind}.tsv`);
  const file = await readFile(path, 'utf8').catch(() => {
    throw new SaliencyError(
      `There is no file ${path}: plans with "everyday" are for a clone of the project.`,
      'no-such-file',
    );
  });
  if (part === 'phrases') return everydayPhrases(file, path);
  const rows = everydaySentences(file, path);
  return part === 'held-out' ? rows : partOfSentences(part, rows, language);
}
