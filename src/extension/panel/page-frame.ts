import * as vscode from 'vscode';
import { translated } from '../../shared/strings/translated';
import { translate } from '../wording/translate';
import { pageHtml } from './page-html';

/** One of the pages of `dist`. */
interface Page {
  /** The name of its script and its style sheet. */
  readonly name: 'panel' | 'overview' | 'training' | 'reading';
  /** Its sentences in English. */
  readonly sentences: { readonly title: string };
  /** The colours of positive and negative, where the page has them. */
  readonly palette?: string;
  /** What else it is given at its start. */
  readonly initial?: object;
}

/** Has a panel run scripts of ours, and nothing from elsewhere. */
export function prepareWebview(panel: vscode.WebviewPanel, extensionUri: vscode.Uri): void {
  const folders = ['dist', 'media'].map((folder) => vscode.Uri.joinPath(extensionUri, folder));
  panel.iconPath = vscode.Uri.joinPath(extensionUri, 'media', 'icon.svg');
  panel.webview.options = { enableScripts: true, enableForms: false, localResourceRoots: folders };
}

/** Fills a framed panel with a page, in the display language. */
export function fillPage({ webview }: vscode.WebviewPanel, extensionUri: vscode.Uri, page: Page): void {
  const address = (file: string) => webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', file)).toString();
  const strings = translated(page.sentences, translate);
  const language = pageLanguage();
  webview.html = pageHtml({
    language,
    title: strings.title,
    script: address(`${page.name}.js`),
    style: address(`${page.name}.css`),
    cspSource: webview.cspSource,
    nonce: crypto.randomUUID(),
    palette: page.palette,
    initial: JSON.stringify({ language, strings, ...page.initial }),
  });
}

/** The language of the strings: English where the editor's language has no translation. */
export function pageLanguage(): string {
  if (!vscode.l10n.bundle) return 'en';
  return vscode.env.language.toLowerCase() === 'zh-cn' ? 'zh-Hans' : vscode.env.language;
}
