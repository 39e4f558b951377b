import { markSettings } from '../activate/settings';
import * as vscode from 'vscode';
import { OVERVIEW_SENTENCES } from '../../shared/strings/overview-page';
import { fillPage, prepareWebview } from '../panel/page-frame';
import type { OverviewHost } from './overview-host';
import { OverviewPage } from './overview-page';
import { baseName } from '../files/paths';

/** As in `activationEvents` of the manifest. */
const OVERVIEW = 'saliency.overview';

/** The open overviews, one for each file of results. */
export class OverviewPanels implements vscode.Disposable {
  private readonly pages = new Map<string, OverviewPage>();

  constructor(private readonly given: OverviewHost) {}

  /** Shows the rows of a run while they are made; the person stays where they are. */
  async follow(results: vscode.Uri): Promise<void> {
    const open = this.pages.get(results.toString());
    if (open) {
      open.panel.reveal(undefined, true);
      return open.follow();
    }
    this.create(results, true);
  }

  /** The run that was followed is over; not waited for, as the page may take its rows later. @param failure why it failed */
  runEnded(results: vscode.Uri, whole: boolean, failure?: string): void {
    void this.pages.get(results.toString())?.runEnded(whole, failure);
  }

  /** Opens an overview, or shows an open one again. @param next numbers of rows to go through: the page opens at them */
  async show(results: vscode.Uri, next?: readonly number[]): Promise<void> {
    const open = this.pages.get(results.toString());
    if (open) {
      open.panel.reveal(undefined, false);
      return open.refresh(next);
    }
    this.create(results, false, next);
  }

  /** Shows a row of an open overview in its file. */
  async openRow(results: vscode.Uri, row: number): Promise<void> {
    await this.pages.get(results.toString())?.openRow(row);
  }

  private create(results: vscode.Uri, running: boolean, next?: readonly number[]): void {
    const title = `${vscode.l10n.t('Overview')}: ${baseName(results)}`;
    const where = { viewColumn: vscode.ViewColumn.Active, preserveFocus: running };
    // Kept while hidden, so that many rows need not be read again.
    const panel = vscode.window.createWebviewPanel(OVERVIEW, title, where, { retainContextWhenHidden: true });
    this.adopt(panel, results, running, next);
  }

  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const { uri } = (state ?? {}) as { uri?: unknown };
    if (typeof uri === 'string') this.adopt(panel, vscode.Uri.parse(uri));
    else panel.dispose();
  }

  dispose(): void {
    this.pages.forEach((page) => page.panel.dispose());
  }

  private adopt(panel: vscode.WebviewPanel, results: vscode.Uri, running = false, next?: readonly number[]): void {
    const { extensionUri } = this.given.host.context;
    const page = new OverviewPage(panel, results, this.given, running, next);
    this.pages.set(results.toString(), page);
    panel.onDidDispose(() => {
      if (this.pages.get(results.toString()) === page) this.pages.delete(results.toString());
    });
    prepareWebview(panel, extensionUri);
    fillPage(panel, extensionUri, { name: 'overview', sentences: OVERVIEW_SENTENCES, palette: markSettings().palette });
  }
}
