import * as vscode from 'vscode';
import type { ImportFile } from '../../engine/importing/importer';
import { baseName } from '../files/paths';

/** Names that people give to vocabularies, the likeliest first. */
const LIKELY = [/^tokenizer.*\.json$/i, /word.?index.*\.json$/i, /vocab.*\.(json|txt)$/i, /words?.*\.(json|txt)$/i];

interface Choice extends vscode.QuickPickItem {
  /** Left out: another file. */
  readonly uri?: vscode.Uri;
}

/** Asks which file has the words of a model; those that lie beside it are offered. Undefined: cancelled. */
export async function askVocabulary(model: vscode.Uri): Promise<ImportFile | undefined> {
  const folder = vscode.Uri.joinPath(model, '..');
  const found = await likelyIn(folder);
  const items = found.map((name): Choice => ({ label: name, uri: vscode.Uri.joinPath(folder, name) }));
  const other: Choice = {
    label: vscode.l10n.t('Choose a File…'),
    detail: vscode.l10n.t('What Tokenizer.to_json() wrote, a word index as JSON, or a text file with one word a line.'),
  };
  const title = vscode.l10n.t('Which words does the model know? The model’s file does not have them.');
  const chosen = await vscode.window.showQuickPick([...items, other], { title, ignoreFocusOut: true });
  if (!chosen) return undefined;
  const uri = chosen.uri ?? (await vscode.window.showOpenDialog({ title, defaultUri: folder }))?.at(0);
  return uri && { file: baseName(uri), bytes: await vscode.workspace.fs.readFile(uri) };
}

async function likelyIn(folder: vscode.Uri): Promise<string[]> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  const names = entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
  const rank = (name: string): number => LIKELY.findIndex((form) => form.test(name));
  return names.filter((name) => rank(name) >= 0).sort((a, b) => rank(a) - rank(b));
}
