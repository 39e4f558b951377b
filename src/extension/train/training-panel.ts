import * as vscode from 'vscode';
import type { HostToTraining } from '../../shared/protocol/host-to-training';
import { notifierOf } from '../../shared/rpc/notifications';
import { readTrainingMessage, type TrainingPageMessage } from '../../shared/protocol/training-to-host';
import type { TrainingView } from '../../shared/protocol/training-page';
import { TRAINING_SENTENCES } from '../../shared/strings/training-page';
import { fillPage, prepareWebview } from '../panel/page-frame';

/** As in `activationEvents` of the manifest. */
const TRAINING = 'saliency.training';

/** The one page of trainings: opened, restored, told what to show. */
export class TrainingPanel implements vscode.Disposable {
  private panel?: vscode.WebviewPanel;
  private readonly page = notifierOf<HostToTraining>((message) => void this.panel?.webview.postMessage(message));

  constructor(
    private readonly extensionUri: vscode.Uri,
    /** What there is to show now. */
    private readonly view: () => TrainingView,
    private readonly act: (message: TrainingPageMessage) => void,
  ) {}

  get isVisible(): boolean {
    return this.panel?.visible === true;
  }

  show(): void {
    if (this.panel) return this.panel.reveal(undefined, false);
    this.adopt(vscode.window.createWebviewPanel(TRAINING, vscode.l10n.t('Training'), vscode.ViewColumn.Active));
  }

  adopt(panel: vscode.WebviewPanel): void {
    this.panel?.dispose();
    this.panel = panel;
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    panel.webview.onDidReceiveMessage((raw: unknown) => {
      const message = readTrainingMessage(raw);
      if (message) this.act(message);
    });
    // What happened while the page was hidden.
    panel.onDidChangeViewState(() => panel.visible && this.refresh());
    prepareWebview(panel, this.extensionUri);
    fillPage(panel, this.extensionUri, { name: 'training', sentences: TRAINING_SENTENCES });
  }

  refresh(): void {
    this.page.show({ view: this.view() });
  }

  say(problem: string): void {
    this.page.problem({ problem });
  }

  close(): void {
    this.panel?.dispose();
  }

  dispose(): void {
    this.panel?.dispose();
  }
}
