import type { Filter, Sort } from '../findings/filter';
import type { RowsPiece } from '../findings/piece';
import type { Review } from '../findings/review';
import type { RunRecord } from '../findings/run-record';

/** What a person set up on the page; kept beside the results, so that whoever opens them sees the same. */
export interface SavedView {
  readonly filter?: Filter;
  readonly tab?: string;
  readonly where?: readonly string[];
  /** Numbers of the rows that a training said would teach most, those first that would teach most. */
  readonly next?: readonly number[];
  readonly columns?: readonly string[];
  readonly sort?: Sort;
  /** What the file's labels mean, where a person changed it: as written → label. */
  readonly meaning?: Readonly<Record<string, string>>;
  /** The column that holds the date, where a person chose one. */
  readonly dates?: string;
  /** Whether a chosen period is compared with the one before. */
  readonly before?: boolean;
  /** Other results, and another person's reviews, that are looked at beside these: names in their folder, or addresses. */
  readonly other?: string;
  readonly second?: string;
}

/** All about the results that is no row. */
export interface OverviewInfo {
  /** Address of the results. */
  readonly uri: string;
  /** Name of the results, without folders. */
  readonly name: string;
  /** The run was stopped before its end. */
  readonly partial: boolean;
  /** Whether the rows name their files, so that they can be opened. */
  readonly sources: boolean;
  /** Whether it is known how the files were read, so that they can be read again. */
  readonly known: boolean;
  /** How the run was made, where that stands beside the results. */
  readonly record?: RunRecord;
  readonly view?: SavedView;
  /** Name of the file that reviews are written to. */
  readonly reviewFile: string;
  /** Whether a model can be trained here on one's own rows. */
  readonly trains: boolean;
}

/** Host → page. */
export type OverviewHostMessage =
  /** The rows before are no more: they are read anew. */
  | { readonly type: 'start'; readonly info: OverviewInfo }
  /** The rows stay. */
  | { readonly type: 'info'; readonly info: OverviewInfo }
  /** Rows that follow those before; answered by `more`, so that no more are on their way than the page takes. */
  | { readonly type: 'piece'; readonly piece: RowsPiece; readonly whole?: number }
  /** Rows of the results that these are compared with, and their end; answered like `piece`. */
  | { readonly type: 'otherPiece'; readonly piece: RowsPiece }
  | { readonly type: 'otherEnd'; readonly name: string }
  /** All rows are there; or, of a run that goes on, all so far. */
  | { readonly type: 'end'; readonly running: boolean }
  | { readonly type: 'reviews'; readonly reviews: readonly Review[] }
  /** Rows to go through now: what would teach most. */
  | { readonly type: 'next'; readonly rows: readonly number[] }
  | { readonly type: 'annotator'; readonly name: string; readonly reviews: readonly Review[] }
  | { readonly type: 'working' }
  /** `problem` is a sentence for the person. */
  | { readonly type: 'idle'; readonly problem?: string };

/** What is said of a row from now on, with what makes it a training row. */
export interface ReviewSent {
  readonly row: number;
  /** Left out: nothing any more. */
  readonly review?: Review;
  readonly text: string;
  /** The prediction that it confirms or corrects. */
  readonly prediction?: string;
  readonly file?: string;
  readonly line?: number;
}

/** In which form findings leave the page. */
export type ShareFormat = 'html' | 'xlsx' | 'csv' | 'markdown';

/** What a person asked for in the dialog. */
export interface ShareRequest {
  readonly format: ShareFormat;
  readonly language: 'en' | 'zh';
  readonly filter: Filter;
  /** The rows as an appendix. */
  readonly rows: boolean;
  /** Not into a file. */
  readonly toClipboard?: true;
}

/** Page → host. */
export type OverviewPageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'more' }
  | { readonly type: 'openRow'; readonly row: number }
  | { readonly type: 'explainRow'; readonly row: number }
  | { readonly type: 'review'; readonly said: ReviewSent }
  | { readonly type: 'view'; readonly view: SavedView }
  | { readonly type: 'share'; readonly request: ShareRequest }
  | { readonly type: 'savePicture'; readonly name: string; readonly kind: 'svg' | 'png'; readonly data: string }
  /** Numbers of the chosen rows. */
  | { readonly type: 'saveRows'; readonly rows: readonly number[] }
  | { readonly type: 'newOverview'; readonly rows: readonly number[] }
  | { readonly type: 'trainRows'; readonly rows: readonly number[] }
  | { readonly type: 'improveModel' }
  | { readonly type: 'chooseAnnotator' }
  | { readonly type: 'compareWith' }
  | { readonly type: 'stopComparing' }
  | { readonly type: 'chooseLabels' }
  | { readonly type: 'runAgain' }
  /** The same anew, and how faithful each explanation is. */
  | { readonly type: 'measure' }
  | { readonly type: 'saveCopy' }
  | { readonly type: 'exportTraining' }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'showLog' };
