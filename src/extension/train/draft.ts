import * as vscode from 'vscode';
import type { ReadOptions } from '../../records/reading';
import { columnOf } from '../../records/reading';
import type { ModelSummary } from '../../shared/protocol/explainer';
import type { StartKind, TrainingOptions } from '../../shared/protocol/training-choices';
import { SaliencyError } from '../../shared/saliency-error';
import type { FineTuningCheck, FineTuningRequest, TrainingRow, FineTuningStart } from '../../shared/fine-tuning';
import type { FineTuner, TrainingRows, RowFile } from '../../training/fine-tuning/fine-tuner';
import { whole } from '../wording/figures';
import { formView, type FormState } from './form-view';
import { nameProblem, suggestedName } from './model-names';
import type { ReviewedRows } from './reviewed-rows';

/** Where rows come from. */
export interface DraftOrigin {
  readonly sources: readonly RowFile[];
  /** How the files are read, where that is known. */
  readonly reading?: ReadOptions;
  readonly reviewed?: ReviewedRows;
  /** The name of the data, for people. */
  readonly source: string;
  /** The folder of the files. */
  readonly folder?: vscode.Uri;
}

/** What the form needs from the extension. */
export interface DraftHost {
  readonly fineTuner: FineTuner;
  readonly models: () => Promise<readonly ModelSummary[]>;
  readonly cores: number;
  readonly run: vscode.Uri;
  /** Where models are kept: the folder of the setting, or the storage. */
  readonly keep: () => { readonly uri: vscode.Uri; readonly shown?: string };
  /** Something changed that the page shows. */
  readonly changed: () => void;
}

const NOTHING_READ: TrainingRows = { rows: [], readings: [], damaged: 0, withoutLabel: 0, otherLanguages: 0 };
const AS_FOUND: ReadOptions = { fields: {}, unit: 'line' };

/** A training that is being prepared: what the person chose, and what was found. */
export class Draft {
  reading: ReadOptions;
  read: TrainingRows = NOTHING_READ;
  /** With reviewed rows: whether rows that only the file labels are learnt from as well. */
  withLabelled = true;
  check?: FineTuningCheck;
  private models: readonly ModelSummary[] = [];
  private start: StartKind = 'best';
  private other?: string;
  private best?: string;
  private name?: string;
  private options: Partial<TrainingOptions> = {};
  /** Labels that are not understood, beside others that are. */
  private notUnderstood: readonly string[] = [];
  private looking = new AbortController();
  private looked: Promise<void> = Promise.resolve();

  constructor(
    readonly origin: DraftOrigin,
    private readonly host: DraftHost,
  ) {
    this.reading = origin.reading ?? AS_FOUND;
  }

  view() {
    return formView(this.state(), this.models);
  }

  /** Reads the files and checks the rows. */
  async load(): Promise<void> {
    const { sources } = this.origin;
    await this.anew(async (signal) => {
      this.notUnderstood = [];
      this.models = await this.host.models();
      if (sources.length === 0) return this.look(signal);
      this.read = await this.readFiles(signal);
      await this.look(signal);
    });
  }

  /** Rows whose label is not understood, where others are, are left out until the person says what it means. */
  private async readFiles(signal: AbortSignal): Promise<TrainingRows> {
    const { sources } = this.origin;
    try {
      return await this.host.fineTuner.read(sources, this.reading, signal);
    } catch (error) {
      const labels =
        error instanceof SaliencyError && error.code === 'unknown-labels' ? [error.data.labels].flat() : [];
      if (labels.length === 0) throw error;
      const left = Object.fromEntries(labels.map((label) => [String(label).trim().toLowerCase(), '' as const]));
      this.notUnderstood = labels.map(String);
      const reading = { ...this.reading, labels: { ...left, ...this.reading.labels } };
      return this.host.fineTuner.read(sources, reading, signal);
    }
  }

  /** Checks the rows again after a choice was changed. */
  async again(change: () => void): Promise<void> {
    change();
    await this.anew((signal) => this.look(signal));
  }

  async readAnew(reading: ReadOptions): Promise<void> {
    this.reading = reading;
    await this.load();
  }

  chooseStart(start: StartKind, other = this.other): Promise<void> {
    return this.again(() => ([this.start, this.other] = [start, other]));
  }

  setOptions(options: TrainingOptions): Promise<void> {
    const shown = this.view().options;
    const names = Object.keys(options) as (keyof TrainingOptions)[];
    const changed = names.filter((name) => options[name] !== shown[name]);
    return this.again(() => (this.options = { ...this.options, ...Object.fromEntries(changed.map((name) => [name, options[name]])) })); // prettier-ignore
  }

  rename(name: string): void {
    this.name = name;
    this.host.changed();
  }

  /** The models to start from, those for the language of the rows first. */
  startable(): readonly ModelSummary[] {
    const usable = this.models.filter(({ problem }) => problem === undefined);
    return usable.sort((a, b) => Number(this.isForeign(a)) - Number(this.isForeign(b)));
  }

  /** Whether a model is for another language than the rows. */
  isForeign({ language }: ModelSummary): boolean {
    return this.check !== undefined && language !== this.check.language;
  }

  /** What the fine-tuner is asked to do; undefined: it cannot start. */
  request(): FineTuningRequest | undefined {
    const view = this.view();
    const ready = view.rows !== undefined && view.blocked === undefined && view.nameProblem === undefined;
    return ready ? this.asked() : undefined;
  }

  /** What it starts from, as people read it; undefined: from scratch. */
  get startTitle(): string | undefined {
    const { start } = this.view();
    return start.chosen === 'best' ? start.best?.title : start.chosen === 'other' ? start.other?.title : undefined;
  }

  /** The rows to learn from: reviews before what the files say of the same text. */
  rows(): readonly TrainingRow[] {
    const reviewed = this.origin.reviewed?.rows ?? [];
    if (this.origin.reviewed && !this.withLabelled) return reviewed;
    const said = new Set(reviewed.map(({ text }) => text));
    return [...reviewed, ...this.read.rows.filter(({ text }) => !said.has(text))];
  }

  dispose(): void {
    this.looking.abort(new vscode.CancellationError());
  }

  private asked(): FineTuningRequest {
    const { run, cores, keep } = this.host;
    const name = this.shownName();
    const { reviewed, source } = this.origin;
    return {
      rows: this.rows(),
      source,
      ...(this.startAsked() && { start: this.startAsked() }),
      name,
      out: vscode.Uri.joinPath(keep().uri, name).toString(),
      run: run.toString(),
      cores,
      ...(Object.keys(this.options).length > 0 && { options: this.options }),
      ...(reviewed && reviewed.unlabelled.length > 0 && { unlabelled: reviewed.unlabelled }),
    };
  }

  private startAsked(): FineTuningStart | undefined {
    if (this.start === 'scratch') return { kind: 'scratch' };
    return this.start === 'other' && this.other !== undefined ? { kind: 'model', model: this.other } : undefined;
  }

  private async look(signal: AbortSignal): Promise<void> {
    const check = await this.host.fineTuner.check(this.asked(), signal);
    if (signal.aborted) return;
    if (!this.startAsked() && check.start.kind === 'model') this.best = check.start.model;
    this.check = check;
  }

  /** Waits for the check that is under way, and for those that were begun in the meantime. */
  async settled(): Promise<void> {
    for (let seen: Promise<void> | undefined; seen !== this.looked;) {
      seen = this.looked;
      await seen.catch(() => undefined);
    }
  }

  private anew(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    return (this.looked = this.lookWith(work));
  }

  /** One check at a time: a newer one cancels the one before. */
  private async lookWith(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.looking.abort(new vscode.CancellationError());
    const { signal } = (this.looking = new AbortController());
    this.check = undefined;
    this.host.changed();
    try {
      await work(signal);
    } catch (error) {
      if (signal.aborted) return;
      throw error;
    } finally {
      if (!signal.aborted) this.host.changed();
    }
  }

  private shownName(): string {
    return this.name ?? suggestedName(this.check?.language ?? 'en', this.origin.source, this.taken());
  }

  private taken(): readonly string[] {
    return this.models.map(({ name }) => name);
  }

  private state(): FormState {
    const { reviewed, source } = this.origin;
    const [reading] = this.read.readings;
    const learnsFiles = this.read.readings.length > 0 && (!reviewed || this.withLabelled);
    const name = this.shownName();
    const shown = reviewed ? vscode.l10n.t('{0}, {1} reviewed rows', source, whole(reviewed.rows.length)) : source;
    return {
      source: shown,
      ...(learnsFiles && reading && { text: columnOf(reading, 'text'), label: columnOf(reading, 'label') }),
      reviewed: reviewed !== undefined,
      damaged: learnsFiles ? this.read.damaged : 0,
      withoutLabel: learnsFiles && !reviewed ? this.read.withoutLabel : 0,
      otherLanguages: learnsFiles ? this.read.otherLanguages : 0,
      start: this.start,
      other: this.other,
      name,
      nameProblem: nameProblem(name, this.taken()),
      folder: this.host.keep().shown,
      options: this.options,
      cores: this.host.cores,
      check: this.check,
      best: this.best,
      notUnderstood: this.notUnderstood,
    };
  }
}
