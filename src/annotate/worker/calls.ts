import type { BatchRequest } from '../../shared/protocol/explainer';
import type { FileReading, ReadOptions } from '../../records/reading';
import type { Filter } from '../../shared/findings/filter';
import type { Review } from '../../shared/findings/review';
import type { RunRecord } from '../../shared/findings/run-record';
import type { WrittenLanguage } from '../../shared/findings/written-language';
import type { RowsPiece } from '../../shared/findings/piece';
import type { ReportFormat } from '../../findings/report/report-bytes';
import type { SavedRow } from '../saved-rows';
import type { Progress } from '../progress';
import type { ExtractFormat, PredictionBefore } from './extract';
import type { RunCounts } from '../run';
import type { RunSummary } from '../run-summary';
import type { FileSample } from './file-sample';
import type { EarlierRun } from './file-store';

/** A file to read: its address, and its name for people and in rows. */
export interface NamedFile {
  readonly address: string;
  readonly name: string;
}

/** The files to read, and how they are read. */
export interface RunInput {
  readonly sources: readonly NamedFile[];
  readonly reading: ReadOptions;
}

export interface RunRequest {
  readonly input: RunInput;
  readonly question: Omit<BatchRequest, 'texts'>;
  /** The file of results (NDJSON). */
  readonly results: NamedFile;
  /** True: starts from the first row even if an earlier run can be continued. */
  readonly anew: boolean;
  /** True: the rows are read by `openRows` while the run writes them. */
  readonly followed?: boolean;
}

/** A copy of results in another form, beside them. */
export interface CopyRequest {
  readonly results: NamedFile;
  readonly input: RunInput;
  readonly to: 'csv' | 'html';
  readonly copy: NamedFile;
}

export interface OverviewRequest {
  readonly results: NamedFile;
  /** Whether the run was ended before its end. */
  readonly partial: boolean;
  /** Set where the files are read again, with other fields for label and category than the run had. */
  readonly input?: RunInput;
}

/** Rows by their numbers, or those that a filter lets through. */
export type RowChoice =
  | { readonly by: 'number'; readonly rows: readonly number[] }
  | { readonly by: 'filter'; readonly filter: Filter; readonly reviews: readonly Review[] };

/** Saves some rows to a file of their own. */
export interface ExtractRequest extends OverviewRequest {
  readonly which: RowChoice;
  readonly to: ExtractFormat;
  /** For training rows: the labels that a person gave, by number of the row. */
  readonly labels?: readonly (readonly [row: number, label: string])[];
  /** For training rows: what the file's labels mean, where a person changed it. */
  readonly meaning?: Readonly<Record<string, string>>;
  /** Of a table: what other results predict of the same texts. */
  readonly before?: readonly PredictionBefore[];
  readonly copy: NamedFile;
}

/** A report, workbook or summary to share: its language, and the filter that chooses the rows. */
export interface ShareRequest extends OverviewRequest {
  readonly format: ReportFormat;
  readonly language: WrittenLanguage;
  readonly filter: Filter;
  /** Whether all texts stand at the end. */
  readonly appendix: boolean;
  readonly reviews: readonly Review[];
  /** What labels mean, where a person changed it. */
  readonly meaning?: Readonly<Record<string, string>>;
  /** The name of the data, for the reader of the report. */
  readonly source: string;
  readonly run?: RunRecord;
  /** The version of Saliency. */
  readonly version: string;
  /** The day of the report: days since 1970-01-01. */
  readonly day: number;
}

export interface RowRequest extends OverviewRequest {
  readonly row: number;
}

/** What the host may call in the annotating worker. */
export interface Annotator {
  /** How the file would be read, for the form in which a person can change that. */
  preview(request: { readonly source: NamedFile; readonly reading: ReadOptions }): Promise<FileReading>;
  /** The same, with examples of what stands in the file. */
  look(request: { readonly source: NamedFile; readonly reading: ReadOptions }): Promise<FileSample>;
  remains(results: NamedFile): Promise<EarlierRun>;
  run(request: RunRequest, signal: AbortSignal, tell: (progress: Progress) => void): Promise<RunCounts & RunSummary>;
  copy(request: CopyRequest, signal: AbortSignal): Promise<RunCounts>;
  /** Opens the rows of results, also while a run still writes them. Returns the number of the reader for `nextRows`. */
  openRows(request: OverviewRequest): Promise<number>;
  /** The next rows as columns, at most `most` of them; undefined: there are no more, and the reader is closed. */
  nextRows(reader: number, most: number): Promise<RowsPiece | undefined>;
  closeRows(reader: number): Promise<void>;
  /** The bytes of a report, workbook or summary. */
  share(request: ShareRequest, signal: AbortSignal): Promise<Uint8Array>;
  /** @throws SaliencyError `unwritable` */
  extract(request: ExtractRequest, signal: AbortSignal): Promise<RunCounts>;
  /** Models were added or removed: runs that begin from now on load them again. */
  modelsChanged(): Promise<void>;
  /** One row as it was saved, whole; undefined if there is none. */
  row(request: RowRequest, signal: AbortSignal): Promise<SavedRow | undefined>;
}

/** What the worker may call in the host: files of the extension, and files that only the host can reach. */
export interface HostFiles {
  /** A file of the extension, or of a model that the person trained or imported. */
  resource(path: string): Promise<Uint8Array>;
  /** Address of a folder for files that can be made again at any time. */
  scratch(): Promise<string>;
  /** Undefined if there is no such file. */
  size(address: string): Promise<number | undefined>;
  read(address: string): Promise<Uint8Array>;
  write(address: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(address: string): Promise<void>;
  /** Names in a folder; undefined if there is none. */
  list(folder: string): Promise<readonly string[] | undefined>;
}
