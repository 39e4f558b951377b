import * as vscode from 'vscode';
import { labelName } from '../wording/names';
import type { FileReading, LabelReading } from '../../records/reading';
import type { Choices } from './choices';

/** Encodings that a person may choose; others are for the command line. */
const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1252', 'gb18030', 'big5', 'shift_jis', 'euc-kr'] as const;

/** The encoding, and how sure it is where it was found by the bytes. */
export function encodingText({ name, confidence, by }: NonNullable<FileReading['encoding']>): string {
  if (by !== 'content' || confidence > 0.99) return name;
  return vscode.l10n.t('{0}, {1} % sure', name, Math.round(100 * confidence));
}

export const headerText = (line: number): string =>
  line === 0 ? headerName('none') : vscode.l10n.t('in line {0}', line);

export function headerName(header: 'first' | 'none'): string {
  return header === 'first' ? vscode.l10n.t('in the first row of the table') : vscode.l10n.t('nowhere: the first row is a row like others'); // prettier-ignore
}

/** `5, 4 → positive; 1 → negative; x: not understood`. */
export function meaningText({ values, unknown }: LabelReading): string {
  const named = new Map<string, string[]>();
  for (const { value, label } of values)
    if (label !== undefined) named.set(label, [...(named.get(label) ?? []), value]);
  const parts = [...named].map(([label, all]) => `${all.slice(0, 4).join(', ')} → ${labelName(label)}`);
  if (unknown > 0) parts.unshift(vscode.l10n.t('not understood: {0}', values.filter(({ label }) => label === undefined).slice(0, 4).map(({ value }) => value).join(', '))); // prettier-ignore
  return parts.join('; ');
}

/** An encoding to read the file in; `''`: as it is found; undefined: never mind. */
export async function askEncoding(): Promise<string | undefined> {
  const found = { value: '', label: `$(sparkle) ${vscode.l10n.t('as it is found')}` };
  const items = [found, ...ENCODINGS.map((name) => ({ value: name, label: name }))];
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Encoding'), ignoreFocusOut: true }))?.value;
}

/** Asks of one label what it means; those that are not understood stand first. */
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
