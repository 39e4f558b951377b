import * as vscode from 'vscode';
import type { Input, OverviewRequest } from '../../annotate/worker/calls';
import type { RunRecord } from '../../shared/findings/run-record';
import type {
  OverviewHostMessage,
  OverviewInfo,
  OverviewPageMessage,
  ShareRequest,
} from '../../shared/protocol/overview';
import { messageOf } from '../wording/report-error';
import { askField } from './form';
import { openRow } from './open-row';
import { readOverviewMessage } from './overview-messages';
import type { OverviewHost } from './overview-host';
import { Companions } from './companions';
import { Reviews } from './reviews';
import type { KnownRun } from './runs';
import { readRunRecord, runOf } from './run-record-file';
import { SavedFiles } from './saved-files';
import { ViewFile } from './saved-view';
import { SentPieces } from './sent-pieces';
import { baseName } from '../files/paths';

/** One open overview: sends the rows to its page, keeps what a person does there, and does what the page asks for. */
export class OverviewPage {
  private readonly abort = new AbortController();
  private readonly reviews: Reviews;
  private readonly view: ViewFile;
  private readonly pieces: SentPieces;
  private readonly companions: Companions;
  private readonly files: SavedFiles;
  /** How the results were made, as it stands beside them. */
  private record: RunRecord | undefined;
  private partial = false;
  /** A run is writing these results: its rows come as it goes on. */
  private isRunning = false;
  /** The files read again, with another label column. */
  private relabelled?: Input;

  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly results: vscode.Uri,
    private readonly given: OverviewHost,
    running = false,
    /** Rows to go through as soon as they are there. */
    private next?: readonly number[],
  ) {
    this.isRunning = running;
    this.reviews = Reviews.beside(results);
    this.view = ViewFile.beside(results);
    this.pieces = new SentPieces(given.annotator, (message) => this.post(message));
    this.companions = new Companions(results, this.view, given.annotator, (message) => this.post(message));
    this.files = new SavedFiles(results, given, this.abort.signal);
    const listener = panel.webview.onDidReceiveMessage((message) => void this.receive(message));
    panel.onDidDispose(() => {
      this.abort.abort(new vscode.CancellationError());
      this.pieces.stop();
      this.companions.stop();
      listener.dispose();
    });
  }

  /** Reads the results anew. @param next numbers of rows to go through: the page opens at them */
  async refresh(next = this.next): Promise<void> {
    await this.attempt(async () => {
      const { annotator } = this.given;
      const named = { address: this.results.toString(), name: baseName(this.results) };
      const { done, rows } = await annotator.remains(named);
      this.partial = !this.isRunning && rows !== undefined && !done;
      await this.reviews.load();
      this.post({ type: 'start', info: await this.info() });
      this.post({ type: 'reviews', reviews: this.reviews.all });
      if (next) this.post({ type: 'next', rows: next });
      this.next = undefined;
      await this.pieces.send(this.request());
      await this.companions.reopen();
    });
  }

  /** A run over these results begins: its rows come as they are made. */
  async follow(): Promise<void> {
    this.isRunning = true;
    await this.refresh();
  }

  /** The run that was followed is over, whole or not. */
  async runEnded(whole: boolean): Promise<void> {
    this.isRunning = false;
    this.partial = !whole;
    await this.pieces.sent;
    // The rows are there already; what is known of the run is not.
    this.post({ type: 'info', info: await this.info() });
  }

  private async info(): Promise<OverviewInfo> {
    this.record = await readRunRecord(this.results);
    const { record } = this;
    const view = await this.view.read();
    return {
      uri: this.results.toString(),
      name: baseName(this.results),
      partial: this.partial,
      sources: true,
      known: this.run() !== undefined,
      reviewFile: baseName(this.reviews.uri),
      trains: (await vscode.commands.getCommands(true)).includes('saliency.improveModel'),
      ...(record && { record }),
      ...(view && { view }),
    };
  }

  private request(): OverviewRequest {
    const { results, partial, relabelled } = this;
    const named = { address: results.toString(), name: baseName(results) };
    return { results: named, partial: partial || this.isRunning, input: relabelled };
  }

  private run(): KnownRun | undefined {
    return this.given.runs.of(this.results) ?? runOf(this.results, this.record);
  }

  private async receive(raw: unknown): Promise<void> {
    const message = readOverviewMessage(raw);
    if (!message)
      return this.given.parts.log.warn('The overview sent a message that is not understood; it is ignored.');
    await this.attempt(() => this.act(message));
  }

  private async act(message: OverviewPageMessage): Promise<void> {
    const run = this.run();
    switch (message.type) {
      case 'ready':
        return this.refresh();
      case 'more':
        this.pieces.taken();
        return this.companions.taken();
      case 'openRow':
        return this.openRow(message.row);
      case 'explainRow':
        await this.openRow(message.row);
        return void (await vscode.commands.executeCommand('saliency.showPanel'));
      case 'review':
        return this.reviews.say(message.said);
      case 'view':
        return this.view.keep(message.view);
      case 'share':
        return this.share(message.request);
      case 'savePicture':
        return this.files.savePicture(message.name, message.kind, message.data);
      case 'saveRows':
        return this.files.saveRows(message.rows, this.request());
      case 'newOverview':
        return this.files.newOverview(message.rows, this.request());
      case 'trainRows':
        return this.files.trainRows(message.rows, this.request());
      case 'improveModel':
        return this.files.improveModel();
      case 'exportTraining':
        return this.files.exportTraining(this.reviews.all);
      case 'chooseAnnotator':
        return this.companions.chooseAnnotator();
      case 'compareWith':
        return this.companions.compareWith();
      case 'stopComparing':
        return this.companions.stopComparing();
      case 'chooseLabels':
        return this.chooseLabels();
      case 'runAgain':
        return run && this.given.runAgain(this.results, { ...run, open: this.partial });
      case 'measure':
        return run && this.given.runAgain(this.results, measured(run));
      case 'saveCopy':
        return run && this.given.saveCopy(this.results, run);
      case 'copy':
        return void (await vscode.env.clipboard.writeText(message.text));
      case 'showLog':
        return void (await vscode.commands.executeCommand('saliency.showLog'));
    }
  }

  private async share(request: ShareRequest): Promise<void> {
    const { meaning } = (await this.view.read()) ?? {};
    await this.files.share(request, this.request(), { reviews: this.reviews.all, meaning, run: this.record });
  }

  private async openRow(number: number): Promise<void> {
    const row = await this.given.annotator.row({ ...this.request(), row: number }, this.abort.signal);
    if (row && !('error' in row)) await openRow(this.given.parts, this.results, row);
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
