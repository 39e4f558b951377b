import * as vscode from 'vscode';
import { startNodeWorker } from '../engine/node-worker';
import { WorkerExplainer } from '../engine/worker-explainer';
import type { SaliencyApi } from './api';
import { extensionFiles } from './engine';
import { startExtension } from './extension';
import { viewsFrom } from './load-views';
import { ownModelFiles, watchOwnModels } from './own-models';

/** In the Node extension host (desktop, remote): the engine runs in a thread. */
export function activate(context: vscode.ExtensionContext): SaliencyApi {
  const { extensionUri } = context;
  const script = vscode.Uri.joinPath(extensionUri, 'dist', 'worker.cjs').fsPath;
  const files = extensionFiles(extensionUri, ownModelFiles());
  const engine = new WorkerExplainer(() => startNodeWorker(script), files);
  // A `require` of dist/views.cjs in the bundle: see scripts/build/lazy-views.mjs.
  const views = viewsFrom(() => import('./views'));
  return startExtension({ context, engine, views, watchModels: watchOwnModels, again: () => activate(context) });
}
