import * as vscode from 'vscode';
import type { SavedRow } from '../../annotate/saved-rows';
import type { RowServices } from './overview-host';
import { parentOf } from '../files/paths';

type AnsweredRow = Exclude<SavedRow, { readonly error: string }>;

/**
 * Shows a row in its file: exactly the cell that was read is selected, with its words highlighted. Where its text is
 * written in another way there (doubled quotes, escapes), or no editor shows the file, the text is shown on its own.
 */
export async function openRow(parts: RowServices, results: vscode.Uri, row: AnsweredRow): Promise<void> {
  const uri = row.file === undefined ? undefined : vscode.Uri.joinPath(parentOf(results), row.file);
  const isText = row.at !== undefined || !/\.(xlsx|xlsm|ods|zip|gz)$/i.test(row.file ?? '');
  const document = uri && isText ? await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined) : undefined; // prettier-ignore
  if (document) {
    const cell = cellOf(document, row);
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    editor.selection = new vscode.Selection(cell.start, cell.end);
    editor.revealRange(cell, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    const written = document.getText(cell).replace(/\r\n?/g, '\n');
    if (written === row.text.replace(/\r\n?/g, '\n'))
      return explainIn(parts, document, document.offsetAt(cell.start), row);
  }
  await parts.readOnly.show(vscode.l10n.t('Row {0}', row.row) + '.txt', row.text);
  const shown = vscode.window.activeTextEditor?.document;
  if (shown?.getText() === row.text) await explainIn(parts, shown, 0, row);
}

/** Where the text of a row stands; rows of older versions have only the line. */
function cellOf(document: vscode.TextDocument, { at, line }: AnsweredRow): vscode.Range {
  if (at) {
    const [startLine, startColumn, endLine, endColumn] = at;
    return document.validateRange(new vscode.Range(startLine - 1, startColumn - 1, endLine - 1, endColumn - 1));
  }
  return document.lineAt(Math.min(Math.max(0, (line ?? 1) - 1), document.lineCount - 1)).range;
}

async function explainIn(
  parts: RowServices,
  document: vscode.TextDocument,
  start: number,
  row: AnsweredRow,
): Promise<void> {
  const span = { start, end: start + row.text.length };
  const { model, language } = row;
  const method = 'method' in row ? row.method : undefined;
  const range = await parts.texts.explain(document, span, { model, language, method });
  if (range) parts.current.show(range);
}
