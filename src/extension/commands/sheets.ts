import * as vscode from 'vscode';
import type { Sheet } from '../../shared/protocol/sheets';
import type { CommandServices } from './command';
import { explainHere } from './explain';

/** Opens a sheet of the panel for what is selected, else for what is current, else for the paragraph of the cursor. */
export async function openSheet(parts: CommandServices, sheet: Sheet): Promise<void> {
  const selected = vscode.window.activeTextEditor?.selection.isEmpty === false;
  const range = (selected ? undefined : parts.current.current) ?? (await explainHere(parts)).at(0);
  if (range) await parts.panel.openSheet(sheet);
}
