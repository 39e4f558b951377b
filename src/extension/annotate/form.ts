import * as vscode from 'vscode';
import { columnOf, type FileReading } from '../../records/reading';
import type { TextUnit } from '../../records/formats/lines';
import { FORMAT_TABLE } from '../../records/formats/table';
import { whole } from '../wording/figures';
import type { Choices } from './choices';
import { askEncoding, askMeaning, encodingText, headerName, headerText, meaningText } from './reading-form';

interface Item<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/**
 * Asks how files are to be annotated: one list, whose first line starts, and whose others change one thing each. What
 * cannot be told from the files is asked first. Undefined: never mind.
 *
 * @param look reads the file anew with other choices
 */
export async function askChoices(
  what: string,
  first: FileReading,
  before: Choices,
  look: (choices: Choices) => Promise<FileReading>,
): Promise<Choices | undefined> {
  let [choices, reading] = [before, first];
  if (!reading.sure && before.text === undefined && reading.columns.length > 0) {
    const text = await askField(reading, vscode.l10n.t('Which field has the text to read?'), undefined);
    if (text === undefined) return undefined;
    choices = { ...choices, text };
    reading = await look(choices);
  }
  for (;;) {
    const picked = await vscode.window.showQuickPick(itemsOf(reading, choices), {
      title: vscode.l10n.t('Annotate Sentiment: {0}', what),
      placeHolder: vscode.l10n.t('Enter starts; the other lines change what is done'),
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    if (picked.value === 'start') return choices;
    const change = await changed(picked.value, reading, choices);
    if (Object.keys(change).length === 0) continue;
    choices = { ...choices, ...change };
    if (CHANGES_READING.has(picked.value)) reading = await look(choices);
  }
}

type Line = 'start' | 'also' | 'text' | 'label' | 'meaning' | 'group' | 'encoding' | 'header' | 'unit' | 'explain';
const CHANGES_READING: ReadonlySet<Line> = new Set(['text', 'label', 'meaning', 'group', 'encoding', 'header', 'unit']);

function itemsOf(reading: FileReading, choices: Choices): Item<Line>[] {
  const named = (role: 'text' | 'label' | 'group') => columnOf(reading, role) ?? vscode.l10n.t('none');
  const { labels, encoding, header } = reading;
  const { units } = FORMAT_TABLE[reading.format];
  const fields: Item<Line>[] = [
    { value: 'text', label: vscode.l10n.t('Text'), description: named('text') },
    { value: 'label', label: vscode.l10n.t('Label to compare with'), description: named('label') },
    ...(labels
      ? [{ value: 'meaning' as const, label: vscode.l10n.t('What labels mean'), description: meaningText(labels) }]
      : []),
    { value: 'group', label: vscode.l10n.t('Category'), description: named('group') },
  ];
  return [
    { value: 'start', label: `$(play) ${vscode.l10n.t('Start')}`, description: exampleOf(reading) },
    { value: 'also', label: vscode.l10n.t('Results'), description: formName(choices.also) },
    ...(reading.columns.length > 0 ? fields : []),
    ...(encoding ? [{ value: 'encoding' as const, label: vscode.l10n.t('Encoding'), description: encodingText(encoding) }] : []), // prettier-ignore
    ...(header === undefined ? [] : [{ value: 'header' as const, label: vscode.l10n.t('Names of the columns'), description: headerText(header) }]), // prettier-ignore
    ...(units
      ? [{ value: 'unit' as const, label: vscode.l10n.t('One record is'), description: unitName(choices.unit ?? units.own) }] // prettier-ignore
      : []),
    { value: 'explain', label: vscode.l10n.t('For each record'), description: depthName(depthOf(choices)) },
  ];
}

async function changed(line: Line, reading: FileReading, choices: Choices): Promise<Partial<Choices>> {
  switch (line) {
    case 'also': {
      const also = await ask(vscode.l10n.t('Results'), ['none', 'csv', 'html'] as const, formName, choices.also);
      return also === undefined ? {} : { also };
    }
    case 'unit': {
      const { units } = FORMAT_TABLE[reading.format];
      const unit = units && (await ask(vscode.l10n.t('One record is'), units.all, unitName, choices.unit ?? units.own));
      return unit === undefined ? {} : { unit };
    }
    case 'explain': {
      const depth = await ask(vscode.l10n.t('For each record'), DEPTHS, depthName, depthOf(choices));
      return depth === undefined ? {} : { explain: depth !== 'prediction', faithfulness: depth === 'measured' };
    }
    case 'text': {
      const text = await askField(reading, vscode.l10n.t('Which field has the text to read?'), undefined);
      return text === undefined ? {} : { text };
    }
    case 'label': {
      const label = await askField(reading, vscode.l10n.t('Which field has labels to compare with?'), vscode.l10n.t('none')); // prettier-ignore
      return label === undefined ? {} : { label };
    }
    case 'meaning':
      return askMeaning(reading, choices);
    case 'encoding': {
      const encoding = await askEncoding();
      return encoding === undefined ? {} : { encoding: encoding === '' ? undefined : encoding };
    }
    case 'header': {
      const header = await ask(vscode.l10n.t('Names of the columns'), ['first', 'none'] as const, headerName, reading.header === 0 ? 'none' : 'first'); // prettier-ignore
      return header === undefined ? {} : { header: header === 'first' };
    }
    case 'group': {
      const group = await askField(reading, vscode.l10n.t('Which field has the category?'), vscode.l10n.t('none'));
      return group === undefined ? {} : { group };
    }
    case 'start':
      return {};
  }
}

/** A field of the file, with what stands in it; `''` for none, where that may be chosen. */
export async function askField(
  { columns }: FileReading,
  title: string,
  none: string | undefined,
): Promise<string | undefined> {
  const items: Item<string>[] = columns.map(({ name, example }) => ({
    value: name,
    label: name,
    description: example,
  }));
  const all = none === undefined ? items : [{ value: '', label: `$(circle-slash) ${none}` }, ...items];
  return (await vscode.window.showQuickPick(all, { title, matchOnDescription: true, ignoreFocusOut: true }))?.value;
}

async function ask<T extends string>(
  title: string,
  values: readonly T[],
  name: (value: T) => string,
  now: T,
): Promise<T | undefined> {
  const items = values.map((value): Item<T> => ({ value, label: name(value), picked: value === now }));
  return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.value;
}

function exampleOf({ columns, roles, format, rows, whole: all }: FileReading): string {
  const example = roles.text === undefined ? '' : columns[roles.text].example.slice(0, 60);
  const size = all
    ? vscode.l10n.t('{0}: {1} rows', FORMAT_TABLE[format].title, whole(rows))
    : vscode.l10n.t('{0}: more than {1} rows', FORMAT_TABLE[format].title, whole(rows));
  return example === '' ? size : `${size} · ${example}`;
}

function formName(form: Choices['also']): string {
  switch (form) {
    case 'none':
      return vscode.l10n.t('NDJSON with full explanations');
    case 'csv':
      return vscode.l10n.t('NDJSON, and a CSV table with the columns of the file');
    case 'html':
      return vscode.l10n.t('NDJSON, and a report as HTML');
  }
}

function unitName(unit: TextUnit): string {
  switch (unit) {
    case 'line':
      return vscode.l10n.t('a line');
    case 'paragraph':
      return vscode.l10n.t('a paragraph');
    case 'sentence':
      return vscode.l10n.t('a sentence');
    case 'file':
      return vscode.l10n.t('the whole file');
  }
}

const DEPTHS = ['prediction', 'explained', 'measured'] as const;
type Depth = (typeof DEPTHS)[number];

const depthOf = ({ explain, faithfulness }: Choices): Depth =>
  !explain ? 'prediction' : faithfulness ? 'measured' : 'explained';

function depthName(depth: Depth): string {
  switch (depth) {
    case 'prediction':
      return vscode.l10n.t('only the prediction: fastest');
    case 'explained':
      return vscode.l10n.t('the prediction and the words that drive it');
    case 'measured':
      return vscode.l10n.t('also how faithful the words are: some hundred times slower');
  }
}
