import type { ModelCard } from '../../shared/model-card';
import { sha256 } from './sha256';

const utf8 = new TextEncoder();

/** A value as the bytes of a JSON file of a model folder. */
export const jsonFile = (value: unknown): Uint8Array => utf8.encode(`${JSON.stringify(value, null, 2)}\n`);

/**
 * A model's files that are new or changed, and its card, which lists them with their checksums.
 *
 * @param card that of the folder, with the changes to be written
 */
export async function withFiles(
  card: ModelCard,
  changed: ReadonlyMap<string, Uint8Array>,
): Promise<Map<string, Uint8Array>> {
  const files = { ...card.files };
  for (const [name, of] of changed) files[name] = { bytes: of.length, sha256: await sha256(of) };
  const size = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0);
  return new Map([...changed, ['card.json', jsonFile({ ...card, files, size })]]);
}
