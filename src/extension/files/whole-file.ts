import * as vscode from 'vscode';

/** Replaces a file whole or not at all: it is written beside it first. The editor makes the folders. */
export async function replaceFile(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  const { fs } = vscode.workspace;
  const temporary = uri.with({ path: `${uri.path}.tmp` });
  try {
    await fs.writeFile(temporary, bytes);
    await fs.rename(temporary, uri, { overwrite: true });
  } catch (error) {
    await fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}

/** Undefined if there is no such file. */
export async function ifThere<T>(found: PromiseLike<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
