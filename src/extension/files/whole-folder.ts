import * as vscode from 'vscode';
import { cardLast, cardWithin, writeModelFolder } from '../../shared/model-folder';
import { ifThere } from './whole-file';

const uriOf = (address: string): vscode.Uri => vscode.Uri.parse(address, true);

/**
 * Moves the folder of a model, also over another model: then its files replace those of the same names, and the others stay.
 * Meanwhile the target has no card, and a folder without one is no model.
 */
export async function moveFolder(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  if (!(await ifThere(fs.stat(to)))) return fs.rename(from, to);
  const inside = vscode.Uri.joinPath;
  await ifThere(fs.delete(uriOf(cardWithin(to.toString()))));
  const names = (await fs.readDirectory(from)).map(([name]) => name);
  for (const name of cardLast(names)) await fs.rename(inside(from, name), inside(to, name), { overwrite: true });
  await ifThere(fs.delete(from, { recursive: true }));
}

/** Writes the folder of a model whole, or not at all: its files stand beside it until all are there. */
export function writeFolder(
  folder: vscode.Uri,
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const { fs } = vscode.workspace;
  const store = {
    save: (address: string, bytes: Uint8Array) => fs.writeFile(uriOf(address), bytes),
    remove: (address: string) => ifThere(fs.delete(uriOf(address), { recursive: true })),
    move: (from: string, to: string) => moveFolder(uriOf(from), uriOf(to)),
  };
  return writeModelFolder(
    store,
    folder.toString(),
    files.map(({ file, bytes }) => [file, bytes]),
  );
}
