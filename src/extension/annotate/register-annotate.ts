import * as vscode from 'vscode';
import { reportError } from '../wording/report-error';
import type { Annotation } from './annotation';

/** As in `activationEvents` of the manifest. */
const OVERVIEW = 'saliency.overview';

/** The commands about files, and the panel they end in; what is behind them is loaded by the first use. */
export function registerAnnotate(log: vscode.LogOutputChannel, start: () => Promise<Annotation>): vscode.Disposable[] {
  let started: Annotation | undefined;
  let starting: Promise<Annotation> | undefined;
  const annotation = async (): Promise<Annotation> => {
    // What could not be loaded is tried again by the next command.
    starting ??= start().finally(() => (starting = undefined));
    return (started ??= await starting);
  };
  const command = (name: string, run: (annotation: Annotation, ...given: never[]) => Promise<void>) =>
    vscode.commands.registerCommand(`saliency.${name}`, async (...given: never[]) => {
      try {
        await run(await annotation(), ...given);
      } catch (error) {
        // Not waited for: a notification may stay open for long, and the command is done.
        void reportError(error, log);
      }
    });
  return [
    command('annotate', async (files, uri?: vscode.Uri, more?: readonly vscode.Uri[], choices?: object) =>
      files.annotate(more?.length ? more : [uri ?? (await openFile())], choices),
    ),
    command('openOverview', async (files, uri?: vscode.Uri) => files.openOverview(uri ?? (await openFile()))),
    command('resumeAnnotating', (files, uri: vscode.Uri) => files.goOn(uri)),
    vscode.window.registerWebviewPanelSerializer(OVERVIEW, {
      deserializeWebviewPanel: async (panel, state: unknown) => (await annotation()).restore(panel, state),
    }),
    { dispose: () => started?.dispose() },
  ];
}

/** The file of the active editor, as it is on disk; where there is none, one that the person chooses. */
async function openFile(): Promise<vscode.Uri> {
  const document = vscode.window.activeTextEditor?.document;
  if (document && !document.isUntitled && !document.uri.scheme.startsWith('saliency')) {
    await document.save();
    return document.uri;
  }
  const chosen = await vscode.window.showOpenDialog({ canSelectFiles: true, canSelectFolders: true });
  if (!chosen?.length) throw new vscode.CancellationError();
  return chosen[0];
}
