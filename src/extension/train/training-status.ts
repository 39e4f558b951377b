import * as vscode from 'vscode';

/** What the status bar says of a training; nothing where there is none. */
export class TrainingStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('saliency.training', vscode.StatusBarAlignment.Left, 0);

  constructor() {
    this.item.name = vscode.l10n.t('Saliency: Training');
    this.item.command = 'saliency.showTraining';
    this.item.tooltip = vscode.l10n.t('Show the training');
  }

  say(text: string, isRunning: boolean): void {
    this.item.text = isRunning ? `$(sync~spin) ${text}` : text;
    this.item.show();
  }

  hide(): void {
    this.item.hide();
  }

  dispose(): void {
    this.item.dispose();
  }
}
