import * as vscode from 'vscode';
import type { Panel, PanelParts } from '../current-explanation';
import { pageHtml } from './page-html';
import { OPEN_SECTIONS, PanelPage } from './panel-page';
import { readRestoredText } from './restored-text';
import { pageStrings } from './strings';

/** As in `activationEvents` of the manifest. */
const VIEW_TYPE = 'saliency.explanation';

/** The one explanation panel: opened beside the editor, restored after a reload. */
export function registerPanel(parts: PanelParts): Panel {
  const { context } = parts;
  let page: PanelPage | undefined;

  const adopt = (panel: vscode.WebviewPanel, state?: unknown): void => {
    page?.dispose();
    const opened = new PanelPage(panel, parts, readRestoredText(state));
    page = opened;
    panel.onDidDispose(() => {
      if (page === opened) page = undefined;
    });
    panel.iconPath = vscode.Uri.joinPath(context.extensionUri, 'media', 'icon.svg');
    panel.webview.options = optionsFor(context.extensionUri);
    panel.webview.html = html(panel.webview, context);
  };

  const serializer = vscode.window.registerWebviewPanelSerializer(VIEW_TYPE, {
    deserializeWebviewPanel: (panel, state: unknown) => {
      adopt(panel, state);
      return Promise.resolve();
    },
  });

  return {
    show: () => {
      if (page) page.panel.reveal(undefined, true);
      else {
        const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
        const title = vscode.l10n.t('Explanation');
        adopt(vscode.window.createWebviewPanel(VIEW_TYPE, title, where, optionsFor(context.extensionUri)));
      }
      return Promise.resolve();
    },
    dispose: () => {
      serializer.dispose();
      page?.dispose();
    },
  };
}

function optionsFor(extensionUri: vscode.Uri): vscode.WebviewOptions {
  const folders = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder));
  return { enableScripts: true, enableForms: false, localResourceRoots: folders };
}

function html(webview: vscode.Webview, { extensionUri, workspaceState }: vscode.ExtensionContext): string {
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', file)).toString();
  const strings = pageStrings();
  const language = pageLanguage();
  const open = workspaceState.get<readonly string[]>(OPEN_SECTIONS, []);
  return pageHtml({
    language,
    title: strings.title,
    script: address('panel.js'),
    style: address('panel.css'),
    cspSource: webview.cspSource,
    nonce: crypto.randomUUID(),
    initial: JSON.stringify({ language, strings, open }),
  });
}

/** Of the strings: English where the editor's language has no bundle of ours. */
function pageLanguage(): string {
  if (!vscode.l10n.bundle) return 'en';
  return vscode.env.language.toLowerCase() === 'zh-cn' ? 'zh-Hans' : vscode.env.language;
}
