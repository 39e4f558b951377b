import * as vscode from 'vscode';
import { modelsFolderSetting } from '../activate/settings';
import { modelsFolder } from '../import/models-folder';
import type { TrainerHost } from './training-host';

/** Where models are kept: the folder of the setting, else the storage of the extension. `shown`: as people read it. */
export function keepFolder({ context, hasFolders }: TrainerHost): {
  readonly uri: vscode.Uri;
  readonly shown?: string;
} {
  const shown = hasFolders ? modelsFolderSetting() : '';
  return { uri: modelsFolder(context, hasFolders), ...(shown !== '' && { shown }) };
}

/** Asks where models are to be kept, which is a setting. @returns whether it is another place now */
export async function askFolder({ hasFolders }: TrainerHost): Promise<boolean> {
  if (!hasFolders) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('In a browser, models are kept in the storage of Saliency: it gives no access to folders.'),
    );
    return false;
  }
  const now = modelsFolderSetting();
  const storage = { value: 'storage' as const, label: vscode.l10n.t('Saliency’s storage') };
  const folder = { value: 'folder' as const, label: vscode.l10n.t('A folder…'), detail: vscode.l10n.t('All models of your own are looked for there, too.') }; // prettier-ignore
  const title = vscode.l10n.t('Where should models be kept?');
  const picked = await vscode.window.showQuickPick(now === '' ? [folder] : [storage, folder], { title });
  if (!picked) return false;
  const chosen = picked.value === 'folder' ? await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true }) : []; // prettier-ignore
  if (!chosen || (picked.value === 'folder' && chosen.length === 0)) return false;
  const value = chosen.at(0)?.fsPath;
  await vscode.workspace.getConfiguration('saliency').update('modelsFolder', value, vscode.ConfigurationTarget.Global);
  return true;
}
