import * as vscode from 'vscode';
import type { Services } from '../activate/services';
import { documentSummary } from '../outline/read-document';
import { documentPrediction } from '../wording/document-prediction';
import { whole } from '../wording/figures';

/** How long the result stays in the status bar beside its entry, which stays. */
const SAID_MS = 8_000;

/** Reads every sentence of a document, those at `line` first, with progress, and says what it reads as. */
export async function readDocument(
  { whole: documents }: Services,
  document: vscode.TextDocument,
  line: number,
  signal: AbortSignal,
): Promise<void> {
  const options = { location: vscode.ProgressLocation.Window, title: vscode.l10n.t('Explaining sentiment') };
  await vscode.window.withProgress(options, async (progress) => {
    signal.addEventListener('abort', () => documents.remove(document.uri));
    await documents.add(document, line, (done, all) =>
      progress.report({ message: vscode.l10n.t('{0} of {1} sentences', whole(done), whole(all)) }),
    );
  });
  const reading = documents.reading(document.uri);
  const summary = reading && documentSummary(reading);
  if (!reading || !summary) return;
  const said = vscode.l10n.t(
    'Read sentence by sentence ({0}). The document: {1}',
    whole(reading.sentences.length),
    documentPrediction(summary),
  );
  vscode.window.setStatusBarMessage(said, SAID_MS);
}
