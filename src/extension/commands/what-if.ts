import * as vscode from 'vscode';
import type { Services } from '../activate/services';
import { explainHere } from './explain';

/** Opens a copy of what is selected, else of what is current, beside it: to be edited and compared word by word. */
export async function whatIf(parts: Services): Promise<void> {
  const selected = vscode.window.activeTextEditor?.selection.isEmpty === false;
  const range = (selected ? undefined : parts.current.current) ?? (await explainHere(parts)).at(0);
  if (range) await (await parts.whatIf()).open(range);
}

/** @param where the editor whose title bar was clicked */
export async function applyWhatIf(parts: Services, where: unknown): Promise<void> {
  await (await parts.whatIf()).apply(where instanceof vscode.Uri ? where : undefined);
}
