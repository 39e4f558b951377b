import * as vscode from 'vscode';
import { LANGUAGE_CODES, LANGUAGES, type Language } from '../../shared/languages';
import { capitalised } from '../../shared/strings/capitalised';
import { languageName } from '../wording/names';
import type { Services } from '../activate/services';
import { chooseModel } from '../activate/model-choice';
import { choosingFolder, folderModels, modelsFolderSetting } from '../activate/settings';
import { modelItem } from './model-item';

interface Choice extends vscode.QuickPickItem {
  /** The language whose model is chosen; left out: the item is a heading, or leads to the settings. */
  readonly language?: Language;
  /** Empty: the default of the language. */
  readonly name?: string;
  readonly command?: readonly [string, ...string[]];
}

/** Lets the person choose the model of a language; what is shown in that language is explained again with it. */
export async function selectModel({ current, explainer, log }: Services): Promise<void> {
  const shown = current.current?.explanation;
  const uri = vscode.window.activeTextEditor?.document.uri;
  const models = await explainer.models();
  models.forEach(({ name, problem }) => problem !== undefined && log.warn(`${name}: ${problem}`));
  const items = LANGUAGE_CODES.flatMap((language): Choice[] => {
    const standard = LANGUAGES[language].defaultModel;
    const { name: set, folder } = chosenFor(language, uri);
    return [
      { label: capitalised(languageName(language)), kind: vscode.QuickPickItemKind.Separator },
      ...models
        .filter((model) => model.language === language)
        .map((model) => {
          const marks = [
            ...(model.name === (set || standard) ? [folder === undefined ? vscode.l10n.t('set now') : vscode.l10n.t('set now for {0}', `${folder}/`)] : []), // prettier-ignore
            ...(model.name === shown?.model ? [vscode.l10n.t('shown now')] : []),
          ];
          return { ...modelItem(model, ...marks), language, name: model.name === standard ? '' : model.name };
        }),
    ];
  });
  const title = vscode.l10n.t('Which model should read texts in its language?');
  const all = [...items, { label: '', kind: vscode.QuickPickItemKind.Separator }, ownModels(), importing()];
  const chosen = await vscode.window.showQuickPick(all, { title, matchOnDescription: true, matchOnDetail: true });
  if (chosen?.command) await vscode.commands.executeCommand(...chosen.command);
  if (chosen?.language === undefined || chosen.name === undefined) return;
  const { language, name } = chosen;
  await chooseModel(name, language, uri);
  const standard =
    models.find((model) => model.name === LANGUAGES[language].defaultModel) ??
    models.find((model) => model.language === language);
  if (shown?.language === language) await current.explainAgain({ model: name === '' ? standard?.name : name });
}

/** What the settings say of the file at hand: the model of its folder, else that of the language. */
function chosenFor(language: Language, uri?: vscode.Uri): { readonly name: string; readonly folder?: string } {
  const folder = uri && choosingFolder(uri, language);
  if (folder !== undefined) return { name: folderModels()[folder][language]!, folder };
  const value: unknown = vscode.workspace.getConfiguration('saliency').get(`model.${language}`);
  return { name: typeof value === 'string' ? value.trim() : '' };
}

function ownModels(): Choice {
  return {
    label: vscode.l10n.t('Models of your own…'),
    description: modelsFolderSetting() || vscode.l10n.t('no folder is set'),
    command: ['workbench.action.openSettings', 'saliency.modelsFolder'],
  };
}

const importing = (): Choice => ({
  label: vscode.l10n.t('Import a Keras model…'),
  command: ['saliency.importModel'],
});
