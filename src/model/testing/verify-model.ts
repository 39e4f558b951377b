import { cardSchema } from '../../shared/model-card';
import { damaged } from '../format/damaged';
import { readBytes, readJson, type ReadFile } from '../format/read-json';
import { sha256 } from '../format/sha256';

/** Compares every file with the SHA-256 in the card; throws naming the first that differs. Slower than loading. */
export async function verifyModel(model: string, read: ReadFile): Promise<void> {
  const card = await readJson(model, 'card.json', cardSchema, read);
  for (const [file, { sha256: expected }] of Object.entries(card.files)) {
    const found = await sha256(await readBytes(model, file, read));
    if (found !== expected) throw damaged(model, file, 'is not the file the card describes: its SHA-256 differs');
  }
}
