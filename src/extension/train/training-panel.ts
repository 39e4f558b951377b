import * as vscode from 'vscode';
import type { TrainingHostMessage, TrainingPageMessage, TrainingView } from '../../shared/protocol/training-page';
import { TRAINING_SENTENCES } from '../../shared/strings/training-page';
import { translated } from '../../shared/strings/translated';
import { pageHtml } from '../panel/page-html';
import { translate } from '../wording/translate';
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
    panel.iconPath = vscode.Uri.joinPath(this.extensionUri, 'media', 'icon.svg');
    const folders = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(this.extensionUri, folder));
    panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: folders };
    panel.webview.html = this.html(panel.webview);
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

  private html(webview: vscode.Webview): string {
    const address = (file: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.extensionUri, 'dist', file)).toString();
    const strings = translated(TRAINING_SENTENCES, translate);
    // English where the editor's language has no bundle of ours.
    const display = vscode.env.language.toLowerCase() === 'zh-cn' ? 'zh-Hans' : vscode.env.language;
    const language = vscode.l10n.bundle ? display : 'en';
    return pageHtml({
      ...{ language, title: strings.title, cspSource: webview.cspSource, nonce: crypto.randomUUID() },
      script: address('training.js'),
      style: address('training.css'),
      initial: JSON.stringify({ language, strings }),
    });
  }
}
