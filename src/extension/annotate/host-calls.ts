import * as vscode from 'vscode';
import type { HostFiles } from '../../annotate/worker/calls';
import { ifThere } from '../files/whole-file';
import { copyToMove } from '../../shared/rpc/moving';
import type { Files } from '../../shared/protocol/explainer';

/** What the annotating worker may call in the host: the extension's own files, and files that are not on a disk of this machine. */
export function hostFiles(files: Files, storage: vscode.Uri): HostFiles {
  const { fs } = vscode.workspace;
  const uri = (address: string): vscode.Uri => vscode.Uri.parse(address, true);
  return {
    resource: async (path) => copyToMove(await files.read(path)),
    scratch: () => Promise.resolve(vscode.Uri.joinPath(storage, 'columns').toString()),
    size: async (address) => (await ifThere(fs.stat(uri(address))))?.size,
    read: async (address) => copyToMove(await fs.readFile(uri(address))),
    write: async (address, bytes) => fs.writeFile(uri(address), bytes),
    rename: async (from, to) => fs.rename(uri(from), uri(to), { overwrite: true }),
    remove: (address) => ifThere(fs.delete(uri(address), { recursive: true, useTrash: false })),
    list: async (folder) => (await ifThere(fs.readDirectory(uri(folder))))?.map(([name]) => name),
  };
}
