import * as vscode from 'vscode';
import type { ExtractRequest, OverviewRequest, RowChoice } from '../../annotate/worker/calls';
import type { ExtractFormat } from '../../annotate/worker/extract';
import type { ReviewLine } from '../../findings/review/review-file';
import { today } from '../../findings/store/days';
import type { Review } from '../../shared/findings/review';
import type { RunRecord } from '../../shared/findings/run-record';
import type { ShareChoices } from '../../shared/protocol/overview-to-host';
import { whole } from '../wording/figures';
import type { OverviewHost } from './overview-host';
import { reviewedTrainingRows } from './reviews';
import { baseName, namedFile, parentOf } from '../files/paths';
import { writeWhole } from './write-whole';
import { tellWritten, withProgress } from '../wording/progress';

const ENDINGS = { html: 'html', xlsx: 'xlsx', csv: 'csv', markdown: 'md' };

/** The files beside the results. */
interface About {
  readonly reviews: readonly Review[];
  readonly meaning: Readonly<Record<string, string>> | undefined;
  readonly run: RunRecord | undefined;
}

/** Files that a person makes of an overview. */
export class SavedFiles {
  constructor(
    private readonly results: vscode.Uri,
    private readonly given: Pick<OverviewHost, 'annotator' | 'host'>,
    private readonly signal: AbortSignal,
  ) {}

  /** Chosen rows as a table, or whole. */
  async saveRows(rows: readonly number[], request: OverviewRequest & Pick<ExtractRequest, 'before'>): Promise<void> {
    const uri = await this.ask('rows.csv', { CSV: ['csv'], NDJSON: ['ndjson'] });
    if (!uri) return;
    await this.extract({ by: 'number', rows }, request, uri, /\.(ndjson|jsonl)$/i.test(uri.path) ? 'ndjson' : 'csv');
    tellWritten(uri);
  }

  /** Chosen rows as results of their own, opened at once. */
  async newOverview(rows: readonly number[], request: OverviewRequest): Promise<void> {
    const uri = await this.ask('rows.saliency.ndjson', { NDJSON: ['ndjson'] });
    if (!uri) return;
    await this.extract({ by: 'number', rows }, request, uri, 'ndjson');
    await vscode.commands.executeCommand('saliency.openOverview', uri);
  }

  /** Chosen rows go to the form of training, in a file of their own: what was saved before stays. */
  async trainRows(
    rows: readonly number[],
    request: OverviewRequest,
    { reviews, meaning }: Omit<About, 'run'>,
  ): Promise<void> {
    const uri = await this.free('training');
    const labels = reviews.flatMap(({ row, label }) => (label === undefined ? [] : [[row, label] as const]));
    await this.extract({ by: 'number', rows }, { ...request, labels, ...(meaning && { meaning }) }, uri, 'training');
    await vscode.commands.executeCommand('saliency.train', uri);
  }

  /** What was corrected goes to the form of training. */
  async improveModel(): Promise<void> {
    await vscode.commands.executeCommand('saliency.improveModel', this.results);
  }

  async exportTraining(lines: readonly ReviewLine[]): Promise<void> {
    const uri = await this.ask('training.ndjson', { NDJSON: ['ndjson', 'jsonl'] });
    if (!uri) return;
    const reviewed = lines.filter(({ label }) => label !== undefined);
    await writeWhole(uri, reviewedTrainingRows(reviewed));
    const message = vscode.l10n.t(
      'Training rows in {0}: {1}. saliency train reads them.',
      baseName(uri),
      whole(reviewed.length),
    );
    void vscode.window.showInformationMessage(message);
  }

  /** The report, a workbook, a table or a summary. */
  async share(request: ShareChoices, rows: OverviewRequest, about: About): Promise<void> {
    const { format, filter, language } = request;
    const { reviews, meaning, run } = about;
    const uri = request.toClipboard ? undefined : await this.ask(`report.${ENDINGS[format]}`, { [format.toUpperCase()]: [ENDINGS[format]] }); // prettier-ignore
    if (!uri && !request.toClipboard) return;
    await withProgress(vscode.l10n.t('Writing {0}', baseName(this.results)), async (cancelled) => {
      const signal = AbortSignal.any([cancelled, this.signal]);
      if (format === 'csv') return this.extract({ by: 'filter', filter, reviews }, rows, uri!, 'csv', signal);
      const source = run?.sources.length === 1 ? run.sources[0] : baseName(this.results);
      const { version } = this.given.host.context.extension.packageJSON as { version: string };
      const of = { format, language, filter, appendix: request.rows, reviews, source, version, day: today() };
      const bytes = await this.given.annotator.share({ ...rows, ...of, ...(meaning && { meaning }), ...(run && { run }) }, signal); // prettier-ignore
      if (uri) await vscode.workspace.fs.writeFile(uri, bytes);
      else await vscode.env.clipboard.writeText(new TextDecoder().decode(bytes));
    });
    if (uri) tellWritten(uri);
  }

  /** A chart as the page drew it. */
  async savePicture(name: string, kind: 'svg' | 'png', data: string): Promise<void> {
    const uri = await this.ask(`${name}.${kind}`, { [kind.toUpperCase()]: [kind] });
    if (!uri) return;
    const bytes = kind === 'svg' ? new TextEncoder().encode(data) : Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
    await vscode.workspace.fs.writeFile(uri, bytes);
    tellWritten(uri);
  }

  /** `reviews.saliency.ndjson` → `reviews.rows.csv`. */
  private beside(name: string): vscode.Uri {
    const stem = baseName(this.results).replace(/(\.saliency)?\.ndjson(\.gz)?$/, '');
    return vscode.Uri.joinPath(parentOf(this.results), `${stem}.${name}`);
  }

  /** `reviews.training.csv`, or `reviews.training-2.csv` where there is one already. */
  private async free(name: string): Promise<vscode.Uri> {
    for (let at = 1; ; at++) {
      const uri = this.beside(`${name}${at > 1 ? `-${at}` : ''}.csv`);
      const isThere = await vscode.workspace.fs.stat(uri).then(
        () => true,
        () => false,
      );
      if (!isThere) return uri;
    }
  }

  private ask(name: string, filters: Record<string, string[]>): Thenable<vscode.Uri | undefined> {
    return vscode.window.showSaveDialog({ defaultUri: this.beside(name), filters });
  }

  private async extract(
    which: RowChoice,
    request: OverviewRequest & Pick<ExtractRequest, 'labels'>,
    uri: vscode.Uri,
    to: ExtractFormat,
    signal = this.signal,
  ): Promise<void> {
    await this.given.annotator.extract({ ...request, which, to, copy: namedFile(uri) }, signal);
  }
}
