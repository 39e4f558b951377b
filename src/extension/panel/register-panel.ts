import * as vscode from 'vscode';
import type { Panel, PanelParts } from '../ranges/current-explanation';
import type { DocumentViews } from '../activate/document-views';
import type { ErrorReporter } from '../activate/error-reporter';
import type { LoadViews } from '../activate/load-views';
import type { Sheet } from '../../shared/protocol/sheets';
import type { PanelPage } from './panel-page';
import { clock, panelPlace } from './place';
import { Recents } from './recents';

/** As in `activationEvents` of the manifest. */
const VIEW_TYPE = 'saliency.explanation';

/** What is loaded when the panel is opened, and where a failure is reported. */
interface Loaded {
  readonly views: LoadViews;
  readonly documentViews: () => Promise<DocumentViews>;
  readonly errors: ErrorReporter;
}

/** The one explanation panel: opened beside the editor, restored after a reload. Its page is made by `openPage`. */
export function registerPanel(parts: Omit<PanelParts, 'documents'>, { views, documentViews, errors }: Loaded): Panel {
  let open: vscode.WebviewPanel | undefined;
  let page: PanelPage | undefined;
  // The workspace's memory is read with the first explanation, not when the extension starts.
  let made: Recents | undefined;
  const recents = (): Recents => (made ??= new Recents(parts.context.workspaceState));
  let seen: number | undefined;
  const following = parts.explanations.onDidChange((range) => {
    if (!range || range.id === seen || range.sentence || range.stale) return;
    seen = range.id;
    recents().add({ time: clock(), place: panelPlace(range), explanation: range.explanation });
  });

  const adopt = async (panel: vscode.WebviewPanel, state?: unknown): Promise<void> => {
    open?.dispose();
    open = panel;
    panel.onDidDispose(() => {
      if (open === panel) open = page = undefined;
    });
    try {
      const [{ openPage }, { feed }] = await Promise.all([views(), documentViews()]);
      if (open === panel) page = openPage(panel, { ...parts, documents: feed }, recents(), state);
    } catch (error) {
      panel.dispose();
      await errors.report(error);
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
    openSheet: async (sheet: Sheet) => {
      await show();
      page?.openSheet(sheet);
    },
    drawing: async () => {
      await show();
      return page?.drawing;
    },
    forgetModel: (model) => recents().forgetModel(model),
    dispose: () => {
      following.dispose();
      serializer.dispose();
      made?.dispose();
      open?.dispose();
    },
  };
}
