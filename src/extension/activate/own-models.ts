import * as vscode from 'vscode';
import type { Files } from '../../shared/protocol/explainer';
import { OWN_MODELS } from '../../engine/own-models';
import type { Engine } from './engine';
import { reportError } from '../wording/report-error';
import { modelsFolderSetting, wrongModelsFolder } from './settings';

/** The files of the models in the person's own folder, as the engine asks for them. */
export function ownModelFiles(): Files {
  return {
    read: async (path) => {
      const folder = ownFolder();
      if (!folder) throw new Error('no folder of own models is set');
      if (path === OWN_MODELS.list) return new TextEncoder().encode(JSON.stringify(await namesIn(folder)));
      const parts = path.split('/').slice(1);
      if (parts.includes('..')) throw new Error('it lies outside its folder');
      return vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, ...parts));
    },
  };
}

/** Tells when the setting names no folder that can be read, and has the engine look for models anew. */
export function watchOwnModels(engine: Engine, log: vscode.LogOutputChannel): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(async (event) => {
    if (!event.affectsConfiguration('saliency.modelsFolder')) return;
    try {
      await engine.restart();
      const folder = ownFolder();
      if (folder) await namesIn(folder);
    } catch (error) {
      await reportError(error, log);
    }
  });
}

/** Undefined: none is set. @throws SaliencyError `wrong-setting` for a path that is not absolute */
function ownFolder(): vscode.Uri | undefined {
  const value = modelsFolderSetting();
  if (value === '') return undefined;
  if (!/^(\/|[a-z]:[\\/]|\\\\)/i.test(value)) throw wrongModelsFolder(value);
  return vscode.Uri.file(value);
}

/** The folders that hold a model. @throws SaliencyError `wrong-setting` where the folder cannot be read */
async function namesIn(folder: vscode.Uri): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => undefined);
  if (!entries) throw wrongModelsFolder(folder.fsPath);
  const folders = entries.filter(([, type]) => (type & vscode.FileType.Directory) !== 0).map(([name]) => name);
  const found = await Promise.all(folders.map((name) => hasModel(vscode.Uri.joinPath(folder, name))));
  return folders.filter((_, index) => found[index]).sort();
}

async function hasModel(folder: vscode.Uri): Promise<boolean> {
  const file = vscode.Uri.joinPath(folder, 'model.json');
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
