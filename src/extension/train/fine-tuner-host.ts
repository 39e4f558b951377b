import * as vscode from 'vscode';
import type { Files } from '../../shared/protocol/explainer';
import { moveFolder } from '../files/whole-folder';
import { ifThere, removeReplacedFile, replaceFile } from '../files/whole-file';
import { copyToMove } from '../../shared/rpc/moving';
import type { FineTunerHost } from '../../training/fine-tuning/fine-tuner';

/** Files for the fine-tuning worker: the extension's own, and those of runs and models, wherever they are. */
export function fineTunerHost(files: Files): FineTunerHost {
  const { fs } = vscode.workspace;
  return {
    read: async (path) => copyToMove(await files.read(path)),
    load: async (address) => {
      const bytes = await ifThere(fs.readFile(uriOf(address)));
      return bytes && copyToMove(bytes);
    },
    save: (address, bytes) => replaceFile(uriOf(address), bytes),
    remove: (address) => removeReplacedFile(uriOf(address)),
    move: (from, to) => moveFolder(uriOf(from), uriOf(to)),
  };
}

const uriOf = (address: string): vscode.Uri => vscode.Uri.parse(address, true);
