import * as vscode from 'vscode';
import type { CommandServices } from './command';

/** @param more all that are selected in the explorer @param choices answers to what is asked otherwise */
export async function annotate(
  { annotation }: CommandServices,
  uri?: vscode.Uri,
  more?: readonly vscode.Uri[],
  choices?: object,
): Promise<void> {
  const files = await annotation();
  await files.annotate(more?.length ? more : [uri ?? (await openFile())], choices);
}

/** @param more all that are selected in the explorer; or, from the result of a training, which rows to go through */
export async function openOverview({ annotation }: CommandServices, uri?: vscode.Uri, more?: unknown): Promise<void> {
  const files = await annotation();
  await files.openOverview(uri ?? (await openFile()), nextIn(more));
}

/** `{ next: [12, 3] }`: numbers of rows. */
function nextIn(more: unknown): readonly number[] | undefined {
  const { next } = (more ?? {}) as { readonly next?: unknown };
  const rows = Array.isArray(next) ? next.filter((row): row is number => Number.isInteger(row)) : [];
  return rows.length > 0 ? rows : undefined;
}

/** The file of the active editor, as it is on disk; where there is none, one that the person chooses. */
export async function openFile(): Promise<vscode.Uri> {
  const document = vscode.window.activeTextEditor?.document;
  if (document && !document.isUntitled && !document.uri.scheme.startsWith('saliency')) {
    await document.save();
    return document.uri;
  }
  const chosen = await vscode.window.showOpenDialog({ canSelectFiles: true, canSelectFolders: true });
  if (!chosen?.length) throw new vscode.CancellationError();
  return chosen[0];
}
