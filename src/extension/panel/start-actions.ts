import * as vscode from 'vscode';

/** The panel has the focus: the editor that is meant gets it back first. */
export async function explainFromPanel(): Promise<void> {
  const editor = vscode.window.activeTextEditor ?? vscode.window.visibleTextEditors[0];
  if (editor) await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
  await vscode.commands.executeCommand('saliency.explain');
}

/** A text to try things on, beside the panel; nothing is saved. */
export async function openSample(): Promise<void> {
  const content = vscode.l10n.t(
    'The plot is predictable and the first hour drags, but the two leads are wonderful and the last scene moved me to tears.',
  );
  const document = await vscode.workspace.openTextDocument({ content: `${content}\n`, language: 'plaintext' });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One });
}
