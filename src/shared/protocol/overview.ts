import type { Filter, Sort } from '../findings/filter';
import type { RunRecord } from '../findings/run-record';

/** What a person set up on the page; kept beside the results, so that everybody who opens them sees the same. */
export interface SavedView {
  readonly filter?: Filter;
  readonly tab?: string;
  readonly where?: readonly string[];
  /** Numbers of the rows that a training named as the most useful to label next, in that order. */
  readonly next?: readonly number[];
  /** Fingerprints of their texts: the file may change. */
  readonly nextTexts?: readonly number[] | undefined;
  readonly columns?: readonly string[];
  readonly sort?: Sort;
  /** What the file's labels mean, where a person changed it: as written → label. */
  readonly meaning?: Readonly<Record<string, string>>;
  /** The column that holds the date, where a person chose one. */
  readonly dates?: string;
  /** Whether a chosen period is compared with the one before. */
  readonly before?: boolean;
  /** The column of the file that predictions are compared with, where a person chose another than that of the run; '' for none. */
  readonly labels?: string;
  /** Other results and another person's reviews that these are compared with: names in their folder, or addresses. */
  readonly other?: string;
  readonly second?: string;
}

/** Facts about the results as a whole. */
export interface OverviewInfo {
  /** Address of the results. */
  readonly uri: string;
  /** Name of the results, without folders. */
  readonly name: string;
  /** The run was stopped before its end. */
  readonly partial: boolean;
  /** There are no results (yet, or any more): names of what was to be annotated, as far as that is known. */
  readonly missing?: readonly string[];
  /** Whether the rows name their files, so that they can be opened. */
  readonly sources: boolean;
  /** Whether it is known how the files were read, so that they can be read again. */
  readonly known: boolean;
  /** How the run was made, if that is stored beside the results. */
  readonly record?: RunRecord;
  readonly view?: SavedView;
  /** Name of the file that reviews are written to. */
  readonly reviewFile: string;
  /** Whether a model can be trained here on one's own rows. */
  readonly trains: boolean;
}
