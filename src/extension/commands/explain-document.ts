import * as vscode from 'vscode';
import type { Services } from '../activate/services';
import { editorToExplain } from './editor-to-explain';
import { attempt, nothingToExplain } from './explain';
import { readDocument } from './read-document';

/**
 * Predicts every sentence of the active document (of code: of its comments and strings), or of all Markdown cells of a notebook, and explains the words where
 * the view is; both are kept up to date until the explanations are cleared.
 */
export async function explainDocument(parts: Services): Promise<void> {
  await attempt(parts, async (signal) => {
    for (const [document, line] of await documents()) {
      signal.throwIfAborted();
      if (document.getText().trim() !== '') await readDocument(parts, document, line, signal);
    }
    return [];
  });
}

/** Each with the line that is in view. */
async function documents(): Promise<[vscode.TextDocument, number][]> {
  const notebook = vscode.window.activeNotebookEditor;
  if (notebook) {
    const cells = notebook.notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Markup);
    if (cells.length === 0) throw nothingToExplain();
    return cells.map(({ document }) => [document, 0]);
  }
  const editor = await editorToExplain();
  if (!editor || editor.document.getText().trim() === '') throw nothingToExplain();
  return [[editor.document, editor.visibleRanges.at(0)?.start.line ?? 0]];
}
