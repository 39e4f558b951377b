import type * as vscode from 'vscode';
import type { FromAnnotator, ToAnnotator } from '../../annotate/worker/messages';
import type { Files } from '../../shared/protocol/explainer';
import type { WorkerHandle } from '../../shared/rpc/port';

/** What the hosts differ in, as far as annotating files goes. */
export interface AnnotatorHost {
  readonly context: vscode.ExtensionContext;
  /** The extension's own files, and those of the person's models. */
  readonly files: Files;
  /** Starts the worker that reads, annotates and writes. */
  start(): WorkerHandle<FromAnnotator, ToAnnotator> | Promise<WorkerHandle<FromAnnotator, ToAnnotator>>;
}
