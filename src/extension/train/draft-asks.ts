import * as vscode from 'vscode';
import { DEGREES } from '../../records/labels/degree';
import { columnOf } from '../../records/reading';
import { labelName, listed } from '../wording/names';
import { modelItem } from '../commands/model-item';
import { askMeaning } from '../annotate/reading-form';
import type { Draft } from './draft';

/** Not classes, but what each label means. */
const MEANING: readonly string[] = [];

interface Item<T> extends vscode.QuickPickItem {
  readonly value: T;
}

const pick = async <T>(items: readonly Item<T>[], title: string): Promise<T | undefined> =>
  (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.value;

/**
 * Asks which rows are used: other columns, other files or, for reviewed rows, labels of the file as well. @returns
 * `files`: the person wants other files
 */
export async function askRows(draft: Draft): Promise<'files' | undefined> {
  const [reading] = draft.read.readings;
  const { reviewed } = draft.origin;
  const none = vscode.l10n.t('none');
  const items: Item<'text' | 'label' | 'labelled' | 'files'>[] = [];
  if (reading && reading.columns.length > 0) {
    items.push(
      { value: 'text', label: vscode.l10n.t('Text'), description: columnOf(reading, 'text') ?? none },
      { value: 'label', label: vscode.l10n.t('Label to learn'), description: columnOf(reading, 'label') ?? none },
    );
  }
  if (reviewed && draft.read.rows.length > 0) {
    const labelled = vscode.l10n.t('The labels of the file, too');
    const alone = vscode.l10n.t('Reviewed rows only');
    items.push({ value: 'labelled', label: draft.withLabelled ? alone : labelled });
  }
  if (!reviewed) items.push({ value: 'files', label: vscode.l10n.t('Other files…') });
  const chosen = await pick(items, vscode.l10n.t('Which rows should the model learn from?'));
  if (chosen === 'files') return 'files';
  if (chosen === 'labelled') await draft.again(() => (draft.withLabelled = !draft.withLabelled));
  if (chosen === 'text' || chosen === 'label') {
    const columns = reading.columns.map(({ name }) => ({ value: name, label: name }));
    const title = chosen === 'text' ? vscode.l10n.t('Which column has the text?') : vscode.l10n.t('Which column has the label to learn?'); // prettier-ignore
    const column = await pick(columns, title);
    const fields = { ...draft.reading.fields, ...(column !== undefined && { [chosen]: column }) };
    // Classes that were chosen for one label column say nothing about another.
    const classes = chosen === 'label' ? undefined : draft.reading.classes;
    if (column !== undefined) await draft.readAnew({ ...draft.reading, classes, fields });
  }
  return undefined;
}

/** Asks which classes the labels are mapped to. */
export async function askLabels(draft: Draft): Promise<void> {
  const own = draft.read.readings.at(0)?.labels?.values.map(({ value }) => value) ?? [];
  const named = (labels: readonly string[]) => listed(labels.map(labelName));
  const items: Item<readonly string[] | undefined>[] = [
    {
      value: undefined,
      label: vscode.l10n.t('Three classes'),
      description: named(['negative', 'neutral', 'positive']),
    },
    { value: DEGREES, label: vscode.l10n.t('Five degrees'), description: named(DEGREES), detail: vscode.l10n.t('A new output layer') }, // prettier-ignore
  ];
  if (own.length >= 2) {
    const some = own.slice(0, 6).join(', ') + (own.length > 6 ? ' …' : '');
    items.push({ value: [...own].sort(), label: vscode.l10n.t('Classes as the file has them'), description: some });
  }
  const meaning = { value: MEANING, label: vscode.l10n.t('What labels mean'), detail: vscode.l10n.t('One label after the other: negative, neutral, positive, or none') }; // prettier-ignore
  const chosen = await vscode.window.showQuickPick(own.length > 0 ? [...items, meaning] : items, {
    title: vscode.l10n.t('Which labels should the model tell apart?'),
    ignoreFocusOut: true,
  });
  if (chosen?.value === MEANING) {
    const [reading] = draft.read.readings;
    const { labels } = await askMeaning(reading, { labels: draft.reading.labels });
    if (labels) await draft.readAnew({ ...draft.reading, classes: undefined, labels });
  } else if (chosen) await draft.readAnew({ ...draft.reading, classes: chosen.value });
}

/** Asks for another model to start from; undefined: the person cancelled. */
export async function askStart(draft: Draft): Promise<string | undefined> {
  const items = draft.startable().map((model) => {
    const foreign = draft.isForeign(model) ? [vscode.l10n.t('for another language than your rows')] : [];
    return { ...modelItem(model, ...foreign), value: model.name };
  });
  return pick(items, vscode.l10n.t('Which model should training start from?'));
}

/** The rows that one line of the checklist is about, as a text to show. */
export function rowsText(draft: Draft, kind: string): string | undefined {
  const { check } = draft;
  const rows = draft.rows();
  if (!check) return undefined;
  const place = (row: number): string => {
    const { place: at, label } = rows[row];
    const where = at?.line === undefined ? vscode.l10n.t('row {0}', row + 1) : vscode.l10n.t('line {0}', at.line);
    return `${[at?.file, where].filter(Boolean).join(', ')} (${labelName(label)})`;
  };
  const groups = (list: typeof check.duplicates) => list.map(({ text, rows: same }) => `${text}\n    ${same.map(place).join('\n    ')}\n`); // prettier-ignore
  const single = (list: readonly number[]) => list.map((row) => `${rows[row].text}\n    ${place(row)}\n`);
  switch (kind) {
    case 'duplicates':
      return groups(check.duplicates).join('\n');
    case 'conflicts':
      return groups(check.conflicts).join('\n');
    case 'otherLabels':
      return single(check.otherLabels).join('\n');
    case 'foreignRows':
      return single(check.otherLanguage).join('\n');
    case 'withoutWords':
      return single(check.withoutWords).join('\n');
    default:
      return undefined;
  }
}
