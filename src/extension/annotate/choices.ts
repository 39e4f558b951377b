import type * as vscode from 'vscode';
import type { ReadOptions } from '../../records/format';
import type { TextUnit } from '../../records/readers/text';

/** How a person wants files annotated. */
export interface Choices {
  readonly unit: TextUnit;
  /** Left out: guessed; of label and group, `''` is none. */
  readonly text?: string;
  readonly label?: string;
  readonly group?: string;
  /** What is written beside the full results. */
  readonly also: 'none' | 'csv' | 'html';
  readonly explain: boolean;
  readonly faithfulness: boolean;
}

const DEFAULT: Choices = { unit: 'line', also: 'none', explain: true, faithfulness: false };

/** Files and folders whose choices are remembered, at most. */
const REMEMBERED = 200;
const KEY = 'saliency.annotate.choices';

/** What was chosen for a file or folder before, in this workspace. */
export function rememberedChoices(memory: vscode.Memento, uri: vscode.Uri): Choices {
  const all = memory.get<Record<string, Choices>>(KEY, {});
  return { ...DEFAULT, ...all[uri.toString()] };
}

export async function remember(memory: vscode.Memento, uri: vscode.Uri, choices: Choices): Promise<void> {
  const others = Object.entries(memory.get<Record<string, Choices>>(KEY, {}));
  const kept = others.filter(([key]) => key !== uri.toString()).slice(1 - REMEMBERED);
  await memory.update(KEY, Object.fromEntries([...kept, [uri.toString(), choices]]));
}

export const readingOf = ({ unit, text, label, group }: Choices): ReadOptions => ({
  unit,
  fields: { text, label, group },
});
