import type { Files } from '../../shared/protocol/explainer';
import { Connection } from '../../shared/rpc/connection';
import { partsOfSpeech } from '../../findings/store/part-of-speech';
import type { Port } from '../../shared/rpc/port';
import { SaliencyError } from '../../shared/saliency-error';
import { annotatorOf, type RunExplainer } from './annotator';
import type { HostFiles } from './calls';
import type { FileStore } from './file-store';
import type { ColumnCache } from './column-cache';

/** What an environment adds to the worker: its disk, and an explainer in a worker of its own. */
export interface AnnotatorEnvironment {
  disk(host: HostFiles): FileStore;
  explainer(files: Files): RunExplainer;
  /** The extension's own files, where the worker can read them itself. */
  files?(host: Files): Files;
  /** The cache of columns; left out: there is none. */
  kept?(host: HostFiles): ColumnCache;
}

/** Serves the annotator in a worker: answers calls, and asks the host for what only the host can do. */
export function serveAnnotator(port: Port, environment: AnnotatorEnvironment): void {
  const line = new Connection<HostFiles>((message, transfer) => port.post(message, transfer));
  const host = line.remote;
  const files: Files = { read: (path) => host.resource(path) };
  const explainer = environment.explainer(files);
  const own = environment.files?.(files) ?? files;
  const parts = () => partsOfSpeech((path) => own.read(path));
  line.serve(annotatorOf(environment.disk(host), explainer, parts, environment.kept?.(host)), { unforeseen });
  port.listen((message) => line.receive(message));
}

function unforeseen(error: unknown): SaliencyError {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return new SaliencyError(`Annotating failed, which is a fault of Saliency: ${reason}`, 'internal', { reason });
}
