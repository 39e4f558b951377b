import type * as vscode from 'vscode';
import { KERNELS, MODEL_LIST } from '../../engine/installation';
import { startWebWorker } from '../../engine/worker/web-worker';
import { explainInWorker } from '../../engine/worker/worker-explainer';
import { importInWorker } from '../../engine/importing/import-in-worker';
import type { ImporterHost } from '../../engine/importing/importer';
import type { FineTunerHost } from '../../training/fine-tuning/fine-tuner';
import { fineTuneInWorker } from '../../engine/fine-tuning/fine-tune-in-worker';
import type { SaliencyApi } from './api';
import { extensionFiles, withOwnModels } from './engine';
import { modelsFolder } from '../import/models-folder';
import { startExtension } from './extension';
import { loadScript } from './load-script';
import { viewsFrom, type Views } from './load-views';
import { ownModelFiles } from './own-models';
import { sayNoOwnModels } from './no-own-models';

/** In the web-worker extension host (vscode.dev and the like): the engine runs in a worker of that worker. */
export function activate(context: vscode.ExtensionContext): SaliencyApi {
  const files = withOwnModels(extensionFiles(context.extensionUri), ownModelFiles(context.globalStorageUri));
  // The files of an extension have no address that a worker may start from: the text of its script is handed over.
  const script = async (name: string) => (await files.read(`dist/web/${name}`)).slice();
  const start = async () => {
    // Whatever is explained, these are read next: they travel with the script.
    for (const path of [MODEL_LIST, KERNELS]) files.read(path).catch(() => undefined);
    return startWebWorker(await script('worker.js'));
  };
  const views = viewsFrom(async () => loadScript<Views>(await files.read('dist/web/views.cjs'), 'views.cjs'));
  const engine = explainInWorker(start, files);
  const annotator = {
    files,
    start: async () => startWebWorker(await script('annotate.js')),
  };
  const importer = {
    start: (host: ImporterHost) => importInWorker(async () => startWebWorker(await script('import.js')), host),
    models: () => modelsFolder(context, false),
  };
  const trainer = {
    files,
    startFineTuner: (host: FineTunerHost) =>
      fineTuneInWorker(async () => startWebWorker(await script('fine-tuning.js')), host),
    cores: navigator.hardwareConcurrency,
    hasFolders: false,
  };
  const again = () => activate(context);
  const watchModels = sayNoOwnModels;
  const preparesEarly = true;
  return startExtension({ context, engine, views, annotator, importer, trainer, watchModels, preparesEarly, again });
}
