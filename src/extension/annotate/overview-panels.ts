import * as vscode from 'vscode';
import { OVERVIEW_SENTENCES } from '../../shared/strings/overview-page';
import { translated } from '../../shared/strings/translated';
import { translate } from '../wording/translate';
import { pageHtml } from '../panel/page-html';
import type { OverviewHost } from './overview-host';
import { OverviewPage } from './overview-page';
import { baseName } from './sources';

/** As in `activationEvents` of the manifest. */
const OVERVIEW = 'saliency.overview';

/** The open overviews, one for each file of results. */
export class OverviewPanels implements vscode.Disposable {
  private readonly pages = new Map<string, OverviewPage>();

  constructor(private readonly given: OverviewHost) {}

  /** Opens an overview, or shows an open one anew. */
  async show(results: vscode.Uri): Promise<void> {
    const open = this.pages.get(results.toString());
    if (open) {
      open.panel.reveal(undefined, false);
      return open.refresh();
    }
    const title = `${vscode.l10n.t('Overview')}: ${baseName(results)}`;
    this.adopt(vscode.window.createWebviewPanel(OVERVIEW, title, vscode.ViewColumn.Active), results);
  }

  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const { uri } = (state ?? {}) as { uri?: unknown };
    if (typeof uri === 'string') this.adopt(panel, vscode.Uri.parse(uri));
    else panel.dispose();
  }

  dispose(): void {
    this.pages.forEach((page) => page.panel.dispose());
  }

  private adopt(panel: vscode.WebviewPanel, results: vscode.Uri): void {
    const { extensionUri } = this.given.host.context;
    const page = new OverviewPage(panel, results, this.given);
    this.pages.set(results.toString(), page);
    panel.onDidDispose(() => {
      if (this.pages.get(results.toString()) === page) this.pages.delete(results.toString());
    });
    const folders = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder));
    panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
    panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: folders };
    panel.webview.html = html(panel.webview, extensionUri);
  }
}

function html(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', file)).toString();
  const strings = translated(OVERVIEW_SENTENCES, translate);
  // English where the editor's language has no bundle of ours.
  const display = vscode.env.language.toLowerCase() === 'zh-cn' ? 'zh-Hans' : vscode.env.language;
  const language = vscode.l10n.bundle ? display : 'en';
  return pageHtml({
    ...{ language, title: strings.title, cspSource: webview.cspSource, nonce: crypto.randomUUID() },
    script: address('overview.js'),
    style: address('overview.css'),
    initial: JSON.stringify({ language, strings }),
  });
}
