import * as vscode from 'vscode';
import type { SaliencyApi, Testing } from '../../src/extension/activate/api';
import { isTrue } from './expect';

/** Which extension host this bundle was built for. */
declare const HOST: 'node' | 'web';
export const host = HOST;

/** The extension since it was last started anew; undefined: as the editor started it. */
let latest: SaliencyApi | undefined;

/** Ends the extension and starts it anew. Resolves with what it left to be disposed of, which nothing may hold. */
export const reload = async (): Promise<readonly WeakRef<vscode.Disposable>[]> => {
  const { api, before } = await (await saliency()).testing.reload();
  latest = api;
  return before;
};

/** The extension as other extensions see it, with what only its tests see. */
export const saliency = async (): Promise<SaliencyApi & { readonly testing: Testing }> => {
  const extension = vscode.extensions.getExtension<SaliencyApi>('saliency.saliency');
  isTrue(extension !== undefined, 'the extension is not there');
  const { testing, ...api } = latest ?? (await extension.activate());
  isTrue(testing !== undefined, 'the extension does not know that it is being tested');
  return { ...api, testing };
};

/** A file of the workspace (test/fixtures/workspace), in the active editor. */
export const open = async (name: string): Promise<vscode.TextEditor> => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, name));
  return vscode.window.showTextDocument(document);
};

/** Selects the first place where `text` stands. */
export const select = (editor: vscode.TextEditor, text: string): vscode.Selection => {
  const start = editor.document.getText().indexOf(text);
  isTrue(start >= 0, `${text} does not stand in the document`);
  editor.selection = new vscode.Selection(
    editor.document.positionAt(start),
    editor.document.positionAt(start + text.length),
  );
  return editor.selection;
};

/** Changes a setting for the workspace while `work` runs. */
export const withSetting = async (name: string, value: unknown, work: () => Promise<void>): Promise<void> => {
  const settings = vscode.workspace.getConfiguration('saliency');
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await work();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
};

/** Resolves when `condition` holds; rejects where it does not within a minute. */
export const until = async (condition: () => Promise<boolean>, what: string): Promise<void> => {
  const end = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`In vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
