import * as vscode from 'vscode';
import type { SavedRow } from '../../annotate/overview/saved-rows';
import type { RowServices } from './overview-host';
import { parentOf } from './sources';

type AnsweredRow = Exclude<SavedRow, { readonly error: string }>;

/** Shows a row in its file, its words marked; where the text does not stand there as it was read, beside it. */
export async function openRow(parts: RowServices, results: vscode.Uri, row: AnsweredRow): Promise<void> {
  const uri = row.file === undefined ? undefined : vscode.Uri.joinPath(parentOf(results), row.file);
  const document = uri && (await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined));
  if (document) {
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    const line = Math.min(Math.max(0, (row.line ?? 1) - 1), document.lineCount - 1);
    const start = placeOf(document.getText(), document.offsetAt(new vscode.Position(line, 0)), row.text);
    const end = start === undefined ? undefined : start + row.text.length;
    const [from, to] =
      start === undefined || end === undefined
        ? [new vscode.Position(line, 0), document.lineAt(line).range.end]
        : [document.positionAt(start), document.positionAt(end)];
    editor.selection = new vscode.Selection(from, start === undefined ? to : from);
    editor.revealRange(new vscode.Range(from, to), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    if (start !== undefined) return explainIn(parts, document, start, row);
  }
  await parts.readOnly.show(vscode.l10n.t('Row {0}', row.row) + '.txt', row.text);
  const shown = vscode.window.activeTextEditor?.document;
  if (shown?.getText() === row.text) await explainIn(parts, shown, 0, row);
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

/** Where the text stands, from the line on which its row begins; undefined where it was written in another way there. */
function placeOf(content: string, from: number, text: string): number | undefined {
  const at = content.indexOf(text, from);
  // A row of a table or an object may have other fields before its text, but not whole pages.
  return at >= 0 && at - from < 20_000 ? at : undefined;
}
