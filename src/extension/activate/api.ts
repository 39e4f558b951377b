import type * as vscode from 'vscode';
import type { ExplainRequest, ModelSummary } from '../../shared/protocol/explainer';
import type { Explanation } from '../../shared/explanation';
import type { Method } from '../../shared/methods';
import type { Mark } from '../highlights/highlights';

/**
 * What `activate` returns: for other extensions, `extensions.getExtension('saliency.saliency')?.activate()`.
 * Within one version nothing is taken away or changed, only added.
 */
export interface SaliencyApi {
  readonly version: 1;
  /**
   * Why a text reads as it does, without showing anything. What the request leaves open follows the person's settings.
   * Rejects with an error whose message is meant for people; its `code` is a stable identifier for programs.
   */
  explain(request: ExplainRequest, signal?: AbortSignal): Promise<Explanation>;
  /** The installed models; loads none of them. */
  models(): Promise<readonly ModelSummary[]>;
  /** Only while the extension itself is being tested or developed. */
  readonly testing?: Testing;
}

/** What the tests of the extension use. */
export interface Testing {
  /** The explained ranges, both those explained on command and those of the live view. */
  explained(uri: vscode.Uri): readonly ExplainedForTest[];
  /** The sentences of a document that is explained as a whole, with their predictions. */
  predictedSentences(uri: vscode.Uri): readonly { readonly text: string; readonly label: string }[];
  /** The id and the explanation that the panel and the status bar show. */
  current(): { readonly id: number; readonly explanation: Explanation } | undefined;
  /** See `Engine.status`. */
  status(): Promise<{ readonly tensors: number; readonly wasmBytes: number; readonly loaded: readonly string[] }>;
  /** The file that the log is written to. */
  log(): vscode.Uri;
  /** Opens a row of an overview that is open, as a person does from its table. */
  openRow(results: vscode.Uri, row: number): Promise<void>;
  /** Ends the worker, as a crash would. */
  terminateWorker(): Promise<void>;
  /** Ends the extension and starts it again, as a reload does; `before`: what the editor was told to dispose of. */
  reload(): Promise<{ readonly api: SaliencyApi; readonly before: readonly WeakRef<vscode.Disposable>[] }>;
}

export interface ExplainedForTest {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly stale: boolean;
  readonly sentence: boolean;
  readonly prediction: string;
  readonly method: Method;
  readonly words: readonly {
    readonly text: string;
    readonly score: number;
    /** UTF-16 offsets into the document now; undefined once the word was changed. */
    readonly start: number | undefined;
    readonly end: number | undefined;
    /** Undefined: not marked. */
    readonly mark: Mark | undefined;
  }[];
}
