import * as vscode from 'vscode';

/** Replacements under way in this extension host, by address: the next of a file waits for the one before. */
const underWay = new Map<string, Promise<void>>();
/** How often a file is written: another window may rename, and so take away, the one that was written beside it. */
const ATTEMPTS = 3;

/**
 * Replaces a file: it is written beside it first. Replacements of one file come one after another, the last one last: two
 * at once would write the same file beside it, and the second rename would find none. The editor makes the folders.
 *
 * The editor's rename takes the old file away before it moves the new one: who ends between the two leaves only the file
 * beside it, which `readReplacedFile` reads.
 */
export function replaceFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const address = uri.toString();
  const before = underWay.get(address) ?? Promise.resolve();
  const now = before
    .then(
      () => replaced(uri, bytes),
      () => replaced(uri, bytes),
    )
    .finally(() => underWay.get(address) === now && underWay.delete(address));
  underWay.set(address, now);
  return now;
}

/** Reads a file that `replaceFile` writes, even while it does so or after it was stopped halfway; undefined if there is none. */
export async function readReplacedFile(uri: vscode.Uri): Promise<Uint8Array | undefined> {
  const { fs } = vscode.workspace;
  // The third for a rename that ended between the first two.
  for (const each of [uri, besideOf(uri), uri]) {
    const bytes = await ifThere(fs.readFile(each));
    if (bytes) return bytes;
  }
  return undefined;
}

/** Takes away a file that `replaceFile` replaces, and what may stand beside it. */
export async function removeReplacedFile(uri: vscode.Uri): Promise<void> {
  await underWay.get(uri.toString())?.catch(() => undefined);
  for (const each of [besideOf(uri), uri])
    await ifThere(vscode.workspace.fs.delete(each, { recursive: true, useTrash: false }));
}

const besideOf = (uri: vscode.Uri): vscode.Uri => uri.with({ path: `${uri.path}.tmp` });

async function replaced(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const temporary = besideOf(uri);
  for (let attempt = 1; ; attempt++) {
    try {
      await fs.writeFile(temporary, bytes);
      return await fs.rename(temporary, uri, { overwrite: true });
    } catch (error) {
      if (isMissing(error) && attempt < ATTEMPTS) continue;
      await fs.delete(temporary).then(undefined, () => undefined);
      throw error;
    }
  }
}

/** Undefined if there is no such file. */
export async function ifThere<T>(found: PromiseLike<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const isMissing = (error: unknown): boolean => error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
