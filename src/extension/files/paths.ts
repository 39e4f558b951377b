import type * as vscode from 'vscode';

/** The last part of the path of a file or folder. */
export const baseName = ({ path }: vscode.Uri): string => {
  const whole = path.replace(/\/$/, '');
  return whole.slice(whole.lastIndexOf('/') + 1);
};

/** The folder that a file or folder lies in. */
export const parentOf = (uri: vscode.Uri): vscode.Uri => uri.with({ path: uri.path.replace(/\/[^/]*\/?$/, '') || '/' });
