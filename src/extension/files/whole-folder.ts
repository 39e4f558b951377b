import * as vscode from 'vscode';
import { baseName, parentOf } from './paths';
import { ifThere } from './whole-file';

const CARD = 'card.json';

/**
 * Gives a folder of a model the place of another: at once where there is none yet. Otherwise its files replace those of the
 * same names and the others stay; until all of them have, the other has no card, without which a folder is no model.
 */
export async function moveFolder(from: vscode.Uri, to: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  if (!(await ifThere(fs.stat(to)))) return fs.rename(from, to);
  const inside = vscode.Uri.joinPath;
  await ifThere(fs.delete(inside(to, CARD)));
  const names = (await fs.readDirectory(from)).map(([name]) => name);
  for (const name of names.sort((a, b) => Number(a === CARD) - Number(b === CARD)))
    await fs.rename(inside(from, name), inside(to, name), { overwrite: true });
  await ifThere(fs.delete(from, { recursive: true }));
}

/** Writes the folder of a model whole, or not at all: its files stand beside it until all are there. */
export async function writeFolder(
  folder: vscode.Uri,
  files: readonly { readonly file: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const { fs } = vscode.workspace;
  // No model can have a name that begins with a dot.
  const partial = vscode.Uri.joinPath(parentOf(folder), `.${baseName(folder)}.partial`);
  try {
    for (const { file, bytes } of files) await fs.writeFile(vscode.Uri.joinPath(partial, file), bytes);
    await moveFolder(partial, folder);
  } catch (error) {
    // The first error says what went wrong.
    await fs.delete(partial, { recursive: true }).then(undefined, () => undefined);
    throw error;
  }
}
