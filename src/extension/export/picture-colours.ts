import * as vscode from 'vscode';

/** The setting of the colours of pictures, as a section of the configuration. */
export const PICTURE_COLOURS = 'saliency.export.colors';

/** Whether pictures that leave the editor are on white, or have its colour theme. */
export function pictureColours(): 'light' | 'editor' {
  return vscode.workspace.getConfiguration('saliency.export').get('colors') === 'editor' ? 'editor' : 'light';
}
