import * as vscode from 'vscode';
import type { Panel } from '../ranges/current-explanation';
import type { LoadViews } from '../activate/load-views';
import type { Services } from '../activate/services';
import { reportError } from '../wording/report-error';
import { explainHere } from './explain';

/**
 * The commands that take an explanation away. Arguments, from keybindings and other extensions: the `format` (`report`,
 * `svg`, `png`, `csv`, `json`, `markdown`), `to` (an address), `chart` (`all`, or one by its title).
 */
export function registerExport(parts: Services, views: LoadViews, shown: Shown): vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand('saliency.export', (request?: unknown) => take(parts, views, shown, asRequest(request))),
    registerCommand('saliency.copyMarkdown', () => take(parts, views, shown, { format: 'markdown' })),
  ];
}

/** What draws the explanation. */
interface Shown {
  readonly context: vscode.ExtensionContext;
  readonly panel: Panel;
}

async function take(parts: Services, views: LoadViews, shown: Shown, request: object): Promise<vscode.Uri | undefined> {
  try {
    if (!parts.current.current) await explainHere(parts);
    const range = parts.current.current;
    if (!range) return undefined;
    const { exportExplanation } = await views();
    return await exportExplanation({ ...shown, range }, request);
  } catch (error) {
    void reportError(error, parts.log);
    return undefined;
  }
}

/** A menu passes an address, which says nothing about what is to be made. */
function asRequest(given: unknown): object {
  return typeof given === 'object' && given !== null && !(given instanceof vscode.Uri) ? given : {};
}
