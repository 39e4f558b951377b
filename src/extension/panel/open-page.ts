import * as vscode from 'vscode';
import { EXPLANATION_SENTENCES } from '../../shared/strings/explanation-page';
import { translated } from '../../shared/strings/translated';
import { translate } from '../wording/translate';
import { markSettings } from '../activate/settings';
import type { PanelParts } from '../ranges/current-explanation';
import { pageHtml } from './page-html';
import { OPEN_SECTIONS, PanelPage } from './panel-page';
import type { Recents } from './recents';
import { readRestoredText } from './restored-text';

/** Fills an open panel with the page. `state` is what the page kept, where the editor restored the panel. */
export function openPage(panel: vscode.WebviewPanel, parts: PanelParts, recents: Recents, state?: unknown): PanelPage {
  const { context } = parts;
  const page = new PanelPage(panel, parts, readRestoredText(state), recents);
  panel.iconPath = vscode.Uri.joinPath(context.extensionUri, 'media', 'icon.svg');
  panel.webview.options = optionsFor(context.extensionUri);
  panel.webview.html = html(panel.webview, context);
  // Other colours come with the page itself, which keeps what it shows.
  const recoloured = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('saliency.palette')) panel.webview.html = html(panel.webview, context);
  });
  panel.onDidDispose(() => recoloured.dispose());
  return page;
}

function optionsFor(extensionUri: vscode.Uri): vscode.WebviewOptions {
  const folders = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder));
  return { enableScripts: true, enableForms: false, localResourceRoots: folders };
}

function html(webview: vscode.Webview, { extensionUri, workspaceState }: vscode.ExtensionContext): string {
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', file)).toString();
  const strings = translated(EXPLANATION_SENTENCES, translate);
  const language = pageLanguage();
  const open = workspaceState.get<readonly string[]>(OPEN_SECTIONS, []);
  return pageHtml({
    language,
    title: strings.title,
    script: address('panel.js'),
    style: address('panel.css'),
    cspSource: webview.cspSource,
    nonce: crypto.randomUUID(),
    palette: markSettings().palette,
    initial: JSON.stringify({ language, strings, open }),
  });
}

/** Of the strings: English where the editor's language has no bundle of ours. */
function pageLanguage(): string {
  if (!vscode.l10n.bundle) return 'en';
  return vscode.env.language.toLowerCase() === 'zh-cn' ? 'zh-Hans' : vscode.env.language;
}
