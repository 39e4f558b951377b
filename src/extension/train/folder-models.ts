import * as vscode from 'vscode';
import { LANGUAGE_CODES, type Language } from '../../shared/languages';
import { folderModels, folderPath, modelSettingOf } from '../activate/settings';
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
      const all = folderModels();
      return void (await configuration.update('folderModels', { ...all, [path]: { ...all[path], [language]: name } }, Workspace)); // prettier-ignore
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

/** Takes a model that no longer exists out of all settings. */
export async function useNoMore(name: string): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('saliency');
  const { Global, Workspace } = vscode.ConfigurationTarget;
  for (const language of LANGUAGE_CODES) {
    const setting = modelSettingOf(language);
    const set = configuration.inspect(setting);
    if (set?.workspaceValue === name) await configuration.update(setting, undefined, Workspace);
    if (set?.globalValue === name) await configuration.update(setting, undefined, Global);
  }
  const all = folderModels();
  const left = Object.entries(all).flatMap(([path, models]) => {
    const others = Object.entries(models).filter(([, model]) => model !== name);
    return others.length > 0 ? [[path, Object.fromEntries(others)] as const] : [];
  });
  const same = JSON.stringify(Object.fromEntries(left)) === JSON.stringify(all);
  if (!same) await configuration.update('folderModels', left.length > 0 ? Object.fromEntries(left) : undefined, Workspace); // prettier-ignore
}
