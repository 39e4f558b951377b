import type { FileSample } from '../../annotate/worker/file-sample';
import { FORMAT_FACTS } from '../../records/formats/table';
import { ROLES, type Role } from '../../records/columns/names';
import { isLanguage } from '../../shared/languages';
import type { ColumnUse, ReadingView } from '../../shared/protocol/reading-page';
import type { ReadingPageMessage } from '../../shared/protocol/reading-to-host';
import { rowErrorIn } from '../wording/file-errors';
import { translate } from '../wording/translate';
import type { Choices } from './choices';

/** Encodings that a person may choose; others are for the command line. */
const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1252', 'gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr', 'windows-1250', 'windows-1251', 'windows-1254', 'koi8-r']; // prettier-ignore

/** What the page shows of a file that is read with some choices. */
export interface ShownFile {
  readonly what: string;
  /** With several files, the one that is shown. */
  readonly shown?: string;
  readonly results: string;
  /** As the settings say. */
  readonly language: string;
}

export function viewOf(
  { what, shown, results, language }: ShownFile,
  sample: FileSample,
  choices: Choices,
): ReadingView {
  const { reading, cells, different, filled, empty, examples } = sample;
  const { format, encoding, delimiter, header, sheet, sheets = [], columns, labels, damaged } = reading;
  const { name, units } = FORMAT_FACTS[format];
  const [damage] = damaged;
  const known = columns.length > 0 ? columns : [{ name: '', role: 'text' as const, free: undefined }];
  const out = (value: string) => choices.labels?.[value.trim().toLowerCase()] === '';
  return {
    what,
    ...(shown !== undefined && { shown }),
    format: translate(name),
    rows: reading.rows,
    whole: reading.whole,
    damage: { rows: reading.errors, ...(damage && { line: damage.line, error: rowErrorIn(damage.error) }) },
    empty: Math.max(0, empty - reading.errors),
    languages: Object.entries(reading.languages)
      .map(([code, rows]) => ({ code, rows }))
      .sort((a, b) => b.rows - a.rows),
    ...(encoding && { encoding }),
    encodings: ENCODINGS,
    ...(delimiter !== undefined && { delimiter }),
    ...(header !== undefined && { header }),
    ...(sheet !== undefined && { sheet }),
    sheets,
    ...(units && { unit: choices.unit ?? units.own }),
    units: units?.all ?? [],
    language: choices.language ?? language,
    columns: known.map(({ name, role, free }, at) => ({
      name,
      use: role ?? 'none',
      different: different[at] ?? 0,
      filled: filled[at] ?? 0,
      free: free === true,
    })),
    cells,
    ...(labels && {
      labels: {
        column: labels.column,
        scale: labels.scale,
        unknown: labels.values.reduce((sum, { value, rows, label }) => sum + (label === undefined && !out(value) ? rows : 0), labels.more), // prettier-ignore
        values: labels.values.map(({ value, rows, label }) => {
          const meaning = label ?? (out(value) ? 'out' : undefined);
          return { value, rows, example: examples[value] ?? '', ...(meaning !== undefined && { meaning }) };
        }),
      },
    }),
    results,
    also: choices.also,
    depth: !choices.explain ? 'prediction' : choices.faithfulness ? 'measured' : 'explained',
  };
}

/** The choices with the change of a message; undefined if the message changes none. */
export function changedBy(message: ReadingPageMessage, before: Choices, { reading }: FileSample): Choices | undefined {
  switch (message.type) {
    case 'encoding':
      return { ...before, encoding: message.name === '' ? undefined : message.name };
    case 'delimiter':
      return { ...withoutColumns(before), delimiter: message.sign };
    case 'header':
      return { ...withoutColumns(before), header: message.there };
    case 'sheet':
      return { ...withoutColumns(before), sheet: message.name };
    case 'unit':
      return { ...before, unit: message.unit };
    case 'language':
      return { ...before, language: isLanguage(message.language) ? message.language : 'auto' };
    case 'use':
      return withUse(before, message, reading);
    case 'meaning': {
      const meaning = message.meaning === 'out' ? '' : message.meaning;
      return { ...before, labels: { ...before.labels, [message.value.trim().toLowerCase()]: meaning } };
    }
    case 'also':
      return { ...before, also: message.also };
    case 'depth':
      return { ...before, explain: message.depth !== 'prediction', faithfulness: message.depth === 'measured' };
    default:
      return undefined;
  }
}

/** No role was chosen for any column. */
const NO_USES = { text: undefined, label: undefined, group: undefined, id: undefined, date: undefined };

/** The choices that stay when the columns change: not the uses of columns. */
const withoutColumns = (choices: Choices): Choices => ({ ...choices, ...NO_USES, labels: undefined });

/** Gives a column a use. A column has one use, and a use one column, so the column that had it before has none. */
function withUse(
  before: Choices,
  { column, use }: { readonly column: string; readonly use: ColumnUse },
  { columns }: FileSample['reading'],
): Choices {
  const uses: Partial<Record<Role, string>> = {};
  for (const role of ROLES) {
    const now = columns.find((one) => one.role === role)?.name;
    const said = before[role];
    if (role === use) uses[role] = column;
    else if (now === column) uses[role] = '';
    else if (said !== undefined) uses[role] = said;
  }
  // No file is read without a text: where its column is wanted for something else, another one is looked for.
  if (uses.text === '') uses.text = undefined;
  // What other values meant, these do not.
  const labels = use === 'label' ? undefined : before.labels;
  return { ...before, ...NO_USES, ...uses, labels };
}
