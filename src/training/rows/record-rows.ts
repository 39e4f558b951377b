import { isDegree } from '../../records/labels/degree';
import { columnOf, type FileReading } from '../../records/reading';
import type { SourceRecord } from '../../records/record';
import { SaliencyError } from '../../shared/saliency-error';
import type { Row } from './row';

/** A record with a text, before anything is decided about its label. */
export interface RecordRow extends Omit<Row, 'label'> {
  /** The label as written; `label` is the class that it means. */
  readonly given?: string;
  readonly givenLabel?: string;
  readonly otherLanguage?: string;
  /** For errors: `reviews.csv, line 12`. */
  readonly where: string;
  /** The place as data; absent for rows that do not come from a file. */
  readonly place?: { readonly file: string; readonly line: number };
}

/** The row of a record; undefined if it has no text. */
export function rowOfRecord(record: SourceRecord, file: string): RecordRow | undefined {
  const { text, given, givenLabel, otherLanguage, line } = record;
  if (text === undefined) return undefined;
  return {
    text,
    fields: fieldsOfRecord(record),
    given,
    givenLabel,
    otherLanguage,
    where: `${file}, line ${line}`,
    place: { file, line },
  };
}

/** All columns of a record: values of JSON as they are written, or the cells of a table. */
export function fieldsOfRecord({
  value,
  columns = [],
  cells = [],
  text,
}: SourceRecord): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  if (columns.length === 0) return { text };
  return Object.fromEntries(columns.map((name, i) => [name, cells[i] ?? '']));
}

/** How the labels of training rows are interpreted. */
export type LabelKind = 'classes' | 'degrees' | 'as written';

/**
 * How labels are interpreted. They are mapped to classes unless they name the five degrees, or are the person's own:
 * none of them means good or bad, or only one of many does (“neutral” among 28 emotions).
 * @param areSaid whether the person has said what labels mean
 * @throws SaliencyError `unknown-labels` if only some of them are understood
 */
export function labelKind(rows: readonly RecordRow[], readings: readonly FileReading[], areSaid = false): LabelKind {
  const labelled = rows.filter(({ given }) => given !== undefined);
  if (labelled.length > 0 && labelled.every(({ given = '' }) => isDegree(given.trim().toLowerCase()))) return 'degrees';
  const understood = labelled.filter(({ givenLabel }) => givenLabel !== undefined).length;
  if (understood === 0) return 'as written';
  if (understood < labelled.length && !areSaid && fewAreUnderstood(labelled)) return 'as written';
  if (understood < labelled.length) throw unknownLabels(readings);
  return 'classes';
}

/** From this number of different labels on, up to this share of them may be understood by chance. */
const [MANY_LABELS, BY_CHANCE] = [5, 0.25];

function fewAreUnderstood(labelled: readonly RecordRow[]): boolean {
  const values = new Set(labelled.map(({ given }) => given));
  const known = new Set(labelled.flatMap(({ given, givenLabel }) => (givenLabel === undefined ? [] : [given])));
  return values.size >= MANY_LABELS && known.size <= BY_CHANCE * values.size;
}

/** Rows to train on. @throws SaliencyError `bad-row` at the first one without a label */
export function trainingRows(rows: readonly RecordRow[], kind: LabelKind, readings: readonly FileReading[]): Row[] {
  const named = readings.map((reading) => columnOf(reading, 'label')).find((name) => name !== undefined);
  return rows.map(({ text, fields, given, givenLabel, where }) => {
    if (given === undefined) {
      const column = named === undefined ? 'there is no column of labels: name it with --label-field' : `there is an empty label in “${named}”: give the row one, or leave such rows out with --where ${named}=*`; // prettier-ignore
      throw new SaliencyError(`${where}: ${column}.`, named === undefined ? 'no-such-column' : 'bad-row');
    }
    const label = kind === 'as written' ? given : kind === 'degrees' ? given.trim().toLowerCase() : givenLabel;
    if (label === undefined) throw unknownLabels(readings);
    return { text, label, fields };
  });
}

/** The error for labels that are not understood: it names the values and how the person can say what they mean. */
export function unknownLabels(readings: readonly FileReading[]): SaliencyError {
  const found = readings.flatMap(({ labels, file }) => (labels && labels.unknown > 0 ? [{ ...labels, file }] : []));
  const [first] = found;
  const unknown = first?.values.filter(({ label }) => label === undefined) ?? [];
  const values = unknown.slice(0, 12).map(({ value, rows }) => `${value} (${rows})`);
  const more = unknown.length > 12 || (first?.more ?? 0) > 0 ? ', …' : '';
  const example = unknown.slice(0, 2).map(({ value }, i) => `${value}=${i === 0 ? 'negative' : 'positive'}`).join(','); // prettier-ignore
  return new SaliencyError(
    `${first?.file ?? 'The file'}: it is not clear what these labels in “${first?.column ?? ''}” mean: ${values.join(', ')}${more}. Say it with --labels, as in --labels "${example}"; a label with nothing behind = is left out.`,
    'unknown-labels',
    { column: first?.column ?? '', labels: unknown.map(({ value }) => value) },
  );
}
