import * as vscode from 'vscode';
import type { Explainer, Files } from '../../shared/protocol/explainer';

/** An explainer that works elsewhere: what the Node and the web host each make in their own way. */
export interface Engine extends Explainer {
  /** What it holds in memory; starts the worker if there is none. */
  status(): Promise<{ readonly tensors: number; readonly wasmBytes: number; readonly loaded: readonly string[] }>;
  /** Ends the worker, whatever it is doing; the next call starts a new one. */
  restart(): Promise<void>;
}

/** The extension's own files, wherever it is installed. */
export function extensionFiles(extensionUri: vscode.Uri): Files {
  return { read: async (path) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path)) };
}

/** The files of the extension, and those of own models out of a folder of the person's. */
export function withOwnModels(extension: Files, own: Files): Files {
  return { read: (path) => (path.startsWith('own-models/') ? own : extension).read(path) };
}
