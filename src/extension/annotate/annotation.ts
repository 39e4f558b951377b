import * as vscode from 'vscode';
import type { RunCounts } from '../../annotate/run';
import type { RunSummary } from '../../annotate/run-summary';
import type { Annotator, CopyRequest, NamedFile, RunRequest } from '../../annotate/worker/calls';
import type { EarlierRun } from '../../annotate/worker/file-store';
import type { FileSample } from '../../annotate/worker/file-sample';
import { WorkerLine } from '../../shared/rpc/worker-line';
import { SaliencyError } from '../../shared/saliency-error';
import { whole } from '../wording/figures';
import { messageOf } from '../wording/report-error';
import { settings } from '../activate/settings';
import type { AnnotatorHost } from './annotator-host';
import { hostFiles } from './host-calls';
import {
  readingOf,
  remember,
  rememberedChoices,
  rememberedForShape,
  rememberForShape,
  type Choices,
  type ReadingChoices,
} from './choices';
import type { OverviewHost } from './overview-host';
import { OverviewPanels } from './overview-panels';
import { askReading } from './reading-panel';
import { progressText } from './progress-text';
import { writeRunRecord } from './run-record-file';
import { KnownRuns, type KnownRun } from './runs';
import { baseName, namedFile, parentOf } from '../files/paths';
import { jobOf, type Job } from './sources';
import { tellWritten, withProgress } from '../wording/progress';

const NOTHING_SAID: ReadingChoices = {
  text: undefined,
  label: undefined,
  group: undefined,
  id: undefined,
  date: undefined,
  encoding: undefined,
  delimiter: undefined,
  header: undefined,
  sheet: undefined,
  labels: undefined,
};

/** Of a folder whose first file is blank, so many others are looked at. */
const MOST_LOOKED_AT = 20;

const hasSomething = ({ filled }: FileSample): boolean => filled.some((rows) => rows > 0);

/** Annotates files and shows their results: the part that runs in the extension host. */
export class Annotation implements vscode.Disposable {
  private readonly line: WorkerLine<Annotator>;
  private readonly annotator: Annotator;
  private readonly runs: KnownRuns;
  private readonly panels: OverviewPanels;

  constructor(
    parts: OverviewHost['parts'],
    private readonly host: AnnotatorHost,
  ) {
    const served = () => hostFiles(host.files, host.context.globalStorageUri);
    this.line = new WorkerLine({ start: host.start, served, does: 'annotating' });
    this.annotator = this.line.remote;
    this.runs = new KnownRuns(host.context.workspaceState);
    this.panels = new OverviewPanels({
      parts,
      host,
      annotator: this.annotator,
      runs: this.runs,
      runAgain: (results, run) => this.again(results, run),
      saveCopy: (results, run) => this.saveCopy(results, run),
    });
  }

  /** Asks how files and folders are read, then annotates them. Errors are thrown to the caller. */
  async annotate(chosen: readonly vscode.Uri[], asked?: Partial<Choices>): Promise<void> {
    const job = await jobOf(chosen);
    const memory = this.host.context.workspaceState;
    const known = rememberedChoices(memory, job.chosen);
    const choices = asked ? { ...known, ...asked } : await this.ask(job, known);
    if (!choices) return;
    await remember(memory, job.chosen, choices);
    const { language: usual, ...preferred } = settings(job.chosen);
    const { explain, faithfulness, language: said = usual } = choices;
    const language = said === 'auto' ? undefined : said;
    const question = { explain, ...(explain && faithfulness && { faithfulness }), language, preferred };
    const input = { sources: job.sources, reading: readingOf(choices) };
    const place = await this.placeOf(job.results, asked !== undefined);
    if (place) await this.run(place.results, { input, question, also: choices.also, open: true }, place.anew);
  }

  /** Opens the overview of existing results. @param next numbers of rows to review */
  async openOverview(results: vscode.Uri, next?: readonly number[]): Promise<void> {
    await this.panels.show(await this.resultsFor(results), next);
  }

  /** Opens one row of a file of results, as a person does from the overview. */
  async openRow(results: vscode.Uri, row: number): Promise<void> {
    await this.panels.openRow(results, row);
  }

  restore(panel: vscode.WebviewPanel, state: unknown): void {
    this.panels.restore(panel, state);
  }

  /** Models were added or removed. */
  async modelsChanged(): Promise<void> {
    // A worker that has ended holds no models.
    await this.annotator.modelsChanged().catch(() => undefined);
  }

  /** Results of runs that were interrupted, for example by closing the window; they can be continued. */
  async goOn(results: vscode.Uri): Promise<void> {
    const run = this.runs.of(results);
    if (run) await this.run(results, run, false);
  }

  dispose(): void {
    this.panels.dispose();
    void this.line.end('The window was closed.');
  }

  private async ask(job: Job, before: Choices): Promise<Choices | undefined> {
    const { workspaceState: memory, extensionUri } = this.host.context;
    const { source, found } = await this.shownOf(job, { ...before, ...NOTHING_SAID });
    const look = (choices: Choices) => this.annotator.look({ source, reading: readingOf(choices) });
    const known = { ...before, ...rememberedForShape(memory, found.reading) };
    // A column that was chosen before may no longer be in the file.
    const first = await look(known).catch(() => undefined);
    const several = job.sources.length > 1;
    const shown = {
      what: several ? vscode.l10n.t('{0} files', whole(job.sources.length)) : job.sources[0].name,
      ...(several && { shown: source.name }),
      results: baseName(job.results),
      language: settings(job.chosen).language ?? 'auto',
    };
    const choices = await askReading(extensionUri, shown, first ?? found, first ? known : { ...known, ...NOTHING_SAID }, look); // prettier-ignore
    if (choices) await rememberForShape(memory, found.reading, choices);
    return choices;
  }

  /** The file that the form shows: the first that has a table or a list of objects, and where it is blank the next. */
  private async shownOf(
    { sources }: Job,
    choices: Choices,
  ): Promise<{ readonly source: NamedFile; readonly found: FileSample }> {
    const isTable = ({ name }: NamedFile) => !/\.(txt|text|log|md|markdown)(\.gz)?$/i.test(name);
    const first = sources.find(isTable) ?? sources[0];
    const look = (source: NamedFile) => this.annotator.look({ source, reading: readingOf(choices) });
    const shown = { source: first, found: await look(first) };
    if (hasSomething(shown.found)) return shown;
    for (const source of sources.filter((one) => one !== first).slice(0, MOST_LOOKED_AT)) {
      const found = await look(source).catch(() => undefined);
      if (found && hasSomething(found)) return { source, found };
    }
    return shown;
  }

  /** Where results go. Asks whether existing ones are continued, replaced or kept beside the new ones; undefined if the person cancels. */
  private async placeOf(
    results: vscode.Uri,
    quiet: boolean,
  ): Promise<{ readonly results: vscode.Uri; readonly anew: boolean } | undefined> {
    const { done, rows } = await this.remains(results);
    if (quiet || (!done && rows === undefined)) return { results, anew: false };
    const resume = vscode.l10n.t('Resume');
    const anew = vscode.l10n.t('Start Over');
    const look = vscode.l10n.t('Open Overview');
    if (rows !== undefined) {
      const message = vscode.l10n.t('An earlier run reached row {0} of {1}.', whole(rows), baseName(results));
      const answer = await vscode.window.showInformationMessage(message, { modal: true }, resume, anew);
      return answer === resume || answer === anew ? { results, anew: answer === anew } : undefined;
    }
    const both = vscode.l10n.t('Keep Both');
    const free = await this.freeBeside(results);
    const message = vscode.l10n.t('{0} exists already. Its rows are replaced if you start over; your reviews are kept. To compare two models or runs, keep both: the new results are {1}.', baseName(results), baseName(free)); // prettier-ignore
    const answer = await vscode.window.showInformationMessage(message, { modal: true }, look, both, anew);
    if (answer === look) await this.panels.show(results);
    if (answer === both) return { results: free, anew: true };
    return answer === anew ? { results, anew: true } : undefined;
  }

  private remains(results: vscode.Uri): Promise<EarlierRun> {
    return this.annotator.remains(namedFile(results));
  }

  /** `reviews.saliency.ndjson` → `reviews-2.saliency.ndjson`, or the next number that is free. */
  private async freeBeside(results: vscode.Uri): Promise<vscode.Uri> {
    for (let number = 2; ; number++) {
      const free = results.with({ path: results.path.replace(/(?=\.saliency\.ndjson$)/, `-${number}`) });
      const { done, rows } = await this.remains(free);
      if (!done && rows === undefined) return free;
    }
  }

  private async again(results: vscode.Uri, run: KnownRun): Promise<void> {
    const { done, rows } = await this.remains(results);
    if (done || rows !== undefined) return this.run(results, run, !run.open);
    // Nothing was made: what failed may have been mended in the settings since.
    const { method, model } = settings(vscode.Uri.parse(run.input.sources[0].address));
    await this.run(results, { ...run, question: { ...run.question, preferred: { method, model } } }, true);
  }

  private async run(results: vscode.Uri, run: KnownRun, anew: boolean): Promise<void> {
    const { input, question, also } = run;
    const request: RunRequest = {
      input,
      question,
      anew,
      followed: true,
      results: namedFile(results),
    };
    await this.runs.set(results, { ...run, open: true });
    const started = performance.now();
    let done: RunCounts & RunSummary;
    try {
      done = await withProgress(vscode.l10n.t('Annotating {0}', baseName(results)), (signal, report) => {
        const running = this.annotator.run(request, signal, (progress) => report(progressText(progress)));
        // After the run has begun, because the page shows its rows. Not awaited: the run goes on whether its page is there or not.
        void this.panels.follow(results);
        return running;
      });
    } catch (error) {
      const isCancelled = error instanceof SaliencyError && error.code === 'cancelled';
      this.panels.runEnded(results, false, isCancelled ? undefined : messageOf(error));
      if (isCancelled) return this.stopped(results);
      throw error;
    }
    await this.runs.set(results, { ...run, open: false });
    await this.record(results, run, done, (performance.now() - started) / 1000);
    this.panels.runEnded(results, true);
    if (also !== 'none') await this.writeCopy(results, run, also);
  }

  /** Writes the record of the run beside the results, which are complete without it. */
  private async record(
    results: vscode.Uri,
    run: KnownRun,
    done: RunCounts & RunSummary,
    seconds: number,
  ): Promise<void> {
    const { sources, reading: how } = run.input;
    const reading = await this.annotator.preview({ source: sources[0], reading: how }).catch(() => undefined);
    const { version } = this.host.context.extension.packageJSON as { version: string };
    await writeRunRecord(results, { run, done, seconds, version, reading }).catch(() => undefined);
  }

  private async stopped(results: vscode.Uri): Promise<void> {
    const { rows } = await this.remains(results);
    const message =
      rows === undefined
        ? vscode.l10n.t('Stopped before the first row.')
        : vscode.l10n.t('Stopped after {0} rows. They are kept: annotate again to go on.', whole(rows));
    const [resume, look] = [vscode.l10n.t('Resume'), vscode.l10n.t('Open Overview')];
    const actions = rows === undefined ? [] : [resume, look];
    // Not waited for: a notification may stay open for long, and the command is done.
    void vscode.window.showInformationMessage(message, ...actions).then((answer) => {
      if (answer === resume) return vscode.commands.executeCommand('saliency.resumeAnnotating', results);
      if (answer === look) return vscode.commands.executeCommand('saliency.openOverview', results);
      return undefined;
    });
  }

  private async saveCopy(results: vscode.Uri, run: KnownRun): Promise<void> {
    const items = [
      { to: 'csv' as const, label: vscode.l10n.t('A CSV table with the columns of the file') },
      { to: 'html' as const, label: vscode.l10n.t('A report as HTML') },
    ];
    const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Save annotated copy') });
    if (picked) await this.writeCopy(results, run, picked.to);
  }

  private async writeCopy(results: vscode.Uri, { input }: KnownRun, to: CopyRequest['to']): Promise<void> {
    const copy = results.with({ path: results.path.replace(/\.ndjson$/, `.${to}`) });
    const request = { results: namedFile(results), copy: namedFile(copy), input, to };
    try {
      await withProgress(vscode.l10n.t('Writing {0}', baseName(copy)), (signal) =>
        this.annotator.copy(request, signal),
      );
    } catch (error) {
      if (error instanceof SaliencyError && error.code === 'cancelled') return;
      throw error;
    }
    tellWritten(copy);
  }

  /** The results that belong to a file: the file itself, or the results beside a copy or a source. */
  private async resultsFor(uri: vscode.Uri): Promise<vscode.Uri> {
    if (/\.ndjson(\.gz)?$/.test(uri.path)) return uri;
    const stem = baseName(uri)
      .replace(/\.saliency\.(csv|html)$/, '')
      .replace(/(\.[a-z]+)?(\.gz)?$/i, '');
    const beside = vscode.Uri.joinPath(parentOf(uri), `${stem}.saliency.ndjson`);
    const { done, rows } = await this.remains(beside);
    if (done || rows !== undefined) return beside;
    throw new SaliencyError(
      vscode.l10n.t('There are no results of {0}: annotate it first.', baseName(uri)),
      'nothing-to-annotate',
    );
  }
}
