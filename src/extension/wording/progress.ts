import * as vscode from 'vscode';
import { baseName } from '../files/paths';

/** Work shorter than this shows no progress. */
const PATIENCE_MS = 300;

/** Runs the work; where it takes longer than a blink, a notification says so and lets the person cancel. */
export async function withPatience<T>(title: string, cancel: () => void, work: Promise<T>): Promise<T> {
  const shown = setTimeout(() => {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    void vscode.window.withProgress(options, (_progress, token) => {
      token.onCancellationRequested(cancel);
      return work.catch(() => undefined);
    });
  }, PATIENCE_MS);
  try {
    return await work;
  } finally {
    clearTimeout(shown);
  }
}

/** Runs the work under a notification that lets the person cancel it. */
export async function withProgress<T>(
  title: string,
  work: (signal: AbortSignal, report: (message: string) => void) => Promise<T>,
): Promise<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => abort.abort(new vscode.CancellationError()));
    return work(abort.signal, (message) => progress.report({ message }));
  });
}

/** Says that a file is written, and offers to open it. */
export function tellWritten(uri: vscode.Uri): void {
  const open = vscode.l10n.t('Open');
  void vscode.window
    .showInformationMessage(vscode.l10n.t('{0} is written.', baseName(uri)), open)
    .then((answer) => (answer === open ? vscode.commands.executeCommand('vscode.open', uri) : undefined));
}
