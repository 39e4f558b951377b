import type * as vscode from 'vscode';
import { startWebWorker } from '../engine/web-worker';
import { WorkerExplainer } from '../engine/worker-explainer';
import type { SaliencyApi } from './api';
import { extensionFiles } from './engine';
import { startExtension } from './extension';
import { loadScript } from './load-script';
import { viewsFrom, type Views } from './load-views';
import { sayNoOwnModels } from './no-own-models';

/** In the web-worker extension host (vscode.dev and the like): the engine runs in a worker of that worker. */
export function activate(context: vscode.ExtensionContext): SaliencyApi {
  const files = extensionFiles(context.extensionUri);
  // The files of an extension have no address that a worker may start from: the text of its script is handed over.
  const start = async () => startWebWorker((await files.read('dist/web/worker.js')).slice());
  const views = viewsFrom(async () => loadScript<Views>(await files.read('dist/web/views.cjs'), 'views.cjs'));
  const engine = new WorkerExplainer(start, files);
  return startExtension({ context, engine, views, watchModels: sayNoOwnModels, again: () => activate(context) });
}
