/** The file without which a folder is no model. */
const CARD = 'card.json';

/** Files and folders by their addresses. */
export interface FolderStore {
  save(address: string, bytes: Uint8Array): PromiseLike<void>;
  /** A file or a folder; nothing happens if there is none. */
  remove(address: string): PromiseLike<unknown>;
  /** Gives a folder the place of another, whose other files stay. */
  move(from: string, to: string): PromiseLike<void>;
}

/** A file below an address: `memory:/models/mine` and `card.json`. */
export const within = (address: string, file: string): string => `${address.replace(/[\\/]+$/, '')}/${file}`;

/** The files of a model's folder in the order in which they replace others: until all have, there is no card. */
export const cardLast = (files: readonly string[]): string[] =>
  [...files].sort((a, b) => Number(a === CARD) - Number(b === CARD));

/** The card of the model in a folder. */
export const cardWithin = (folder: string): string => within(folder, CARD);

/** Where a model's files stand until they are all there: beside its folder, under a name that no model can have. */
export function partialFolder(out: string): string {
  const [, parent, name] = /^(.*?)([^\\/]+)[\\/]*$/.exec(out) ?? ['', '', out];
  return `${parent}.${name}.partial`;
}

/**
 * Writes a model whole or not at all: what ends it before all files are there takes them away. A process that is killed
 * leaves the partial folder, which the next attempt takes away.
 *
 * @param pass awaited before each file and before they are put in place; what it throws ends the writing
 */
export async function writeModelFolder(
  store: FolderStore,
  out: string,
  files: Iterable<readonly [file: string, bytes: Uint8Array]>,
  pass: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  const partial = partialFolder(out);
  try {
    await store.remove(partial);
    for (const [file, bytes] of files) {
      await pass();
      await store.save(within(partial, file), bytes);
    }
    await pass();
    await store.move(partial, out);
  } catch (error) {
    // The first error says what went wrong.
    await store.remove(partial).then(undefined, () => undefined);
    throw error;
  }
}
