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
import type { ExtractFormat } from './extract';
import type { RunCounts } from '../run';
import type { FileSample } from './file-sample';
import type { EarlierRun } from './file-store';

/** A file to read: where it is, and how people and rows call it. */
export interface NamedFile {
  readonly address: string;
  readonly name: string;
}

/** What is read, and how. */
export interface Input {
  readonly sources: readonly NamedFile[];
  readonly reading: ReadOptions;
}

export interface RunRequest {
  readonly input: Input;
  readonly question: Omit<BatchRequest, 'texts'>;
  /** The file of results (NDJSON). */
  readonly results: NamedFile;
  /** True: what an earlier run had left is not continued. */
  readonly anew: boolean;
  /** Whether somebody reads the rows while they come, by `openRows`. */
  readonly followed?: boolean;
}

/** What answered the texts of a run. */
export interface RunSummary {
  readonly models: readonly string[];
  readonly methods: readonly string[];
}

/** A copy of results in another form, beside them. */
export interface CopyRequest {
  readonly results: NamedFile;
  readonly input: Input;
  readonly to: 'csv' | 'html';
  readonly copy: NamedFile;
}

export interface OverviewRequest {
  readonly results: NamedFile;
  /** Whether the run was ended before its end. */
  readonly partial: boolean;
  /** Read again, with other fields for label and category than the run had. */
  readonly input?: Input;
}

/** Rows by their numbers, or those that a filter lets through. */
export type WhichRows =
  | { readonly by: 'number'; readonly rows: readonly number[] }
  | { readonly by: 'filter'; readonly filter: Filter; readonly reviews: readonly Review[] };

/** Some rows, into a file of their own. */
export interface ExtractRequest extends OverviewRequest {
  readonly which: WhichRows;
  readonly to: ExtractFormat;
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
  /** What the reader knows the data as. */
  readonly source: string;
  readonly run?: RunRecord;
  /** The version of Saliency. */
  readonly version: string;
  /** Since 1970-01-01. */
  readonly day: number;
}

export interface RowRequest extends OverviewRequest {
  readonly row: number;
}

/** The annotating worker, as the host calls it. */
export interface Annotator {
  /** How the file would be read, for the form in which a person can change that. */
  preview(request: { readonly source: NamedFile; readonly reading: ReadOptions }): Promise<FileReading>;
  /** The same, with what a person wants to see of it. */
  look(request: { readonly source: NamedFile; readonly reading: ReadOptions }): Promise<FileSample>;
  remains(results: NamedFile): Promise<EarlierRun>;
  run(request: RunRequest, signal: AbortSignal, tell: (progress: Progress) => void): Promise<RunCounts & RunSummary>;
  copy(request: CopyRequest, signal: AbortSignal): Promise<RunCounts>;
  /** Opens the rows of results, those of a run that continues too; gives what `nextRows` names them by. */
  openRows(request: OverviewRequest): Promise<number>;
  /** The next rows as columns, at most `most` of them; undefined: there are no more, and the reader is closed. */
  nextRows(reader: number, most: number): Promise<RowsPiece | undefined>;
  closeRows(reader: number): Promise<void>;
  /** The bytes of a file to send. */
  share(request: ShareRequest, signal: AbortSignal): Promise<Uint8Array>;
  /** @throws SaliencyError `unwritable` */
  extract(request: ExtractRequest, signal: AbortSignal): Promise<RunCounts>;
  /** There are other models now than before: runs that begin from now on read them anew. */
  modelsChanged(): Promise<void>;
  /** One row as it was saved, whole; undefined if there is none. */
  row(request: RowRequest, signal: AbortSignal): Promise<SavedRow | undefined>;
}

/** What the worker has the host do: files of the extension, and files that only the host can reach. */
export interface HostFiles {
  /** A file of the extension's, or of the person's own models. */
  resource(path: string): Promise<Uint8Array>;
  /** Address of a folder for what can be made anew. */
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
