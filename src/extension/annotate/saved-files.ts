import * as vscode from 'vscode';
import type { OverviewRequest } from '../../annotate/worker/calls';
import type { ExtractFormat } from '../../annotate/worker/extract';
import type { ReviewLine } from '../../findings/review/review-file';
import type { ShareRequest } from '../../shared/protocol/overview';
import { whole } from '../wording/figures';
import type { OverviewHost } from './overview-host';
import { trainingRows, type Reviews } from './reviews';
import { baseName } from './sources';
import { writeWhole } from './write-whole';

/** Files that a person makes of an overview. */
export class SavedFiles {
  constructor(
    private readonly results: vscode.Uri,
    private readonly given: Pick<OverviewHost, 'annotator'>,
    private readonly signal: AbortSignal,
  ) {}

  /** Chosen rows as a table, or whole. */
  async saveRows(rows: readonly number[], request: OverviewRequest): Promise<void> {
    const uri = await this.ask('rows.csv', { CSV: ['csv'], NDJSON: ['ndjson'] });
    if (!uri) return;
    await this.extract(rows, request, uri, /\.(ndjson|jsonl)$/i.test(uri.path) ? 'ndjson' : 'csv');
    this.written(uri);
  }

  /** Chosen rows as results of their own, opened at once. */
  async newOverview(rows: readonly number[], request: OverviewRequest): Promise<void> {
    const uri = await this.ask('rows.saliency.ndjson', { NDJSON: ['ndjson'] });
    if (!uri) return;
    await this.extract(rows, request, uri, 'ndjson');
    await vscode.commands.executeCommand('saliency.openOverview', uri);
  }

  /** Chosen rows go to the form of training. */
  async trainRows(rows: readonly number[], request: OverviewRequest): Promise<void> {
    const uri = this.beside('rows.csv');
    await this.extract(rows, request, uri, 'csv');
    await vscode.commands.executeCommand('saliency.train', uri);
  }

  /** What was corrected goes to the form of training: the file of reviews is one of training rows. */
  async improveModel(reviews: Reviews): Promise<void> {
    await vscode.commands.executeCommand('saliency.train', reviews.uri);
  }

  async exportTraining(lines: readonly ReviewLine[]): Promise<void> {
    const uri = await this.ask('training.ndjson', { NDJSON: ['ndjson', 'jsonl'] });
    if (!uri) return;
    const reviewed = lines.filter(({ label }) => label !== undefined);
    await writeWhole(uri, trainingRows(reviewed));
    const message = vscode.l10n.t(
      'Training rows in {0}: {1}. saliency train reads them.',
      baseName(uri),
      whole(reviewed.length),
    );
    void vscode.window.showInformationMessage(message);
  }

  /** The report, a workbook, a table or a summary. */
  async share(request: ShareRequest, rows: OverviewRequest): Promise<void> {
    void request;
    void rows;
    await Promise.resolve();
  }

  /** A chart as the page drew it. */
  async savePicture(name: string, kind: 'svg' | 'png', data: string): Promise<void> {
    const uri = await this.ask(`${name}.${kind}`, { [kind.toUpperCase()]: [kind] });
    if (!uri) return;
    const bytes = kind === 'svg' ? new TextEncoder().encode(data) : Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    await vscode.workspace.fs.writeFile(uri, bytes);
    this.written(uri);
  }

  /** `reviews.saliency.ndjson` → `reviews.rows.csv`. */
  private beside(name: string): vscode.Uri {
    const stem = baseName(this.results).replace(/(\.saliency)?\.ndjson(\.gz)?$/, '');
    return vscode.Uri.joinPath(this.results, '..', `${stem}.${name}`);
  }

  private ask(name: string, filters: Record<string, string[]>): Thenable<vscode.Uri | undefined> {
    return vscode.window.showSaveDialog({ defaultUri: this.beside(name), filters });
  }

  private async extract(
    rows: readonly number[],
    request: OverviewRequest,
    uri: vscode.Uri,
    to: ExtractFormat,
  ): Promise<void> {
    const copy = { address: uri.toString(), name: baseName(uri) };
    await this.given.annotator.extract({ ...request, rows, to, copy }, this.signal);
  }

  private written(uri: vscode.Uri): void {
    const open = vscode.l10n.t('Open');
    void vscode.window
      .showInformationMessage(vscode.l10n.t('{0} is written.', baseName(uri)), open)
      .then((answer) => (answer === open ? vscode.commands.executeCommand('vscode.open', uri) : undefined));
  }
}
