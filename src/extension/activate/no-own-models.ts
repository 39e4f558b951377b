import * as vscode from 'vscode';
import { modelsFolderSetting } from './settings';

/** In a browser there is no file system to read own models from: says so where somebody sets a folder for them. */
export function sayNoOwnModels(): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (!event.affectsConfiguration('saliency.modelsFolder') || modelsFolderSetting() === '') return;
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Models of your own are read by VS Code on the desktop only: a browser gives no access to folders.',
      ),
    );
  });
}
