import type * as vscode from 'vscode';

/** The last part of a file's path. */
export const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);
