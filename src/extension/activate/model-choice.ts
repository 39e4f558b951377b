import * as vscode from 'vscode';
import { LANGUAGE_CODES, LANGUAGES, type Language } from '../../shared/languages';
import { changeSetting, choosingFolder, folderModels, folderPath, modelSettingOf, type FolderModels } from './settings';
import type { UseWhere } from '../../shared/protocol/training-choices';

/** Uses a model for the texts of its language: of a folder, of the workspace, or everywhere. */
export async function useModel(name: string, language: Language, where: UseWhere, folder?: vscode.Uri): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('saliency');
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const setting = modelSettingOf(language);
  switch (where) {
    case 'folder': {
      const path = folder && folderPath(folder);
      if (path === undefined) return;
      return writeFolderModels(withFolder(path, language, name));
    }
    case 'workspace':
      return void (await configuration.update(setting, name, Workspace));
    case 'everywhere':
      // A value in the settings of the workspace would take precedence over this one.
      if (configuration.inspect(setting)?.workspaceValue !== undefined)
        await configuration.update(setting, undefined, Workspace);
      return void (await configuration.update(setting, name, Global));
  }
}

/** The model that another one takes the place of where it is used everywhere. */
export function replacedBy({ name, language }: { readonly name: string; readonly language: Language }): string {
  const set = vscode.workspace.getConfiguration('saliency').inspect<unknown>(modelSettingOf(language))?.globalValue;
  return typeof set === 'string' && set !== '' && set !== name ? set : LANGUAGES[language].defaultModel;
}

/**
 * Chooses the model for the texts of a language where it is chosen for a file: in its folder, else in the workspace, else
 * for the user.
 * @param name empty: the default of the language
 */
export async function chooseModel(name: string, language: Language, uri?: vscode.Uri): Promise<void> {
  const folder = uri && choosingFolder(uri, language);
  if (folder === undefined) return changeSetting(modelSettingOf(language), name === '' ? undefined : name);
  // The default has to be named where the settings around the folder choose another model.
  const around = vscode.workspace.getConfiguration('saliency').get(modelSettingOf(language)) ? LANGUAGES[language].defaultModel : undefined; // prettier-ignore
  await writeFolderModels(withFolder(folder, language, name === '' ? around : name));
}

/** Whether a setting names the model, for any texts. */
export function isChosen(name: string): boolean {
  const saliency = vscode.workspace.getConfiguration('saliency');
  return LANGUAGE_CODES.some((language) => saliency.get(modelSettingOf(language)) === name) || isInFolders(name);
}

/** Takes a model out of all settings: one that is used no more, or that no longer exists. */
export async function useNoMore(name: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('saliency');
  const { Global, Workspace } = vscode.ConfigurationTarget;
  for (const language of LANGUAGE_CODES) {
    const setting = modelSettingOf(language);
    const set = configuration.inspect(setting);
    if (set?.workspaceValue === name) await configuration.update(setting, undefined, Workspace);
    if (set?.globalValue === name) await configuration.update(setting, undefined, Global);
  }
  if (isInFolders(name)) await writeFolderModels(folderModels(), name);
}

const isInFolders = (name: string): boolean =>
  Object.values(folderModels()).some((models) => Object.values(models).includes(name));

/** The models of folders, with that of one folder and language; undefined: none of its own. */
function withFolder(folder: string, language: Language, name: string | undefined): FolderModels {
  const all = folderModels();
  return { ...all, [folder]: { ...all[folder], [language]: name } };
}

/** Writes the models of folders. Folders without one are left out, and the setting goes with the last. */
async function writeFolderModels(all: FolderModels, without?: string): Promise<void> {
  const left = Object.entries(all).flatMap(([folder, models]) => {
    const named = Object.entries(models).filter(([, name]) => name !== undefined && name !== without);
    return named.length > 0 ? [[folder, Object.fromEntries(named)] as const] : [];
  });
  await vscode.workspace
    .getConfiguration('saliency')
    .update(
      'folderModels',
      left.length > 0 ? Object.fromEntries(left) : undefined,
      vscode.ConfigurationTarget.Workspace,
    );
}
