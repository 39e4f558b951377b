import * as vscode from 'vscode';
import { EXPLANATION_SENTENCES } from '../../shared/strings/explanation-page';
import { markSettings } from '../activate/settings';
import type { PanelParts } from '../ranges/current-explanation';
import { contributedColours } from '../export/contributed-colours';
import { PICTURE_COLOURS, pictureColours } from '../export/picture-colours';
import { fillPage, prepareWebview } from './page-frame';
import { OPEN_SECTIONS, PanelPage } from './panel-page';
import type { Recents } from './recents';
import { readRestoredText } from './restored-text';

/** Fills an open panel with the page. `state` is what the page kept, where the editor restored the panel. */
export function openPage(panel: vscode.WebviewPanel, parts: PanelParts, recents: Recents, state?: unknown): PanelPage {
  const { context } = parts;
  const page = new PanelPage(panel, parts, readRestoredText(state), recents);
  const show = (): void =>
    fillPage(panel, context.extensionUri, {
      name: 'panel',
      sentences: EXPLANATION_SENTENCES,
      palette: markSettings().palette,
      initial: {
        open: context.workspaceState.get<readonly string[]>(OPEN_SECTIONS, []),
        ...(pictureColours() === 'light' && { paper: contributedColours(context.extension) }),
      },
    });
  prepareWebview(panel, context.extensionUri);
  show();
  // Other colours come with the page itself, which keeps what it shows.
  const recoloured = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('saliency.palette') || event.affectsConfiguration(PICTURE_COLOURS)) show();
  });
  panel.onDidDispose(() => recoloured.dispose());
  return page;
}
