import * as vscode from 'vscode';
import { findRestored, type RestoredText } from './restored-text';

/** Shows a word of a restored text in its editor; does nothing where the text is gone. */
export async function revealRestored(restored: RestoredText, word: number): Promise<void> {
  const span = restored.words[word];
  if (span) await select(restored, span.start, span.start);
}

/** Explains a restored text again, where it stands now. */
export async function explainRestored(restored: RestoredText): Promise<void> {
  if (await select(restored, 0, restored.text.length)) await vscode.commands.executeCommand('saliency.explain');
}

/** Selects from–to of the text; false where the file or the text is gone. */
async function select(restored: RestoredText, from: number, to: number): Promise<boolean> {
  const uri = vscode.Uri.parse(restored.uri);
  const document = await vscode.workspace.openTextDocument(uri).then(undefined, () => undefined);
  const start = document && findRestored(restored, document.getText());
  if (!document || start === undefined) {
    const message = vscode.l10n.t('The explained text is no longer there: {0}', vscode.workspace.asRelativePath(uri));
    void vscode.window.showInformationMessage(message);
    return false;
  }
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  const viewColumn = visible?.viewColumn ?? vscode.ViewColumn.One;
  const editor = await vscode.window.showTextDocument(document, { viewColumn });
  editor.selection = new vscode.Selection(document.positionAt(start + from), document.positionAt(start + to));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  return true;
}
