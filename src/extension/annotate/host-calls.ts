import * as vscode from 'vscode';
import type { Deeds } from '../../annotate/worker/annotator-line';
import type { Files } from '../../shared/protocol/explainer';

/** What the annotating worker has the host do: the extension's own files, and files on no disk of this machine. */
export function deedsWith(files: Files): Deeds {
  const { fs } = vscode.workspace;
  const uri = (address: string): vscode.Uri => vscode.Uri.parse(address, true);
  return {
    resource: (path) => files.read(path),
    size: (address) =>
      fs.stat(uri(address)).then(
        ({ size }) => size,
        (error: unknown) => absent(error),
      ),
    read: (address) => fs.readFile(uri(address)),
    write: ({ address, bytes }) => fs.writeFile(uri(address), bytes).then(() => undefined),
    rename: ({ from, to }) => fs.rename(uri(from), uri(to), { overwrite: true }).then(() => undefined),
    remove: (address) =>
      fs.delete(uri(address), { recursive: true, useTrash: false }).then(
        () => undefined,
        (error: unknown) => absent(error),
      ),
    list: (address) =>
      fs.readDirectory(uri(address)).then(
        (entries) => entries.map(([name]) => name),
        (error: unknown) => absent(error),
      ),
  };
}

function absent(error: unknown): undefined {
  if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
  throw error;
}
