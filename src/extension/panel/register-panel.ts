import * as vscode from 'vscode';
import type { Panel, PanelParts } from '../ranges/current-explanation';
import type { LoadViews } from '../activate/load-views';
import { reportError } from '../wording/report-error';
import type { PanelPage } from './panel-page';

/** As in `activationEvents` of the manifest. */
const VIEW_TYPE = 'saliency.explanation';

/** The one explanation panel: opened beside the editor, restored after a reload. Its page is made by `openPage`. */
export function registerPanel(parts: PanelParts, views: LoadViews): Panel {
  let open: vscode.WebviewPanel | undefined;
  let page: PanelPage | undefined;

  const adopt = async (panel: vscode.WebviewPanel, state?: unknown): Promise<void> => {
    open?.dispose();
    open = panel;
    panel.onDidDispose(() => {
      if (open === panel) open = page = undefined;
    });
    try {
      const { openPage } = await views();
      if (open === panel) page = openPage(panel, parts, state);
    } catch (error) {
      panel.dispose();
      await reportError(error, parts.log);
    }
  };

  const serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, { deserializeWebviewPanel: adopt });

  const show = async () => {
    if (open) return open.reveal(undefined, true);
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    await adopt(vscode.window.createWebviewPanel(VIEW_TYPE, vscode.l10n.t('Explanation'), where));
  };

  return {
    show,
    drawing: async () => {
      await show();
      return page?.drawing;
    },
    dispose: () => {
      serializer.dispose();
      open?.dispose();
    },
  };
}
