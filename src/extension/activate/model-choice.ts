import * as vscode from 'vscode';
import { LANGUAGE_CODES, LANGUAGES, type Language } from '../../shared/languages';
import { changeSetting, choosingFolder, folderModels, folderPath, modelSettingOf, type FolderModels } from './settings';
import type { UseWhere } from '../../shared/protocol/training-choices';

/** A model, as its result names it. */
interface Named {
  readonly name: string;
  readonly language: Language;
}

/** A setting that was changed so that a model is used: what it says now, and what it said before; absent: nothing. */
export interface ChangedChoice {
  readonly where: UseWhere;
  /** As the setting of folders names it. */
  readonly folder?: string;
  readonly now?: string;
  readonly before?: string;
}

/**
 * Uses a model for the texts of its language: of a folder, of the workspace, or everywhere.
 * @returns what it took the place of, for `useAgain`
 */
export async function useModel(
  { name, language }: Named,
  where: UseWhere,
  folder?: vscode.Uri,
): Promise<ChangedChoice[]> {
  // prettier-ignore
  const path = folder && folderPath(folder);
  if (where === 'folder' && path === undefined) return [];
  const places: readonly Omit<ChangedChoice, 'before'>[] = [
    // A value in the settings of the workspace would take precedence over that of the user.
    ...(where === 'everywhere' && chosenAt({ where: 'workspace' }, language) !== undefined ? [{ where: 'workspace' } as const] : []), // prettier-ignore
    { where, ...(where === 'folder' && { folder: path }), now: name },
  ];
  const changed = places.map((place) => ({ ...place, before: chosenAt(place, language) }));
  for (const { now, ...place } of changed) await chooseAt(place, language, now);
  return changed;
}

/** Takes back what `useModel` changed, where nobody has changed it since: what was chosen before is chosen again. */
export async function useAgain(changed: readonly ChangedChoice[], language: Language): Promise<void> {
  for (const { now, before, ...place } of changed)
    if (chosenAt(place, language) === now) await chooseAt(place, language, before);
}

type Place = Pick<ChangedChoice, 'where' | 'folder'>;

/** The model that is chosen at one place; an empty name is none. */
function chosenAt({ where, folder }: Place, language: Language): string | undefined {
  if (where === 'folder') return folderModels()[folder ?? '']?.[language];
  const set = vscode.workspace.getConfiguration('saliency').inspect<unknown>(modelSettingOf(language));
  const value = where === 'workspace' ? set?.workspaceValue : set?.globalValue;
  return typeof value === 'string' ? value : undefined;
}

async function chooseAt({ where, folder }: Place, language: Language, name: string | undefined): Promise<void> {
  if (where === 'folder') return writeFolderModels(withFolder(folder ?? '.', language, name));
  const { Global, Workspace } = vscode.ConfigurationTarget;
  const target = where === 'workspace' ? Workspace : Global;
  await vscode.workspace.getConfiguration('saliency').update(modelSettingOf(language), name, target);
}

/** The model that another one takes the place of, or took, where it is used everywhere. */
export function replacedBy({ name, language }: Named, changed: readonly ChangedChoice[] = []): string {
  const set = chosenAt({ where: 'everywhere' }, language);
  const other = set === name ? changed.find(({ where }) => where === 'everywhere')?.before : set;
  return other !== undefined && other !== '' && other !== name ? other : LANGUAGES[language].defaultModel;
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
