import * as vscode from 'vscode';
import type { FileReading } from '../../records/reading';
import { labelName } from '../wording/names';
import type { Choices } from './choices';

/** Asks for the meaning of one label; labels that are not understood stand first. */
export async function askMeaning(
  { labels }: FileReading,
  { labels: before = {} }: Pick<Choices, 'labels'>,
): Promise<Pick<Choices, 'labels'>> {
  if (!labels) return {};
  const unclear = vscode.l10n.t('not understood');
  const sorted = [...labels.values].sort((a, b) => Number(a.label !== undefined) - Number(b.label !== undefined));
  const items = sorted.map(({ value, label }) => ({ value, label: value, description: label === undefined ? unclear : labelName(label) })); // prettier-ignore
  const title = vscode.l10n.t('What labels mean');
  const picked = await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true });
  if (!picked) return {};
  const meanings = (['negative', 'neutral', 'positive'] as const).map((value) => ({ value, label: labelName(value) }));
  const none = { value: '' as const, label: vscode.l10n.t('no label: leave it out of comparisons') };
  const meaning = await vscode.window.showQuickPick([...meanings, none], { title: `${title}: ${picked.value}`, ignoreFocusOut: true }); // prettier-ignore
  return meaning ? { labels: { ...before, [picked.value.trim().toLowerCase()]: meaning.value } } : {};
}

/** A field of the file, with what stands in it; `''` for none, where that may be chosen. */
export async function askField(
  { columns }: FileReading,
  title: string,
  none: string | undefined,
): Promise<string | undefined> {
  const items = columns.map(({ name, example }) => ({ value: name, label: name, description: example }));
  const all = none === undefined ? items : [{ value: '', label: `$(circle-slash) ${none}`, description: '' }, ...items];
  return (await vscode.window.showQuickPick(all, { title, matchOnDescription: true, ignoreFocusOut: true }))?.value;
}
