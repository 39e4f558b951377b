import type * as vscode from 'vscode';
import type { Files } from '../../shared/protocol/explainer';
import type { StartWorker } from '../../shared/rpc/one-worker';

/** What annotating files needs and the hosts of the desktop and of the web do differently. */
export interface AnnotatorHost {
  readonly context: vscode.ExtensionContext;
  /** The extension's own files, and those of the person's models. */
  readonly files: Files;
  /** Starts the worker that reads, annotates and writes. */
  readonly start: StartWorker;
}
