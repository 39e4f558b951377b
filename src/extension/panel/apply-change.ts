import * as vscode from 'vscode';
import type { TextEdit } from '../../shared/studies';
import type { ExplainedRange } from '../ranges/current-explanation';

/**
 * Makes the edits of a change in the editor, in one step that can be undone. Does nothing where the explained text is not
 * what it was, and says so (false); `range` is as it stands now, undefined: it is gone.
 */
export async function applyChange(range: ExplainedRange | undefined, edits: readonly TextEdit[]): Promise<boolean> {
  const document = range && (await vscode.workspace.openTextDocument(range.uri).then(undefined, () => undefined));
  if (!document || document.getText().slice(range.start, range.end) !== range.explanation.text) return refuse();
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, newText } of edits) {
    const place = [range.start + start, range.start + end].map((offset) => document.positionAt(offset));
    edit.replace(document.uri, new vscode.Range(place[0], place[1]), newText);
  }
  // False where the file cannot be written, or was changed at this very moment.
  if (!(await vscode.workspace.applyEdit(edit))) return refuse();
  // Where it can be undone by a key.
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document === document);
  if (visible) await vscode.window.showTextDocument(document, visible.viewColumn);
  return true;
}

function refuse(): false {
  const message = vscode.l10n.t(
    'The text in the editor is not the explained one any more: the change was not made. Explain it again first.',
  );
  void vscode.window.showWarningMessage(message);
  return false;
}
