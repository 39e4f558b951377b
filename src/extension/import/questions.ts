import * as vscode from 'vscode';
import type { ImportFacts } from '../../engine/importing/importer';
import { labelName, listed } from '../wording/names';

interface Picked<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Undefined: cancelled. */
async function pick<T>(title: string, items: readonly Picked<T>[]): Promise<T | undefined> {
  return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.value;
}

/** The labels from bad to good: the usual ones, or those that the person names. */
export async function askLabels({ labels: count, usualLabels }: ImportFacts): Promise<readonly string[] | undefined> {
  const other = 'other';
  if (usualLabels) {
    const title = vscode.l10n.t('What do the labels of the model mean, in its order?');
    const reversed = [...usualLabels].reverse();
    const named = (labels: readonly string[]): Picked<readonly string[]> => ({
      label: listed(labels.map(labelName)),
      value: labels,
    });
    const chosen = await pick<readonly string[] | typeof other>(title, [
      named(usualLabels),
      named(reversed),
      { label: vscode.l10n.t('Other Labels…'), value: other },
    ]);
    if (chosen !== other) return chosen;
  }
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('Name the {0} labels of the model in its order, with commas between them', count),
    ignoreFocusOut: true,
    validateInput: (value) => problemOf(namesIn(value), count),
  });
  return written === undefined ? undefined : namesIn(written);
}

const namesIn = (value: string): string[] => value.split(/[,，、]/).map((name) => name.trim());

function problemOf(names: readonly string[], count: number): string | undefined {
  if (names.length !== count) return vscode.l10n.t('{0} names are needed; there are {1}.', count, names.length);
  if (names.includes('') || new Set(names).size < count) return vscode.l10n.t('Each label needs a name of its own.');
  return undefined;
}

/** Words that texts were padded to; 0: they were not. Undefined: cancelled. */
export async function askLength(): Promise<number | undefined> {
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('How many words were texts padded to in training?'),
    prompt: vscode.l10n.t(
      'The model reads padding as if it were words, and its file does not say. 0: they were not padded.',
    ),
    ignoreFocusOut: true,
    validateInput: (value) => (/^\d{1,5}$/.test(value.trim()) ? undefined : vscode.l10n.t('A whole number, as 200.')),
  });
  return written === undefined ? undefined : Number(written.trim());
}

/** Where padding stands; the usual side first. */
export function askPadding({ padding }: ImportFacts): Promise<'pre' | 'post' | undefined> {
  const before: Picked<'pre' | 'post'> = {
    label: vscode.l10n.t('Before the words'),
    detail: vscode.l10n.t('As pad_sequences does unless it is told otherwise.'),
    value: 'pre',
  };
  const behind: Picked<'pre' | 'post'> = {
    label: vscode.l10n.t('Behind the words'),
    detail: vscode.l10n.t('padding="post", or a TextVectorization layer.'),
    value: 'post',
  };
  const title = vscode.l10n.t('Where did padding stand in training?');
  return pick(title, padding === 'pre' ? [before, behind] : [behind, before]);
}

/** A name that no model in the folder has. */
export async function askName(folder: vscode.Uri, proposed: string): Promise<string | undefined> {
  const entries = await vscode.workspace.fs.readDirectory(folder).then(undefined, () => []);
  const taken = new Set(entries.map(([name]) => name.toLowerCase()));
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('What should the model be called?'),
    value: proposed,
    ignoreFocusOut: true,
    validateInput: (value) => {
      const name = value.trim();
      if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,60}$/u.test(name))
        return vscode.l10n.t('Letters, digits, spaces, and . _ - between them.');
      return taken.has(name.toLowerCase()) ? vscode.l10n.t('There is a model of that name.') : undefined;
    },
  });
  return written?.trim();
}
