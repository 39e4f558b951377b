import type { RowFilter, Overview, ReviewRow } from '../overview';

/** What a person said of a row: the label that is right, which may be the prediction's own. */
export interface Decision {
  readonly row: number;
  readonly label: string;
}

/** All that the overview's page shows; plain JSON. */
export interface OverviewView {
  /** Address of the results. */
  readonly uri: string;
  /** Name of the results, without folders. */
  readonly name: string;
  /** The run was stopped before its end. */
  readonly partial: boolean;
  readonly overview: Overview;
  readonly decisions: readonly Decision[];
  /** Whether the rows name their files, so that they can be opened. */
  readonly sources: boolean;
  /** Whether it is known how the files were read, so that they can be read again. */
  readonly known: boolean;
}

/** Rows that a filter let through. */
export interface FilteredView {
  readonly filter: RowFilter;
  readonly rows: number;
  readonly shown: readonly ReviewRow[];
}

/** Host → page. */
export type OverviewHostMessage =
  | { readonly type: 'show'; readonly view: OverviewView }
  | { readonly type: 'rows'; readonly found: FilteredView }
  | { readonly type: 'decisions'; readonly decisions: readonly Decision[] }
  | { readonly type: 'working' }
  /** `problem` is a sentence for the person. */
  | { readonly type: 'idle'; readonly problem?: string };

/** Page → host. */
export type OverviewPageMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'filter'; readonly filter: RowFilter }
  | { readonly type: 'openRow'; readonly row: number }
  /** Null: nothing is said of the row any more. */
  | { readonly type: 'decide'; readonly row: number; readonly label: string | null }
  | { readonly type: 'chooseLabels' }
  | { readonly type: 'runAgain' }
  /** The same anew, and how faithful each explanation is. */
  | { readonly type: 'measure' }
  | { readonly type: 'saveCopy' }
  | { readonly type: 'exportTraining' }
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'showLog' };
