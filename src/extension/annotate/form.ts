import * as vscode from 'vscode';
import type { Preview } from '../../records/preview';
import type { TextUnit } from '../../records/readers/text';
import type { Choices } from './choices';

interface Item<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/**
 * Asks how files are to be annotated: one list, whose first line starts, and whose others change one thing each. What
 * cannot be told from the files is asked first. Undefined: never mind.
 */
export async function askChoices(what: string, preview: Preview, before: Choices): Promise<Choices | undefined> {
  let choices = before;
  if (!preview.sure && before.text === undefined && preview.fields.length > 0) {
    const text = await askField(preview, vscode.l10n.t('Which field has the text to read?'), undefined);
    if (text === undefined) return undefined;
    choices = { ...choices, text };
  }
  for (;;) {
    const picked = await vscode.window.showQuickPick(itemsOf(preview, choices), {
      title: vscode.l10n.t('Annotate Sentiment: {0}', what),
      placeHolder: vscode.l10n.t('Enter starts; the other lines change what is done'),
      ignoreFocusOut: true,
    });
    if (!picked) return undefined;
    if (picked.value === 'start') return choices;
    choices = { ...choices, ...(await changed(picked.value, preview, choices)) };
  }
}

type Line = 'start' | 'also' | 'text' | 'label' | 'group' | 'unit' | 'explain';

function itemsOf(preview: Preview, choices: Choices): Item<Line>[] {
  const none = vscode.l10n.t('none');
  const field = (chosen: string | undefined, guessed: string | undefined) => (chosen ?? guessed ?? '') || none;
  const fields: Item<Line>[] = [
    { value: 'text', label: vscode.l10n.t('Text'), description: field(choices.text, preview.text) },
    { value: 'label', label: vscode.l10n.t('Label to compare with'), description: field(choices.label, preview.label) },
    { value: 'group', label: vscode.l10n.t('Category'), description: field(choices.group, preview.group) },
  ];
  return [
    { value: 'start', label: `$(play) ${vscode.l10n.t('Start')}`, description: exampleOf(preview, choices) },
    { value: 'also', label: vscode.l10n.t('Results'), description: formName(choices.also) },
    ...(preview.fields.length > 0 ? fields : []),
    ...(preview.format === 'text'
      ? [{ value: 'unit' as const, label: vscode.l10n.t('One record is'), description: unitName(choices.unit) }]
      : []),
    { value: 'explain', label: vscode.l10n.t('For each record'), description: depthName(depthOf(choices)) },
  ];
}

async function changed(line: Line, preview: Preview, choices: Choices): Promise<Partial<Choices>> {
  switch (line) {
    case 'also': {
      const also = await ask(vscode.l10n.t('Results'), ['none', 'csv', 'html'] as const, formName, choices.also);
      return also === undefined ? {} : { also };
    }
    case 'unit': {
      const unit = await ask(vscode.l10n.t('One record is'), ['line', 'paragraph', 'sentence'] as const, unitName, choices.unit); // prettier-ignore
      return unit === undefined ? {} : { unit };
    }
    case 'explain': {
      const depth = await ask(vscode.l10n.t('For each record'), DEPTHS, depthName, depthOf(choices));
      return depth === undefined ? {} : { explain: depth !== 'verdict', faithfulness: depth === 'measured' };
    }
    case 'text': {
      const text = await askField(preview, vscode.l10n.t('Which field has the text to read?'), undefined);
      return text === undefined ? {} : { text };
    }
    case 'label': {
      const label = await askField(preview, vscode.l10n.t('Which field has labels to compare with?'), vscode.l10n.t('none')); // prettier-ignore
      return label === undefined ? {} : { label };
    }
    case 'group': {
      const group = await askField(preview, vscode.l10n.t('Which field has the category?'), vscode.l10n.t('none'));
      return group === undefined ? {} : { group };
    }
    case 'start':
      return {};
  }
}

/** A field of the file, with what stands in it; `''` for none, where that may be chosen. */
export async function askField(
  { fields }: Preview,
  title: string,
  none: string | undefined,
): Promise<string | undefined> {
  const items: Item<string>[] = fields.map(({ name, example }) => ({ value: name, label: name, description: example }));
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

function exampleOf({ fields, text }: Preview, choices: Choices): string {
  const name = choices.text ?? text;
  return fields.find((field) => field.name === name)?.example.slice(0, 80) ?? '';
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
  }
}

const DEPTHS = ['verdict', 'explained', 'measured'] as const;
type Depth = (typeof DEPTHS)[number];

const depthOf = ({ explain, faithfulness }: Choices): Depth =>
  !explain ? 'verdict' : faithfulness ? 'measured' : 'explained';

function depthName(depth: Depth): string {
  switch (depth) {
    case 'verdict':
      return vscode.l10n.t('only the prediction: fastest');
    case 'explained':
      return vscode.l10n.t('the prediction and the words that drive it');
    case 'measured':
      return vscode.l10n.t('also how faithful the words are: some hundred times slower');
  }
}
