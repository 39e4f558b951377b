import * as vscode from 'vscode';
import { OutlineTree } from '../outline/outline-tree';
import type { DocumentViews, SentenceParts } from './document-views';
import { onDemand } from './on-demand-value';

type Given = Omit<SentenceParts, 'tree'>;

/**
 * What shows documents sentence by sentence, loaded when there is something to show: a live document in view, one that
 * was explained as a whole, or the open outline.
 */
export function registerDocumentViews(
  given: Given,
  make: (parts: SentenceParts) => Promise<DocumentViews>,
): { readonly documentViews: () => Promise<DocumentViews>; readonly subscriptions: readonly vscode.Disposable[] } {
  const { live, whole, log } = given;
  const tree = new OutlineTree();
  let over = false;
  const { get, made } = onDemand(async () => {
    const views = await make({ ...given, tree });
    // The extension was deactivated while the code was being loaded.
    if (over) views.dispose();
    return views;
  });
  const load = (): void => {
    if (!made()) get().catch((error: unknown) => log.error(String(error)));
  };
  const look = (): void => {
    if (tree.view.visible || vscode.window.visibleTextEditors.some(({ document }) => live.isLive(document))) load();
  };
  const end = (): void => {
    over = true;
    made()?.dispose();
  };
  look();
  return {
    documentViews: get,
    subscriptions: [
      tree.view.onDidChangeVisibility(look),
      vscode.window.onDidChangeVisibleTextEditors(look),
      vscode.workspace.onDidOpenTextDocument(look),
      live.onDidChange(look),
      whole.onDidChange(load),
      { dispose: end },
      tree,
    ],
  };
}
