import * as vscode from 'vscode';
import { RemoteError } from '../../shared/rpc/failure';
import { hostTrouble } from '../../annotate/worker/host-trouble';

/**
 * Writes a file whole or not at all: beside it first, then in its place.
 *
 * @throws SaliencyError `unwritable`, worded in the display language
 */
export async function writeWhole(uri: vscode.Uri, text: string): Promise<void> {
  const { fs } = vscode.workspace;
  const temporary = uri.with({ path: `${uri.path}.tmp` });
  try {
    await fs.writeFile(temporary, new TextEncoder().encode(text));
    await fs.rename(temporary, uri, { overwrite: true });
  } catch (error) {
    await fs.delete(temporary).then(undefined, () => undefined);
    const { message, code } = error as { message?: string; code?: unknown };
    throw hostTrouble(uri.toString(), new RemoteError(message ?? String(error), String(code ?? '')));
  }
}
