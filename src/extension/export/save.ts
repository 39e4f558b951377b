import * as vscode from 'vscode';
import { SaliencyError } from '../../shared/saliency-error';
import { formatWording, EXPORT_ENDINGS, type FileFormat } from './formats';

/** Asks where to save, and writes there; undefined if the person cancels. A failed write is reported. */
export async function save(content: Uint8Array, format: FileFormat, suggested: vscode.Uri | undefined) {
  const filters = { [formatWording(format).name]: [EXPORT_ENDINGS[format]] };
  for (;;) {
    const title = vscode.l10n.t('Export Explanation');
    const uri = await vscode.window.showSaveDialog({ defaultUri: suggested, filters, title });
    if (!uri) return undefined;
    const problem = await written(uri, content);
    if (problem === undefined) return uri;
    const again = vscode.l10n.t('Choose Another Place…');
    if ((await vscode.window.showErrorMessage(problem, again)) !== again) return undefined;
  }
}

/** Writes where a program says. @throws SaliencyError `not-written` */
export async function saveTo(uri: vscode.Uri, content: Uint8Array): Promise<void> {
  const problem = await written(uri, content);
  if (problem !== undefined) throw new SaliencyError(problem, 'not-written');
}

/** Why it could not be written, in a sentence; undefined: it was. */
async function written(uri: vscode.Uri, content: Uint8Array): Promise<string | undefined> {
  const name = vscode.workspace.asRelativePath(uri);
  try {
    if (vscode.workspace.fs.isWritableFileSystem(uri.scheme) === false) throw vscode.FileSystemError.NoPermissions(uri);
    await vscode.workspace.fs.writeFile(uri, content);
    return undefined;
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError)) throw error;
    switch (error.code) {
      case 'NoPermissions':
        return vscode.l10n.t('{0} cannot be written: the file or its folder is read-only.', name);
      case 'FileIsADirectory':
        return vscode.l10n.t('{0} cannot be written: a folder has that name.', name);
      case 'FileNotFound':
      case 'FileNotADirectory':
        return vscode.l10n.t('{0} cannot be written: there is no such folder.', name);
      default:
        return vscode.l10n.t('{0} cannot be written: {1}', name, error.message);
    }
  }
}

/** Beside the explained file, else in the folder that is open; undefined: wherever the editor begins. */
export function placeFor(name: string, explained: vscode.Uri): vscode.Uri | undefined {
  if (vscode.workspace.fs.isWritableFileSystem(explained.scheme) === true)
    return vscode.Uri.joinPath(explained, '..', name);
  const folder = vscode.workspace.workspaceFolders?.at(0);
  return folder && vscode.Uri.joinPath(folder.uri, name);
}
