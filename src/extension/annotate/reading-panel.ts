import * as vscode from 'vscode';
import type { FileSample } from '../../annotate/worker/file-sample';
import type { HostToReading } from '../../shared/protocol/host-to-reading';
import { readReadingMessage, type ReadingPageMessage } from '../../shared/protocol/reading-to-host';
import { notifierOf } from '../../shared/rpc/notifications';
import { READING_SENTENCES } from '../../shared/strings/reading-page';
import { fillPage, prepareWebview } from '../panel/page-frame';
import { messageOf } from '../wording/report-error';
import type { Choices } from './choices';
import { changedBy, viewOf, type ShownFile } from './reading-choices';

const READING = 'saliency.reading';

/** Reads the file with some choices. */
type Look = (choices: Choices) => Promise<FileSample>;

/**
 * Shows how a file is read, and lets a person change it until it is right. Undefined: never mind.
 *
 * @param first the file as it is read with `before`
 */
export function askReading(
  extensionUri: vscode.Uri,
  shown: ShownFile,
  first: FileSample,
  before: Choices,
  look: Look,
): Promise<Choices | undefined> {
  const title = vscode.l10n.t('Annotate {0}', shown.what);
  const panel = vscode.window.createWebviewPanel(READING, title, vscode.ViewColumn.Active);
  return new Promise((resolve) => {
    let [choices, sample, asked] = [before, first, 0];
    const page = notifierOf<HostToReading>((message) => void panel.webview.postMessage(message));
    const show = () => page.show({ view: viewOf(shown, sample, choices) });
    const done = (answer: Choices | undefined) => {
      resolve(answer);
      panel.dispose();
    };
    const change = async (message: ReadingPageMessage) => {
      const changed = changedBy(message, choices, sample);
      if (!changed) return;
      const turn = ++asked;
      page.looking();
      try {
        const found = await look(changed);
        // What was changed meanwhile is read as well.
        if (turn !== asked) return;
        [choices, sample] = [changed, found];
        show();
      } catch (error) {
        show();
        page.problem({ problem: messageOf(error) ?? '' });
      }
    };
    panel.onDidDispose(() => resolve(undefined));
    panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = readReadingMessage(raw);
      if (message?.type === 'ready') show();
      else if (message?.type === 'start') done(choices);
      else if (message?.type === 'cancelReading') done(undefined);
      else if (message) void change(message);
    });
    prepareWebview(panel, extensionUri);
    fillPage(panel, extensionUri, { name: 'reading', sentences: READING_SENTENCES });
  });
}
