import * as vscode from 'vscode';
import type { RowFilter, Overview } from '../../shared/overview';
import type { SavedRow } from '../../annotate/overview/saved-rows';
import type { Input, OverviewRequest } from '../../annotate/worker/calls';
import { whole } from '../wording/figures';
import { messageOf } from '../wording/report-error';
import { Decisions, trainingRows } from './decisions';
import { askField } from './form';
import { openRow } from './open-row';
import { readOverviewMessage } from './overview-messages';
import type { OverviewHost } from './overview-host';
import type { OverviewHostMessage, OverviewPageMessage } from '../../shared/protocol/overview';
import type { KnownRun } from './runs';
import { baseName } from './sources';
import { writeWhole } from './write-whole';

/** One open overview: has the worker read the results, and does what the page asks for. */
export class OverviewPage {
  private readonly abort = new AbortController();
  private readonly decisions: Decisions;
  private overview?: Overview;
  private partial = false;
  /** The files read again, with another label column. */
  private relabelled?: Input;

  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly results: vscode.Uri,
    private readonly given: OverviewHost,
  ) {
    this.decisions = Decisions.beside(results);
    const listener = panel.webview.onDidReceiveMessage((message) => void this.receive(message));
    panel.onDidDispose(() => {
      this.abort.abort(new vscode.CancellationError());
      listener.dispose();
    });
  }

  /** Reads the results anew. */
  async refresh(): Promise<void> {
    await this.attempt(async () => {
      const { annotator } = this.given;
      const { done, rows } = await annotator.remains({
        address: this.results.toString(),
        name: baseName(this.results),
      });
      this.partial = rows !== undefined && !done;
      this.overview = await annotator.overview(this.request(), this.abort.signal);
      await this.decisions.load();
      this.show();
    });
  }

  private show(): void {
    const { overview } = this;
    if (!overview) return;
    const [first] = overview.review;
    this.post({
      type: 'show',
      view: {
        uri: this.results.toString(),
        name: baseName(this.results),
        partial: this.partial,
        overview,
        decisions: this.decided(),
        sources: first?.file !== undefined || this.run() !== undefined,
        known: this.run() !== undefined,
      },
    });
  }

  private request(): OverviewRequest {
    const { results, partial, relabelled } = this;
    return { results: { address: results.toString(), name: baseName(results) }, partial, input: relabelled };
  }

  private run() {
    return this.given.runs.of(this.results);
  }

  private decided() {
    return this.decisions.all.map(({ row, label }) => ({ row, label }));
  }

  private async receive(raw: unknown): Promise<void> {
    const { log } = this.given.parts;
    const message = readOverviewMessage(raw);
    if (!message) return log.warn('The overview sent a message that is not understood; it is ignored.');
    await this.attempt(() => this.act(message));
  }

  private async act(message: OverviewPageMessage): Promise<void> {
    const run = this.run();
    switch (message.type) {
      case 'ready':
        return this.refresh();
      case 'filter':
        return this.filter(message.filter);
      case 'openRow': {
        const row = await this.row(message.row);
        return row && !('error' in row) ? openRow(this.given.parts, this.results, row) : undefined;
      }
      case 'decide':
        return this.decide(message.row, message.label);
      case 'chooseLabels':
        return this.chooseLabels();
      case 'runAgain':
        return run && this.given.runAgain(this.results, { ...run, open: this.partial });
      case 'measure':
        return run && this.given.runAgain(this.results, measured(run));
      case 'saveCopy':
        return run && this.given.saveCopy(this.results, run);
      case 'exportTraining':
        return this.exportTraining();
      case 'copy':
        return void (await vscode.env.clipboard.writeText(message.text));
      case 'showLog':
        return void (await vscode.commands.executeCommand('saliency.showLog'));
    }
  }

  private async filter(filter: RowFilter): Promise<void> {
    this.post({ type: 'working' });
    const request = { ...this.request(), filter };
    const { rows, shown } = await this.given.annotator.rows(request, this.abort.signal);
    this.post({ type: 'rows', found: { filter, rows, shown } });
  }

  private row(row: number): Promise<SavedRow | undefined> {
    return this.given.annotator.row({ ...this.request(), row }, this.abort.signal);
  }

  private async decide(number: number, label: string | null): Promise<void> {
    if (label === null) await this.decisions.remove(number);
    else {
      const row = await this.row(number);
      if (!row || 'error' in row) return;
      const { text, file, line, label: verdict } = row;
      await this.decisions.set({ text, label, row: number, verdict, ...(file !== undefined && { file }), line });
    }
    this.post({ type: 'decisions', decisions: this.decided() });
  }

  private async chooseLabels(): Promise<void> {
    const run = this.run();
    if (!run) return;
    const [source] = run.input.sources;
    const preview = await this.given.annotator.preview({ source, reading: run.input.reading });
    const title = vscode.l10n.t('Which field has labels to compare with?');
    const label = await askField(preview, title, vscode.l10n.t('none'));
    if (label === undefined) return;
    const { reading } = run.input;
    this.relabelled = { ...run.input, reading: { ...reading, fields: { ...reading.fields, label } } };
    this.post({ type: 'working' });
    await this.refresh();
  }

  private async exportTraining(): Promise<void> {
    const name = baseName(this.results).replace(/(\.saliency)?\.ndjson$/, '.training.ndjson');
    const defaultUri = vscode.Uri.joinPath(this.results, '..', name);
    const uri = await vscode.window.showSaveDialog({ defaultUri, filters: { NDJSON: ['ndjson', 'jsonl'] } });
    if (!uri) return;
    const rows = this.decisions.all;
    await writeWhole(uri, trainingRows(rows));
    const message = vscode.l10n.t(
      'Training rows in {0}: {1}. saliency train reads them.',
      baseName(uri),
      whole(rows.length),
    );
    void vscode.window.showInformationMessage(message);
  }

  /** What goes wrong is said in the page itself. */
  private async attempt(work: () => unknown): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.abort.signal.aborted) return;
      const problem = messageOf(error);
      if (problem !== undefined) this.given.parts.log.warn(String(error));
      this.post({ type: 'idle', problem });
    }
  }

  private post(message: OverviewHostMessage): void {
    if (!this.abort.signal.aborted) void this.panel.webview.postMessage(message);
  }
}

/** The run from its beginning on, each explanation measured. */
const measured = (run: KnownRun): KnownRun => ({
  ...run,
  question: { ...run.question, explain: true, faithfulness: true },
  open: false,
});
