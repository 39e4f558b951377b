import * as vscode from 'vscode';
import type { Explainer, Files } from '../engine/explainer';

/** An explainer that works elsewhere: what the Node and the web host each make in their own way. */
export interface Engine extends Explainer {
  /** What it holds in memory; starts the worker if there is none. */
  status(): Promise<{ readonly tensors: number; readonly wasmBytes: number; readonly loaded: readonly string[] }>;
  /** Ends the worker, whatever it is doing; the next call starts a new one. */
  restart(): Promise<void>;
}

/** The extension's own files, wherever it is installed; those of own models come from a folder of the person's. */
export function extensionFiles(extensionUri: vscode.Uri, own?: Files): Files {
  return {
    read: (path) => {
      if (own && path.startsWith('own-models/')) return own.read(path);
      return Promise.resolve(vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path)));
    },
  };
}
