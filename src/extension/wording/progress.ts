import * as vscode from 'vscode';

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
