import type * as vscode from 'vscode';
import { isPlainObject } from './arguments';
import type { CommandServices } from './command';
import { explainHere } from './explain';

/**
 * Saves or copies what is drawn of the current explanation.
 * @param request of a keybinding or another extension: the `format` (`report`, `svg`, `png`, `csv`, `json`, `markdown`),
 * `to` (an address), `chart` (`all`, or one by its title), `language` of a report (`en`, `zh-Hans`)
 * @returns the address of what was written
 */
export async function exportCurrent(services: CommandServices, request: unknown): Promise<vscode.Uri | undefined> {
  const { current, context, panel, views } = services;
  if (!current.current) await explainHere(services);
  const range = current.current;
  if (!range) return undefined;
  const { exportExplanation } = await views();
  return exportExplanation({ context, panel, range }, isPlainObject(request) ? request : {});
}
