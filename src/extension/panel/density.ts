import * as vscode from 'vscode';
import { DENSITIES, type Density } from '../../shared/highlights';

/** How many highlights are shown, in the editor and the panel alike; a wrong value counts as the default. */
export function densitySetting(): Density {
  const asked: unknown = vscode.workspace.getConfiguration('saliency').get('highlightDensity');
  return DENSITIES.find((each) => each === asked) ?? 'default';
}
