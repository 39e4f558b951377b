import * as vscode from 'vscode';
import { SaliencyError } from '../../shared/saliency-error';
import { METHOD_NAMES } from '../../shared/methods';
import { DENSITIES, type Density } from '../../shared/highlights';
import type { Method } from '../../shared/methods';
import { LANGUAGE_CODES, type Language } from '../../shared/languages';

export interface Settings {
  /** Undefined: each model's own default. */
  readonly method: Method | undefined;
  /** Undefined: by the script of the text. */
  readonly language: Language | undefined;
  /** Undefined: the default model of the language. */
  readonly model: Readonly<Record<Language, string | undefined>>;
}

/**
 * @param uri of the document or file that is read: a folder may have a model of its own
 * @throws SaliencyError `wrong-setting` naming the setting, what stands there, and what is allowed
 */
export function settings(uri?: vscode.Uri): Settings {
  const method = chosen('method', ['default', ...METHOD_NAMES]);
  const language = chosen('language', ['auto', ...LANGUAGE_CODES]);
  return {
    method: method === 'default' ? undefined : method,
    language: language === 'auto' ? undefined : language,
    model: {
      ...(Object.fromEntries(LANGUAGE_CODES.map((code) => [code, modelSetting(code)])) as Settings['model']),
      ...(uri && folderModelsFor(uri)),
    },
  };
}

/** The models for the texts of each folder of the workspace; invalid entries are left out. */
export type FolderModels = Readonly<Record<string, Readonly<Partial<Record<Language, string>>>>>;

export function folderModels(): FolderModels {
  const value: unknown = vscode.workspace.getConfiguration('saliency').get('folderModels') ?? {};
  if (typeof value !== 'object') throw wrongSetting('folderModels', value, vscode.l10n.t('folders with their models'));
  const named = (models: unknown) =>
    Object.fromEntries(
      LANGUAGE_CODES.flatMap((code) => {
        const name = (models as Readonly<Record<string, unknown>> | null)?.[code];
        return typeof name === 'string' && name.trim() !== '' ? [[code, name.trim()]] : [];
      }),
    );
  return Object.fromEntries(Object.entries(value as object).map(([folder, models]) => [folder, named(models)]));
}

/** A folder as the setting names it: `tickets`, `.` for the root; in a workspace of several roots, after the name of the root. */
export function folderPath(uri: vscode.Uri): string | undefined {
  const root = vscode.workspace.getWorkspaceFolder(uri);
  if (!root) return undefined;
  const inside = uri.path.slice(root.uri.path.length).replace(/^\/+|\/+$/g, '');
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  return several ? [root.name, inside].filter(Boolean).join('/') : inside || '.';
}

/** The models of the innermost folder that has some. */
function folderModelsFor(uri: vscode.Uri): Partial<Record<Language, string>> {
  return Object.assign({}, ...foldersAround(uri).map(([, models]) => models)) as Partial<Record<Language, string>>;
}

/** The folder, as the setting names it, whose model reads the texts of a file; undefined: none. */
export const choosingFolder = (uri: vscode.Uri, language: Language): string | undefined =>
  foldersAround(uri).findLast(([, models]) => models[language] !== undefined)?.[0];

/** The folders with models that hold a file, the innermost last. */
function foldersAround(uri: vscode.Uri): Entry[] {
  const all = Object.entries(folderModels());
  const path = all.length > 0 ? folderPath(uri) : undefined;
  if (path === undefined) return [];
  const holds = (folder: string) => folder === '.' || path === folder || path.startsWith(`${folder}/`);
  const clean = (folder: string) => folder.replace(/^\.\/|\/+$/g, '') || '.';
  return all.filter(([folder]) => holds(clean(folder))).sort(([a], [b]) => a.length - b.length);
}

type Entry = readonly [folder: string, models: FolderModels[string]];

/** The setting of a language's model, within `saliency`. */
export const modelSettingOf = (language: Language): string => `model.${language}`;

/** The folder of the person's own models, as it stands in the settings of this machine; empty: none. */
export function modelsFolderSetting(): string {
  const value: unknown = vscode.workspace.getConfiguration('saliency').get('modelsFolder') ?? '';
  if (typeof value === 'string') return value.trim();
  throw wrongSetting('modelsFolder', value, vscode.l10n.t('the absolute path of a folder, or "" for none'));
}

/** The error about a folder of own models that cannot be used. */
export function wrongModelsFolder(value: string): SaliencyError {
  return wrongSetting(
    'modelsFolder',
    value,
    vscode.l10n.t('the absolute path of a folder that can be read, or "" for none'),
  );
}

export const PLACEMENTS = ['afterText', 'codeLens', 'gutter', 'statusBar'] as const;

/** Where predictions stand. */
export type Placement = (typeof PLACEMENTS)[number];

export const PALETTES = ['blueOrange', 'greenRed', 'colorBlindSafe'] as const;

/** The colours of positive and negative. */
export type Palette = (typeof PALETTES)[number];

/** How highlights look, and what is shown beside them. */
export interface MarkSettings {
  readonly placement: Placement;
  readonly density: Density;
  readonly palette: Palette;
  readonly overviewRuler: boolean;
}

/** The value of a setting; a wrong one counts as the default, since nothing else depends on it. */
export function markSettings(): MarkSettings {
  const saliency = vscode.workspace.getConfiguration('saliency');
  const oneOf = <T extends string>(name: string, allowed: readonly [T, ...T[]]): T =>
    allowed.find((each) => each === saliency.get(name)) ?? allowed[0];
  return {
    placement: oneOf('predictionPlacement', PLACEMENTS),
    density: DENSITIES.find((each) => each === saliency.get('highlightDensity')) ?? 'default',
    palette: oneOf('palette', PALETTES),
    overviewRuler: vscode.workspace.getConfiguration('saliency.marks').get('overviewRuler') !== false,
  };
}

/** Whether a change of the configuration changes them. */
export const affectsMarks = (event: vscode.ConfigurationChangeEvent): boolean =>
  ['marks', 'predictionPlacement', 'highlightDensity', 'palette'].some((name) =>
    event.affectsConfiguration(`saliency.${name}`),
  );

/** Writes a setting where it is set already: in the workspace, else for the user. */
export async function changeSetting(name: string, value: string | boolean | undefined): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('saliency');
  const inWorkspace = configuration.inspect(name)?.workspaceValue !== undefined;
  await configuration.update(
    name,
    value,
    inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
  );
}

function chosen<T extends string>(name: string, allowed: readonly [T, ...T[]]): T {
  const value: unknown = vscode.workspace.getConfiguration('saliency').get(name) ?? allowed[0];
  const found = allowed.find((each) => each === value);
  if (found !== undefined) return found;
  const list = allowed.map((each) => `"${each}"`).join(', ');
  throw wrongSetting(name, value, vscode.l10n.t('one of {0}', list));
}

function modelSetting(language: Language): string | undefined {
  const value: unknown = vscode.workspace.getConfiguration('saliency').get(`model.${language}`) ?? '';
  if (typeof value === 'string') return value.trim() || undefined;
  throw wrongSetting(`model.${language}`, value, vscode.l10n.t('the name of a model, or "" for the default'));
}

function wrongSetting(name: string, value: unknown, allowed: string): SaliencyError {
  return new SaliencyError(
    vscode.l10n.t('The setting saliency.{0} is {1}. Allowed: {2}.', name, JSON.stringify(value), allowed),
    'wrong-setting',
  );
}
