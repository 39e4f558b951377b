import * as vscode from 'vscode';
import type { RunInput, OverviewRequest } from '../../annotate/worker/calls';
import type { RunRecord } from '../../shared/findings/run-record';
import type { HostToOverview } from '../../shared/protocol/host-to-overview';
import type { OverviewInfo } from '../../shared/protocol/overview';
import { readOverviewMessage, type OverviewToHost, type ShareChoices } from '../../shared/protocol/overview-to-host';
import { handleNotification, notifierOf, type NotificationHandlers } from '../../shared/rpc/notifications';
import { messageOf } from '../wording/report-error';
import { askField } from './reading-form';
import { openRow } from './open-row';
import type { OverviewHost } from './overview-host';
import { Companions } from './companions';
import { Reviews } from './reviews';
import type { KnownRun } from './runs';
import { readRunRecord, runOf } from './run-record-file';
import { SavedFiles } from './saved-files';
import { ViewFile } from './saved-view';
import { SentPieces } from './sent-pieces';
import { baseName, namedFile } from '../files/paths';

/** One open overview: sends rows to its page, saves reviews and the view, and does what the page asks for. */
export class OverviewPage {
  private readonly abort = new AbortController();
  /** Sends notifications to the page; none once it is closed. */
  private readonly page = notifierOf<HostToOverview>((message) => {
    if (!this.abort.signal.aborted) void this.panel.webview.postMessage(message);
  });
  private readonly reviews: Reviews;
  private readonly view: ViewFile;
  private readonly pieces: SentPieces;
  private readonly companions: Companions;
  private readonly files: SavedFiles;
  /** How the results were made, as stored beside them. */
  private record: RunRecord | undefined;
  private partial = false;
  /** Whether a run is still writing these results; its rows arrive as it goes on. */
  private isRunning = false;
  /** The number of the current reading: a later one replaces it. */
  private turn = 0;
  /** Why the last run failed. */
  private failure: string | undefined;
  /** The column that a person chose to compare with, instead of that of the run; '' for none. */
  private labels: string | undefined;

  constructor(
    readonly panel: vscode.WebviewPanel,
    private readonly results: vscode.Uri,
    private readonly given: OverviewHost,
    running = false,
    /** Numbers of rows to review as soon as they have been read. */
    private next?: readonly number[],
  ) {
    this.isRunning = running;
    this.reviews = Reviews.beside(results);
    this.view = ViewFile.beside(results);
    this.pieces = new SentPieces(given.annotator, {
      piece: (piece) => this.page.piece({ piece, whole: this.whole() }),
      end: () => this.page.end({ running: false }),
    });
    this.companions = new Companions(results, this.view, given.annotator, this.page);
    this.files = new SavedFiles(results, given, this.abort.signal);
    const listener = panel.webview.onDidReceiveMessage((message) => void this.receive(message));
    panel.onDidDispose(() => {
      this.abort.abort(new vscode.CancellationError());
      this.pieces.stop();
      this.companions.stop();
      listener.dispose();
    });
  }

  /** Reads the results again. @param next numbers of rows to go through: the page opens at them */
  async refresh(next = this.next): Promise<void> {
    const turn = ++this.turn;
    const isOutdated = () => turn !== this.turn;
    await this.attempt(async () => {
      const { annotator } = this.given;
      const { done, rows } = await annotator.remains(namedFile(this.results));
      if (isOutdated()) return;
      this.partial = !this.isRunning && rows !== undefined && !done;
      if (!this.isRunning && !done && rows === undefined) return await this.missing();
      const reviews = await this.reviews.load();
      const info = await this.info();
      if (isOutdated()) return;
      this.page.start({ info });
      this.page.reviews({ reviews });
      if (next) this.page.next({ rows: next });
      this.next = undefined;
      await this.pieces.send(this.request());
      if (isOutdated()) return;
      await this.companions.reopen();
      if (this.failure !== undefined && !this.isRunning) this.page.idle({ problem: this.failure });
    }, isOutdated);
  }

  /** There are no results: a run failed or was stopped before its first row, or they are gone. */
  private async missing(): Promise<void> {
    this.pieces.stop();
    const names = this.run()?.input.sources.map(({ name }) => name) ?? [];
    this.page.start({ info: { ...(await this.info()), missing: names } });
    this.page.idle(this.failure === undefined ? {} : { problem: this.failure });
  }

  /** A run that writes these results begins; its rows come as they are made. */
  async follow(): Promise<void> {
    this.isRunning = true;
    this.failure = undefined;
    await this.refresh();
  }

  /** The run that was followed is over, whether it finished, was stopped or failed. */
  async runEnded(whole: boolean, failure?: string): Promise<void> {
    this.isRunning = false;
    this.partial = !whole;
    this.failure = failure;
    const rows = await this.pieces.sent;
    // Without rows, what there was before is shown, or that there is nothing.
    if (!whole && rows === 0) return this.refresh();
    // The rows were sent already, but not the facts about the run.
    this.page.info({ info: await this.info() });
    if (failure !== undefined) this.page.idle({ problem: failure });
  }

  private async info(): Promise<OverviewInfo> {
    const view = await this.view.read();
    this.labels = view?.labels;
    this.record = withLabels(await readRunRecord(this.results), this.labels);
    const { record } = this;
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

  /** How many rows there will be, as far as that is known. */
  private whole(): number | undefined {
    return this.isRunning || this.partial ? undefined : this.record?.rows;
  }

  private request(): OverviewRequest {
    const { results, partial } = this;
    return { results: namedFile(results), partial: partial || this.isRunning, input: this.relabelled() };
  }

  /** The files read again, with another label column; undefined: with the labels of the run. */
  private relabelled(): RunInput | undefined {
    const run = this.labels === undefined ? undefined : this.run();
    if (!run) return undefined;
    const { reading } = run.input;
    return { ...run.input, reading: { ...reading, fields: { ...reading.fields, label: this.labels } } };
  }

  private run(): KnownRun | undefined {
    return this.given.runs.of(this.results) ?? runOf(this.results, this.record);
  }

  private async receive(raw: unknown): Promise<void> {
    const message = readOverviewMessage(raw);
    if (!message)
      return this.given.parts.log.warn('The overview sent a message that is not understood; it is ignored.');
    await this.attempt(() => handleNotification(this.handlers, message));
  }

  /** The handlers of the notifications of the page. */
  private readonly handlers: NotificationHandlers<OverviewToHost> = {
    ready: () => this.refresh(),
    more: () => {
      this.pieces.taken();
      this.companions.taken();
    },
    openRow: ({ row }) => this.openRow(row),
    explainRow: async ({ row }) => {
      await this.openRow(row);
      await vscode.commands.executeCommand('saliency.showPanel');
    },
    review: ({ said }) => this.reviews.say(said),
    placed: ({ places }) => this.reviews.place(places),
    view: ({ view }) => this.view.keep(view),
    share: ({ request }) => this.share(request),
    savePicture: ({ name, kind, data }) => this.files.savePicture(name, kind, data),
    saveRows: ({ rows, before }) => this.files.saveRows(rows, { ...this.request(), ...(before && { before }) }),
    newOverview: ({ rows }) => this.files.newOverview(rows, this.request()),
    trainRows: async ({ rows }) =>
      this.files.trainRows(rows, this.request(), {
        reviews: this.reviews.all,
        meaning: (await this.view.read())?.meaning,
      }),
    improveModel: () => this.files.improveModel(),
    exportTraining: () => this.files.exportTraining(this.reviews.all),
    chooseAnnotator: () => this.companions.chooseAnnotator(),
    compareWith: () => this.companions.compareWith(),
    openOther: () => this.companions.openOther(),
    stopComparing: () => this.companions.stopComparing(),
    chooseLabels: () => this.chooseLabels(),
    runAgain: () => this.ofRun((run) => this.given.runAgain(this.results, { ...run, open: this.partial })),
    measure: () => this.ofRun((run) => this.given.runAgain(this.results, measured(run))),
    saveCopy: () => this.ofRun((run) => this.given.saveCopy(this.results, run)),
    copy: ({ text }) => vscode.env.clipboard.writeText(text),
    showLog: () => vscode.commands.executeCommand('saliency.showLog'),
  };

  /** Works with the run that made these results; undefined if it is not known. */
  private ofRun<T>(work: (run: KnownRun) => T): T | undefined {
    const run = this.run();
    return run && work(run);
  }

  private async share(request: ShareChoices): Promise<void> {
    const { meaning } = (await this.view.read()) ?? {};
    await this.files.share(request, this.request(), { reviews: this.reviews.all, meaning, run: this.record });
  }

  /** Shows a row in its file. */
  async openRow(number: number): Promise<void> {
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
    this.view.keep({ labels: label });
    this.page.working();
    await this.refresh();
  }

  /** Errors are shown in the page itself. @param isOutdated whether what failed matters no longer */
  private async attempt(work: () => unknown, isOutdated = () => false): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (this.abort.signal.aborted || isOutdated()) return;
      const problem = messageOf(error);
      if (problem !== undefined) this.given.parts.log.warn(String(error));
      this.page.idle({ problem });
    }
  }
}

/** How the results were made, but for the label column that a person chose since. */
function withLabels(record: RunRecord | undefined, labels: string | undefined): RunRecord | undefined {
  if (!record || labels === undefined) return record;
  const others = Object.entries(record.columns ?? {}).filter(([role]) => role !== 'label');
  const columns = Object.fromEntries(labels === '' ? others : [...others, ['label', labels]]);
  return { ...record, columns };
}

/** The run from its beginning on, each explanation measured. */
const measured = (run: KnownRun): KnownRun => ({
  ...run,
  question: { ...run.question, explain: true, faithfulness: true },
  open: false,
});
