import type * as vscode from 'vscode';
import type { FileReading, ReadOptions } from '../../records/reading';
import type { Language } from '../../shared/languages';
import type { TextUnit } from '../../records/formats/table';

/** How files are read, where a person chose something other than what is detected. */
export interface ReadingChoices {
  /** Left out: detected. For label and group, `''` means no column. */
  readonly text?: string;
  readonly label?: string;
  readonly group?: string;
  readonly id?: string;
  readonly date?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly header?: boolean;
  readonly sheet?: string;
  /** The meaning of labels, by the label in lower case. */
  readonly labels?: ReadOptions['labels'];
}

/** How a person wants files annotated. */
export interface Choices extends ReadingChoices {
  /** What one record is; left out: what the format has, a line of plain text, a paragraph of Markdown. */
  readonly unit?: TextUnit;
  /** The copies that are written beside the full results. */
  readonly also: 'none' | 'csv' | 'html';
  readonly explain: boolean;
  readonly faithfulness: boolean;
  /** Which models read the rows; left out: as the settings say. */
  readonly language?: Language | 'auto';
}

const DEFAULT: Choices = { also: 'none', explain: true, faithfulness: false };

/** Choices are remembered for at most so many files, folders and shapes of files. */
const REMEMBERED = 200;
const KEY = 'saliency.annotate.choices';
const SHAPES = 'saliency.annotate.shapes';

/** What was chosen for a file or folder before, in this workspace. */
export function rememberedChoices(memory: vscode.Memento, uri: vscode.Uri): Choices {
  const all = memory.get<Record<string, Choices>>(KEY, {});
  return { ...DEFAULT, ...all[uri.toString()] };
}

export async function remember(memory: vscode.Memento, uri: vscode.Uri, choices: Choices): Promise<void> {
  await keep(memory, KEY, uri.toString(), choices);
}

/** What was chosen for files of the same shape: the same format with the same columns, as they are found. */
export function rememberedForShape(memory: vscode.Memento, found: FileReading): ReadingChoices {
  return memory.get<Record<string, ReadingChoices>>(SHAPES, {})[shapeOf(found)] ?? {};
}

export async function rememberForShape(memory: vscode.Memento, found: FileReading, choices: Choices): Promise<void> {
  const { text, label, group, id, date, encoding, delimiter, header, sheet, labels } = choices;
  const said = Object.entries({ text, label, group, id, date, encoding, delimiter, header, sheet, labels }).filter(
    ([, value]) => value !== undefined,
  );
  await keep(memory, SHAPES, shapeOf(found), Object.fromEntries(said) as ReadingChoices);
}

const shapeOf = ({ format, columns }: FileReading): string =>
  JSON.stringify([format, ...columns.map(({ name }) => name)]).slice(0, 1_000);

async function keep<T>(memory: vscode.Memento, list: string, key: string, value: T): Promise<void> {
  const others = Object.entries(memory.get<Record<string, T>>(list, {}));
  const kept = others.filter(([other]) => other !== key).slice(1 - REMEMBERED);
  await memory.update(list, Object.fromEntries([...kept, [key, value]]));
}

export const readingOf = (choices: Choices): ReadOptions => {
  const { unit, text, label, group, id, date, encoding, delimiter, header, sheet, labels } = choices;
  return { unit, fields: { text, label, group, id, date }, encoding, delimiter, header, sheet, labels };
};
