import * as vscode from 'vscode';
import type { Files } from '../../shared/protocol/explainer';
import { copyToMove } from '../../shared/rpc/moving';
import type { TeacherHost } from '../../training/teach/teacher';

/** Files for the teaching worker: the extension's own, and those of runs and models, wherever they are. */
export function teacherHost(files: Files): TeacherHost {
  const { fs } = vscode.workspace;
  return {
    read: async (path) => copyToMove(await files.read(path)),
    load: async (address) => {
      const bytes = await ifThere(fs.readFile(uriOf(address)));
      return bytes && copyToMove(bytes);
    },
    save: (address, bytes) => saveWhole(uriOf(address), bytes),
    remove: async (address) => {
      await ifThere(fs.delete(uriOf(address), { recursive: true, useTrash: false }));
    },
  };
}

const uriOf = (address: string): vscode.Uri => vscode.Uri.parse(address, true);

/** Replaces a file whole, or not at all; the editor makes the folders. */
export async function saveWhole(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
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

/** Undefined where there is no such file. */
export async function ifThere<T>(found: PromiseLike<T>): Promise<T | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}
