import * as vscode from 'vscode';
import type { SavedRow } from '../../annotate/saved-rows';
import type { RowServices } from './overview-host';
import { parentOf } from '../files/paths';
import { showRow } from './show-row';

type AnsweredRow = Exclude<SavedRow, { readonly error: string }>;

/**
 * Shows a row in its file: exactly the cell that was read is selected, with its words highlighted. Where its text is
 * written in another way there (doubled quotes, escapes), or no editor shows the file, the text is shown on its own.
 */
export async function openRow(parts: RowServices, results: vscode.Uri, row: AnsweredRow): Promise<void> {
  const uri = row.file === undefined ? undefined : vscode.Uri.joinPath(parentOf(results), row.file);
  const isText = row.at !== undefined || !/\.(xlsx|xlsm|ods|zip|gz)$/i.test(row.file ?? '');
  const document = uri && isText ? await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined) : undefined; // prettier-ignore
  const { model, language, text } = row;
  const method = 'method' in row ? row.method : undefined;
  const asked = { model, language, method };
  await showRow(parts, document && cellOf(document, row), { text, title: vscode.l10n.t('Row {0}', row.row), asked });
}

/** Where the text of a row stands; rows of older versions have only the line. */
function cellOf(document: vscode.TextDocument, { at, line, text }: AnsweredRow) {
  const range = at
    ? document.validateRange(new vscode.Range(at[0] - 1, at[1] - 1, at[2] - 1, at[3] - 1))
    : document.lineAt(Math.min(Math.max(0, (line ?? 1) - 1), document.lineCount - 1)).range;
  const written = document.getText(range).replace(/\r\n?/g, '\n');
  return { document, range, isText: written === text.replace(/\r\n?/g, '\n') };
}
