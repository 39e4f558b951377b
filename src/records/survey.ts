import { fileErrorText } from '../shared/file-errors';
import { SaliencyError } from '../shared/saliency-error';
import { Decoder } from './bytes/decoder';
import { detectEncoding, isEncoding, type EncodingReading } from './bytes/encoding';
import { chooseColumns, type ChosenColumns } from './columns/choose';
import { headerOf, type HeaderReading } from './columns/header';
import { dialectOf, type Dialect } from './formats/dialect';
import { labelOfName, NamedLineParser } from './formats/labelled-lines';
import { FORMAT_FACTS, FORMAT_TABLE, formatOfText } from './formats/table';
import { labelMeaning, type LabelMapping, type LabelMeaning } from './labels/label-meaning';
import { isLanguage as isReadLanguage } from '../shared/languages';
import { languageOf } from './other-language';
import type { FileReading, LabelReading, ReadOptions } from './reading';
import type { RawRow, RowParser } from './record';
import { cellIn, cellsOf, classOf, isNone, type RecordForm } from './record-maker';
import { pagesIn, shapeOf } from './formats/json-shapes';
import { unwrappedJson } from './formats/json-wrapper';

/** How a source will be read: what people are shown of it, and what reading needs. */
export interface Plan {
  readonly reading: FileReading;
  readonly form: RecordForm;
  /** Absent of spreadsheets. */
  readonly encoding?: string;
  parser?(): RowParser;
}

/** The part of a source that was read for detection. */
export interface FileSample {
  readonly file: string;
  readonly packed?: 'gzip';
  readonly whole: boolean;
}

/** The number of characters from which the format is detected. */
const LOOK = 2 ** 20;
/** The number of rows from which columns are detected. */
const ROWS = 500;
const HEADER_ROWS = 200;
const LISTED_LABELS = 50;
const LISTED_DAMAGE = 5;
const LANGUAGE_ROWS = 1_000;
const MOST_NAMES = 200;

/** Plans how a text is read, by the bytes at hand. @throws SaliencyError `usage` where what is asked for is not there */
export function planText(bytes: Uint8Array, sample: FileSample, options: ReadOptions): Plan {
  const encoding = encodingOf(bytes, options.encoding);
  const decoder = new Decoder(encoding.name);
  const pieces = [decoder.push(bytes), sample.whole ? decoder.end() : ''];
  const text = sample.whole ? pieces.join('') : upToLineEnd(pieces[0]);
  const beginning = text.slice(0, LOOK);
  const told = options.format ? { format: options.format, by: 'asked' as const } : formatOfText(sample.file, beginning, sample.whole && text.length <= LOOK); // prettier-ignore
  // A text whose name is a label: its lines have it.
  const label = told.format === 'text' && options.unit === undefined ? labelOfName(sample.file) : undefined;
  const { format, by } = label === undefined ? told : { format: 'labelled' as const, by: 'name' as const };
  const spec = FORMAT_TABLE[format];
  const isTable = format === 'csv' || format === 'tsv';
  const dialect = isTable
    ? dialectOf(beginning, options.delimiter ?? (options.format === 'tsv' ? '\t' : undefined))
    : { delimiter: '', quotes: true };
  const list = format === 'json' && beginning.trimStart().startsWith('[') && isPlainList(text, sample.whole);
  const parser = () => {
    if (label !== undefined) return new NamedLineParser(label);
    if (!spec.parser) throw new SaliencyError(fileErrorText('otherFormat', sample.file || 'Standard input', FORMAT_FACTS[format].name), 'unknown-file-kind', { file: sample.file }); // prettier-ignore
    return spec.parser({ dialect, unit: options.unit, list });
  };
  const first = parser();
  const rows = [...first.push(text), ...(sample.whole || format === 'json' ? first.end() : [])];
  const about = {
    file: sample.file,
    ...(sample.packed && { packed: sample.packed }),
    format,
    formatBy: by,
    encoding,
    ...(isTable && tableFacts(dialect)),
    ...(format === 'json' && { shape: list ? 'a list' : shapeName(text) }),
  };
  return { ...planRows(rows, about, sample.whole, options), encoding: encoding.name, parser };
}

/** A list whose elements are records of their own; lists of lists and Reddit's listings are read as documents. */
function isPlainList(text: string, whole: boolean): boolean {
  if (!whole) return true;
  const second = /^\s*\[\s*(.)/.exec(text)?.[1];
  return second !== '[' && !/^\s*\[\s*\{\s*"kind"\s*:\s*"Listing"/.test(text) && !arePages(text);
}

/** Whether a list of JSON is one of pages, as an API hands them out: its elements hold lists of objects. */
function arePages(text: string): boolean {
  if (!/:\s*\[\s*\{/.test(text)) return false;
  try {
    return pagesIn(JSON.parse(text) as readonly unknown[]) !== undefined;
  } catch {
    return false;
  }
}

function shapeName(text: string): string {
  try {
    return shapeOf(JSON.parse(unwrappedJson(text)) as unknown).shape;
  } catch {
    return 'values';
  }
}

const tableFacts = ({ delimiter, quotes }: Dialect) => ({ delimiter, quotes });

export function encodingOf(bytes: Uint8Array, asked: string | undefined): EncodingReading {
  if (asked === undefined) return detectEncoding(bytes);
  if (!isEncoding(asked)) throw new SaliencyError(fileErrorText('noEncoding', asked), 'usage'); // prettier-ignore
  return { name: new TextDecoder(asked).encoding, confidence: 1, by: 'asked' };
}

/** Drops a row that is cut off at the end of the sample: it would look damaged. */
function upToLineEnd(text: string): string {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return end < 0 ? text : text.slice(0, end + 1);
}

type About = Pick<FileReading, 'file' | 'format' | 'formatBy'> & Partial<FileReading>;

/** Plans how rows become records: the columns, their roles, and the meaning of labels. */
export function planRows(
  rows: readonly RawRow[],
  about: About,
  whole: boolean,
  options: ReadOptions,
): Omit<Plan, 'parser' | 'encoding'> {
  const columns = FORMAT_FACTS[about.format].columns;
  const asked = Object.values(options.fields).filter((name) => name !== undefined && name !== '');
  const header = columns === 'header' ? headerOf(tableRows(rows), asked, options.header) : undefined;
  const ragged = about.format === 'xlsx' || about.format === 'ods';
  const names = header
    ? widened(header.names, rows, ragged)
    : ((columns as readonly string[] | undefined) ?? fieldNames(rows));
  const skipped = new Set([
    ...(header?.line === undefined ? [] : [header.line]),
    ...(header?.skipped ?? []).map(({ line }) => line),
  ]);
  const written = header?.line === undefined ? undefined : rows.find(({ line }) => line === header.line)?.cells;
  const headerCells = written && written.length > 1 ? written : undefined;
  const body = rows.filter((row) => row.error === undefined && !isNone(row, { skipped, header: headerCells }));
  const fixed = Array.isArray(columns) ? fixedRoles(columns as readonly string[]) : undefined;
  const mapping: LabelMapping | undefined = options.labels && new Map(Object.entries(options.labels));
  const sample = body.slice(0, ROWS);
  const usable = header
    ? sample.flatMap((row) => fitting(row, names, ragged))
    : sample.map((row) => (row.fields ? names.map((_, at) => cellIn(row, names, at)) : (row.cells ?? [])));
  const chosen = chooseColumns(names, usable, fixed ? { ...fixed, ...options.fields } : options.fields, {
    mapping,
    questions: header?.questions,
  });
  if (chosen.missing.length > 0 && names.length > 0) throw noColumn(chosen.missing, names, about.file);
  const labels = chosen.roles.label === undefined ? undefined : labelCounts(body, names, chosen.roles.label);
  const asks = chosen.asks ?? header?.questions;
  const meaning = labels && labelMeaning((asks ?? names)[chosen.roles.label!], labels.keys(), mapping);
  const form: RecordForm = {
    names,
    roles: chosen.roles,
    skipped,
    header: headerCells,
    ragged,
    questions: asks,
    meaning,
    classes: options.classes,
    places: options.places,
    anyLanguage: options.anyLanguage,
  };
  return { reading: readingOf(rows, body, about, whole, { header, chosen, names, labels, form }), form };
}

/** The cells of a row that has as many as there are columns. */
function fitting(row: RawRow, names: readonly string[], ragged: boolean): (readonly string[])[] {
  if (ragged) return [row.cells ?? []];
  const cells = cellsOf(row, { names, ragged });
  return typeof cells === 'string' ? [] : [cells];
}

const tableRows = (rows: readonly RawRow[]) =>
  rows.slice(0, HEADER_ROWS).map(({ line, cells = [], error }) => ({ line, cells, error }));

/** Cells beside the header of a sheet have columns, too. */
function widened(names: readonly string[], rows: readonly RawRow[], ragged: boolean): readonly string[] {
  if (!ragged) return names;
  const width = rows.reduce((most, { cells = [] }) => Math.max(most, cells.length), names.length);
  return Array.from({ length: Math.min(width, MOST_NAMES) }, (_, i) => names[i] ?? `column ${i + 1}`);
}

/** The fields of many records, those of the first one first. */
function fieldNames(rows: readonly RawRow[]): string[] {
  const names = new Set<string>();
  for (const { fields } of rows.slice(0, 10 * ROWS)) {
    for (const name of fields?.keys() ?? []) if (name !== '' && names.size < MOST_NAMES) names.add(name);
  }
  return [...names];
}

function fixedRoles(columns: readonly string[]) {
  const named = (name: string) => (columns.includes(name) ? name : '');
  const date = named('time') || named('date');
  return { text: 'text', group: named('speaker') || named('from'), date, label: named('label'), id: '' };
}

function labelCounts(rows: readonly RawRow[], names: readonly string[], at: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const { cells } = row;
    if (cells && cells.length < names.length && cells[at] === undefined) continue;
    const value = cellIn(row, names, at);
    if (value.trim() !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

interface Found {
  readonly header?: HeaderReading;
  readonly chosen: ChosenColumns;
  readonly names: readonly string[];
  readonly labels?: ReadonlyMap<string, number>;
  readonly form: RecordForm;
}

function readingOf(
  rows: readonly RawRow[],
  body: readonly RawRow[],
  about: About,
  whole: boolean,
  { header, chosen, names, labels, form }: Found,
): FileReading {
  const isTable = header !== undefined;
  const wrong = rows.flatMap(({ line, error, cells }) => {
    if (error !== undefined) return [{ line, error }];
    if (!isTable || form.ragged || !cells || isNone({ line, cells }, form)) return [];
    const found = cellsOf({ line, cells }, form);
    return typeof found === 'string' ? [{ line, error: found }] : [];
  });
  const languages: Record<string, number> = {};
  for (const row of body.slice(0, LANGUAGE_ROWS)) {
    const { text } = chosen.roles;
    const value = row.text ?? (text === undefined ? '' : cellIn(row, names, text));
    const language = languageOf(value);
    if (language !== undefined) languages[language] = (languages[language] ?? 0) + 1;
  }
  return {
    ...about,
    ...(header && { header: header.line ?? 0 }),
    columns: chosen.columns,
    roles: chosen.roles,
    sure: names.length === 0 || chosen.sure,
    ...(labels && { labels: labelReading(names[chosen.roles.label!], labels, form) }),
    skipped: header?.skipped ?? [],
    rows: body.length + rows.filter(({ error }) => error !== undefined).length,
    errors: wrong.length,
    damaged: wrong.slice(0, LISTED_DAMAGE),
    languages,
    otherLanguages: Object.fromEntries(Object.entries(languages).filter(([name]) => !isReadLanguage(name))),
    whole,
  };
}

function labelReading(column: string, counts: ReadonlyMap<string, number>, form: RecordForm): LabelReading {
  const sorted = [...counts].filter(([value]) => !form.meaning?.none(value)).sort((a, b) => b[1] - a[1]);
  const all = sorted.map(([value, rows]) => {
    const label = classOf(value, form);
    return { value, rows, ...(label !== undefined && { label }) };
  });
  const unknown = all.filter(({ label }) => label === undefined).reduce((sum, { rows }) => sum + rows, 0);
  return {
    column,
    scale: form.meaning?.scale ?? '',
    values: all.slice(0, LISTED_LABELS),
    more: Math.max(0, all.length - LISTED_LABELS),
    unknown,
  };
}

function noColumn(missing: readonly string[], names: readonly string[], file: string): SaliencyError {
  const [name] = missing;
  const there = names.slice(0, 30).join(', ') + (names.length > 30 ? ', …' : '');
  return new SaliencyError(
    `There is no column “${name}” in ${file || 'standard input'}. There are: ${there}.`,
    'no-such-column',
    {
      column: name,
      columns: names,
      file,
    },
  );
}

/** The same plan with a label's meaning by all values of the column, where only some were looked at first. */
export function withLabels(plan: Plan, counts: ReadonlyMap<string, number>, options: ReadOptions): Plan {
  const at = plan.form.roles.label;
  if (at === undefined) return plan;
  const mapping: LabelMapping | undefined = options.labels && new Map(Object.entries(options.labels));
  const meaning: LabelMeaning = labelMeaning((plan.form.questions ?? plan.form.names)[at], counts.keys(), mapping);
  const form = { ...plan.form, meaning };
  return {
    ...plan,
    form,
    reading: { ...plan.reading, labels: labelReading(plan.form.names[at], counts, form), whole: true },
  };
}
