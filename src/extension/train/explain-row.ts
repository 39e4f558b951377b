import * as vscode from 'vscode';
import type { RowResult } from '../../shared/fine-tuning';
import type { TrainingParts } from './training-host';

/** Opens a row explained by the new model: in its file where its text stands there as it was read, else on its own. */
export async function explainRow(parts: TrainingParts, { text, place, row }: RowResult, model: string): Promise<void> {
  const found = place?.address === undefined ? undefined : await foundIn(place.address, text, place.line);
  if (found) {
    const { document, start } = found;
    const range = new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
    const editor = await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return explainIn(parts, document, start, text, model);
  }
  await parts.readOnly.show(`${vscode.l10n.t('Row {0}', place?.line ?? row + 1)}.txt`, text);
  const shown = vscode.window.activeTextEditor?.document;
  if (shown?.getText() === text) await explainIn(parts, shown, 0, text, model);
}

/** Where a text stands in a file of text: from its line on, else anywhere; not where it is written in another way. */
async function foundIn(address: string, text: string, line = 1) {
  const uri = vscode.Uri.parse(address);
  if (/\.(xlsx|xlsm|ods|zip|gz)$/i.test(uri.path)) return undefined;
  const document = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  if (!document) return undefined;
  const whole = document.getText();
  const from = document.offsetAt(new vscode.Position(Math.min(Math.max(0, line - 1), document.lineCount - 1), 0));
  const near = whole.indexOf(text, from);
  const start = near >= 0 ? near : whole.indexOf(text);
  return start >= 0 ? { document, start } : undefined;
}

async function explainIn(
  { texts, current }: TrainingParts,
  document: vscode.TextDocument,
  start: number,
  text: string,
  model: string,
): Promise<void> {
  const range = await texts.explain(document, { start, end: start + text.length }, { model });
  if (range) current.show(range);
}
