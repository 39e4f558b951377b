import type * as vscode from 'vscode';
import { replaceFile } from '../files/whole-file';
import { RemoteError } from '../../shared/rpc/failure';
import { hostError } from '../../annotate/worker/host-error';

/**
 * Writes a file whole or not at all.
 *
 * @throws SaliencyError `unwritable`, worded in the display language
 */
export async function writeWhole(uri: vscode.Uri, text: string): Promise<void> {
  try {
    await replaceFile(uri, new TextEncoder().encode(text));
  } catch (error) {
    const { message, code } = error as { message?: string; code?: unknown };
    throw hostError(uri.toString(), new RemoteError(message ?? String(error), String(code ?? '')));
  }
}
