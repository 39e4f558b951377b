import { availableParallelism } from 'node:os';
import * as vscode from 'vscode';
import { nodeFiles } from '../../engine/node-files';
import { startNodeWorker } from '../../engine/worker/node-worker';
import { explainInWorker } from '../../engine/worker/worker-explainer';
import { importInWorker } from '../../engine/importing/import-in-worker';
import type { ImporterHost } from '../../engine/importing/importer';
import type { FineTunerHost } from '../../training/fine-tuning/fine-tuner';
import { fineTuneInWorker } from '../../engine/fine-tuning/fine-tune-in-worker';
import type { SaliencyApi } from './api';
import { withOwnModels } from './engine';
import { modelsFolder } from '../import/models-folder';
import { startExtension } from './extension';
import { viewsFrom } from './load-views';
import { ownModelsFolder, ownModelFiles, watchOwnModels } from './own-models';

/** In the Node extension host (desktop, remote): the engine runs in a thread. */
export function activate(context: vscode.ExtensionContext): SaliencyApi {
  const { extensionUri } = context;
  const script = (name: string) => vscode.Uri.joinPath(extensionUri, 'dist', name).fsPath;
  // Read from the disk directly: `vscode.workspace.fs` goes through the window, which may be busy.
  const files = withOwnModels(nodeFiles(extensionUri.fsPath), ownModelFiles(context.globalStorageUri, ownModelsFolder));
  const engine = explainInWorker(() => startNodeWorker(script('worker.cjs')), files);
  // A `require` of dist/views.cjs in the bundle: see scripts/build/beside.mjs.
  const views = viewsFrom(() => import('./views'));
  const annotator = { files, start: () => startNodeWorker(script('annotate.cjs')) };
  const importer = {
    start: (host: ImporterHost) => importInWorker(() => startNodeWorker(script('import.cjs')), host),
    models: () => modelsFolder(context, true),
  };
  const trainer = {
    files,
    startFineTuner: (host: FineTunerHost) =>
      fineTuneInWorker(() => startNodeWorker(script('fine-tuning.cjs'), {}), host),
    cores: availableParallelism(),
    hasFolders: true,
  };
  const again = () => activate(context);
  const watchModels = watchOwnModels;
  return startExtension({ context, engine, views, annotator, importer, trainer, watchModels, again });
}
