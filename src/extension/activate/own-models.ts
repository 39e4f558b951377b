import * as vscode from 'vscode';
import type { Files } from '../../shared/protocol/explainer';
import { OWN_MODELS } from '../../engine/own-models';
import type { ErrorReporter } from './error-reporter';
import { modelsFolderSetting, wrongModelsFolder } from './settings';

/** Where in the storage of the extension models are kept that were trained here. */
export const STORED_MODELS = 'models';

/**
 * The files of the person's own models, as the engine asks for them: those in the storage of the extension, and on the
 * desktop those in the folder of the setting, which come first.
 *
 * @param folder left out: there are no folders, as in a browser
 */
export function ownModelFiles(storage: vscode.Uri, folder: () => vscode.Uri | undefined = () => undefined): Files {
  const stored = vscode.Uri.joinPath(storage, STORED_MODELS);
  /** Models that are in the folder, as the list was made last. */
  let inFolder: ReadonlySet<string> = new Set();
  return {
    read: async (path) => {
      const chosen = folder();
      if (path === OWN_MODELS.list) {
        inFolder = new Set(chosen && (await namesIn(chosen)));
        const names = [...new Set([...inFolder, ...((await modelsIn(stored, 'card.json')) ?? [])])].sort();
        return new TextEncoder().encode(JSON.stringify(names));
      }
      const parts = path.split('/').slice(1);
      if (parts.includes('..')) throw new Error('it lies outside its folder');
      const from = chosen && inFolder.has(parts[0]) ? chosen : stored;
      return vscode.workspace.fs.readFile(vscode.Uri.joinPath(from, ...parts));
    },
  };
}

/** Tells when the setting names no folder that can be read, and has models looked for again. */
export function watchOwnModels(modelsChanged: () => Promise<void>, errors: ErrorReporter): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration(async (event) => {
    if (!event.affectsConfiguration('saliency.modelsFolder')) return;
    try {
      await modelsChanged();
      const folder = ownModelsFolder();
      if (folder) await namesIn(folder);
    } catch (error) {
      await errors.report(error);
    }
  });
}

/** Undefined: none is set. @throws SaliencyError `wrong-setting` for a path that is not absolute */
export function ownModelsFolder(): vscode.Uri | undefined {
  const value = modelsFolderSetting();
  if (value === '') return undefined;
  if (!/^(\/|[a-z]:[\\/]|\\\\)/i.test(value)) throw wrongModelsFolder(value);
  return vscode.Uri.file(value);
}

/** The folders that hold a model. @throws SaliencyError `wrong-setting` where the folder cannot be read */
async function namesIn(folder: vscode.Uri): Promise<string[]> {
  const names = await modelsIn(folder);
  if (!names) throw wrongModelsFolder(folder.fsPath);
  return names;
}

/**
 * The folders of models in a folder; undefined if it cannot be read.
 *
 * @param file that makes a folder a model; of models trained here the card, which is written last
 */
async function modelsIn(folder: vscode.Uri, file = 'model.json'): Promise<string[] | undefined> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => undefined);
  if (!entries) return undefined;
  // A folder whose name begins with a dot is no model: it is one that is still being written.
  const folders = entries
    .filter(([name, type]) => (type & vscode.FileType.Directory) !== 0 && !name.startsWith('.'))
    .map(([name]) => name);
  const found = await Promise.all(folders.map((name) => isThere(vscode.Uri.joinPath(folder, name, file))));
  return folders.filter((_, index) => found[index]).sort();
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}
