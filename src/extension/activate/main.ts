import * as vscode from 'vscode';
import { nodeFiles } from '../../engine/node-files';
import { startNodeWorker } from '../../engine/worker/node-worker';
import { explainInWorker } from '../../engine/worker/worker-explainer';
import type { SaliencyApi } from './api';
import { withOwnModels } from './engine';
import { startExtension } from './extension';
import { viewsFrom } from './load-views';
import { ownModelFiles, watchOwnModels } from './own-models';

/** In the Node extension host (desktop, remote): the engine runs in a thread. */
export function activate(context: vscode.ExtensionContext): SaliencyApi {
  const { extensionUri } = context;
  const script = (name: string) => vscode.Uri.joinPath(extensionUri, 'dist', name).fsPath;
  // From the disk itself: the editor's way to files asks its window first, which may be busy just then.
  const files = withOwnModels(nodeFiles(extensionUri.fsPath), ownModelFiles());
  const engine = explainInWorker(() => startNodeWorker(script('worker.cjs')), files);
  // A `require` of dist/views.cjs in the bundle: see scripts/build/beside.mjs.
  const views = viewsFrom(() => import('./views'));
  const annotator = { files, start: () => startNodeWorker(script('annotate.cjs')) };
  const again = () => activate(context);
  return startExtension({ context, engine, views, annotator, watchModels: watchOwnModels, again });
}
