import type * as vscode from 'vscode';
import type { NamedFile } from '../../annotate/worker/calls';

/** The last part of the path of a file or folder. */
export const baseName = ({ path }: vscode.Uri): string => {
  const whole = path.replace(/\/$/, '');
  return whole.slice(whole.lastIndexOf('/') + 1);
};

/** The folder that a file or folder lies in. */
export const parentOf = (uri: vscode.Uri): vscode.Uri => uri.with({ path: uri.path.replace(/\/[^/]*\/?$/, '') || '/' });

/** A file as workers know it. */
export const namedFile = (uri: vscode.Uri): NamedFile => ({ address: uri.toString(), name: baseName(uri) });
