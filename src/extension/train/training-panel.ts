import * as vscode from 'vscode';
import type { TrainingHostMessage, TrainingPageMessage, TrainingView } from '../../shared/protocol/training-page';
import { TRAINING_SENTENCES } from '../../shared/strings/training-page';
import { fill, frame } from '../panel/page-frame';
import { readTrainingMessage } from './training-messages';

/** As in `activationEvents` of the manifest. */
const TRAINING = 'saliency.training';

/** The one page of trainings: opened, restored, told what to show. */
export class TrainingPanel implements vscode.Disposable {
  private panel?: vscode.WebviewPanel;

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
      if (message?.type === 'ready') this.refresh();
      else if (message) this.act(message);
    });
    // What happened while nobody looked.
    panel.onDidChangeViewState(() => panel.visible && this.refresh());
    frame(panel, this.extensionUri);
    fill(panel, this.extensionUri, { name: 'training', sentences: TRAINING_SENTENCES });
  }

  refresh(): void {
    this.post({ type: 'show', view: this.view() });
  }

  say(problem: string): void {
    this.post({ type: 'problem', problem });
  }

  close(): void {
    this.panel?.dispose();
  }

  dispose(): void {
    this.panel?.dispose();
  }

  private post(message: TrainingHostMessage): void {
    void this.panel?.webview.postMessage(message);
  }
}
