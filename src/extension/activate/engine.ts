import * as vscode from 'vscode';
import { cachedFiles } from '../../engine/kept-files';
import type { Explainer, Files } from '../../shared/protocol/explainer';

/** An explainer in a worker, which the desktop and the web host start in different ways. */
export interface Engine extends Explainer {
  /** What it holds in memory; starts the worker if there is none. */
  status(): Promise<{ readonly tensors: number; readonly wasmBytes: number; readonly loaded: readonly string[] }>;
  /** Ends the worker, whatever it is doing; the next call starts a new one. */
  restart(): Promise<void>;
}

/** Of files of the extension so many bytes are kept: both default models, and jieba's dictionary. */
const KEPT_BYTES = 32 * 2 ** 20;

/** The extension's own files, wherever it is installed. */
export function extensionFiles(extensionUri: vscode.Uri): Files {
  const read = async (path: string) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path));
  return cachedFiles({ read }, KEPT_BYTES);
}

/** The files of the extension, and those of the person's own models. */
export function withOwnModels(extension: Files, own: Files): Files {
  return { read: (path) => (path.startsWith('own-models/') ? own : extension).read(path) };
}
