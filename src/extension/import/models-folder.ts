import * as vscode from 'vscode';
import { modelsFolderSetting } from '../activate/settings';
import { STORED_MODELS } from '../activate/own-models';

/** Where models are kept: the folder of the setting, else the storage of the extension. @param hasFolders false in a browser */
export function modelsFolder({ globalStorageUri }: vscode.ExtensionContext, hasFolders: boolean): vscode.Uri {
  const folder = hasFolders ? modelsFolderSetting() : '';
  return folder === '' ? vscode.Uri.joinPath(globalStorageUri, STORED_MODELS) : vscode.Uri.file(folder);
}
