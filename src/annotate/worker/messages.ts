import type { BatchRequest } from '../../shared/protocol/batch';
import type { ErrorData } from '../../shared/saliency-error';
import type { Encoding } from '../../records/encoding';
import type { ReadOptions } from '../../records/format';
import type { RowFilter, Overview, ReviewRow } from '../../shared/overview';
import type { SavedRow } from '../overview/saved-rows';
import type { Preview } from '../../records/preview';
import type { Progress } from '../progress';
import type { Done } from '../run';
import type { Remains } from './file-store';

/** A file to read: where it is, and how people and rows call it. */
export interface NamedFile {
  readonly address: string;
  readonly name: string;
}

/** What is read, and how. */
export interface Input {
  readonly sources: readonly NamedFile[];
  readonly reading: ReadOptions;
  readonly encoding?: Encoding;
}

export interface RunRequest {
  readonly input: Input;
  readonly question: Omit<BatchRequest, 'texts'>;
  /** The file of results (NDJSON). */
  readonly results: NamedFile;
  /** True: what an earlier run had left is not gone on with. */
  readonly anew: boolean;
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

export interface OverviewRowsRequest extends OverviewRequest {
  readonly filter: RowFilter;
}

/** What the host can ask, and what it gets. */
export interface AnnotatorCalls {
  preview: { request: { readonly source: NamedFile; readonly reading: ReadOptions }; reply: Preview };
  remains: { request: NamedFile; reply: Remains };
  run: { request: RunRequest; reply: Done };
  copy: { request: CopyRequest; reply: Done };
  overview: { request: OverviewRequest; reply: Overview };
  /** One row as it was saved, whole; undefined where there is none. */
  row: { request: OverviewRequest & { readonly row: number }; reply: SavedRow | undefined };
  rows: { request: OverviewRowsRequest; reply: { readonly rows: number; readonly shown: readonly ReviewRow[] } };
}
export type AnnotatorCall = keyof AnnotatorCalls;
export type AnyAnnotatorCall = {
  [Name in AnnotatorCall]: { type: 'call'; id: number; call: Name; request: AnnotatorCalls[Name]['request'] };
}[AnnotatorCall];
export type AnnotatorReply = AnnotatorCalls[AnnotatorCall]['reply'];

/** What the worker has the host do: files of the extension, and files that only the host can reach. */
export interface HostCalls {
  /** A file of the extension's, or of the person's own models. */
  resource: { request: string; reply: Uint8Array };
  size: { request: string; reply: number | undefined };
  read: { request: string; reply: Uint8Array };
  write: { request: { readonly address: string; readonly bytes: Uint8Array }; reply: undefined };
  rename: { request: { readonly from: string; readonly to: string }; reply: undefined };
  remove: { request: string; reply: undefined };
  /** Names in a folder; undefined where there is none. */
  list: { request: string; reply: readonly string[] | undefined };
}
export type HostDeed = keyof HostCalls;
export type AnyHostDeed = {
  [Name in HostDeed]: { type: 'deed'; id: number; deed: Name; request: HostCalls[Name]['request'] };
}[HostDeed];

export type ToAnnotator =
  | AnyAnnotatorCall
  | { type: 'cancel'; id: number }
  | { type: 'deed-done'; id: number; value: HostCalls[HostDeed]['reply'] }
  | { type: 'deed-failed'; id: number; message: string; code: string };

export type FromAnnotator =
  | { type: 'reply'; id: number; value: AnnotatorReply }
  | { type: 'failure'; id: number; message: string; code: string; data: ErrorData }
  | { type: 'progress'; id: number; progress: Progress }
  | AnyHostDeed;
