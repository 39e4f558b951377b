import { rowErrorText } from '../../shared/file-errors';
import { LineSplitter } from '../lines';
import { placeIn } from '../place';
import { damageOf, NO_TEXT, TOO_LONG, type Field, type RawRow, type RowParser } from '../record';
import { recordFields } from './json-exports';
import { spanAt, spansOf, type Spans } from './json-spans';
import { shapeOf } from './json-shapes';
import { JsonValues, type JsonText } from './json-values';
import { unwrappedJson } from './json-wrapper';

/** A document is parsed whole up to this many characters. */
const MOST_OF_A_DOCUMENT = 2 ** 28;
const NOT_JSON = rowErrorText('notJson');

/** A JSON value a line. */
export class NdjsonParser implements RowParser {
  private readonly lines = new LineSplitter();

  push(text: string): RawRow[] {
    return this.lines
      .push(text)
      .flatMap(({ number, text: json, tooLong }) => rowsOf({ line: number, column: 1, json, tooLong }));
  }

  end(): RawRow[] {
    return this.lines
      .end()
      .flatMap(({ number, text: json, tooLong }) => rowsOf({ line: number, column: 1, json, tooLong }));
  }
}

/** The elements of a list, or consecutive values, one at a time. */
export class JsonListParser implements RowParser {
  private readonly values = new JsonValues();

  push(text: string): RawRow[] {
    return this.values.push(text).flatMap(rowsOf);
  }

  end(): RawRow[] {
    return this.values.end().flatMap(rowsOf);
  }
}

/** A document of any other shape, which is held whole. */
export class JsonDocumentParser implements RowParser {
  private readonly pieces: string[] = [];
  private length = 0;

  push(text: string): RawRow[] {
    this.length += text.length;
    if (this.length <= MOST_OF_A_DOCUMENT) this.pieces.push(text);
    return [];
  }

  end(): RawRow[] {
    if (this.length > MOST_OF_A_DOCUMENT)
      return [
        {
          line: 1,
          error: rowErrorText('longDocument', MOST_OF_A_DOCUMENT),
        },
      ];
    const json = unwrappedJson(this.pieces.join(''));
    if (json.trim() === '') return [];
    const damage = damageOf(json);
    const root = damage === undefined ? parsed(json) : undefined;
    // A damaged document is cut into values, so that only the damaged ones are lost.
    if (!root) return cutAnyway(json);
    return documentRows(json, root.value);
  }
}

function cutAnyway(json: string): RawRow[] {
  const values = new JsonValues();
  return [...values.push(json), ...values.end()].flatMap(rowsOf);
}

function parsed(json: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(json) as unknown };
  } catch {
    return withoutNaN(json);
  }
}

/** Python writes NaN and Infinity, which JSON has not. */
function withoutNaN(json: string): { readonly value: unknown } | undefined {
  if (!/NaN|Infinity/.test(json)) return undefined;
  const plain = json.replace(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/gs, (found) =>
    found.startsWith('"') ? found : 'null',
  );
  try {
    return { value: JSON.parse(plain) as unknown };
  } catch {
    return undefined;
  }
}

/** A list of plain values is a row of a table without names. */
function listFields(value: unknown): Map<string, Field> | undefined {
  const isRow =
    Array.isArray(value) && value.length > 1 && value.every((one) => one === null || typeof one !== 'object');
  if (!isRow) return undefined;
  return new Map(
    (value as (string | number | boolean | null)[]).flatMap((written, i) =>
      written === null ? [] : [[`column ${i + 1}`, { written, path: [i] }] as const],
    ),
  );
}

function documentRows(json: string, root: unknown): RawRow[] {
  let spans: Spans;
  const lineStarts = startsOf(json);
  const placeOfPath = (path: readonly (string | number)[]) => {
    spans ??= spansOf(json);
    const found = spanAt(spans, path);
    if (!found) return undefined;
    const [start, end] = [position(lineStarts, found[0]), position(lineStarts, found[1])];
    return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
  return shapeOf(root).rows.flatMap(({ value, path, fields: paths, key }): RawRow[] => {
    const fields = recordFields(value, path);
    if (!fields) return [];
    const own = paths ? withPaths(fields, paths) : fields;
    if (key !== undefined && !own.has('key')) own.set('key', { written: key, path: path.slice(0, 1) });
    const first = paths ? [...paths.values()][0] : firstPath(own, path);
    const line = placeOfPath(first)?.line ?? 1;
    return [rowOf(line, value, own, placeOfPath)];
  });
}

const firstPath = (fields: ReadonlyMap<string, Field>, path: readonly (string | number)[]) => [...fields.values()].find((field) => field.path.length > path.length)?.path ?? path; // prettier-ignore

function withPaths(
  fields: ReadonlyMap<string, Field>,
  paths: ReadonlyMap<string, readonly (string | number)[]>,
): Map<string, Field> {
  return new Map([...fields].map(([name, { written, path }]) => [name, { written, path: paths.get(name) ?? path }]));
}

/** Offsets at which lines begin. */
function startsOf(text: string): number[] {
  const starts = [0];
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  return starts;
}

function position(starts: readonly number[], offset: number) {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - starts[low] + 1 };
}

function rowsOf({ line, column, json, tooLong }: JsonText): RawRow[] {
  if (tooLong) return [{ line, error: TOO_LONG }];
  const error = damageOf(json) ?? (json.trim() === '' ? NO_TEXT : undefined);
  if (error !== undefined) return [{ line, error }];
  const root = parsed(json);
  if (!root) return [{ line, error: NOT_JSON }];
  const fields = listFields(root.value) ?? recordFields(root.value, []);
  if (!fields) return [];
  let spans: Spans;
  return [
    rowOf(line, root.value, fields, (path) => {
      spans ??= spansOf(json);
      const found = spanAt(spans, path);
      return found && placeIn(json, found[0], found[1], line, column);
    }),
  ];
}

function rowOf(
  line: number,
  value: unknown,
  fields: ReadonlyMap<string, Field>,
  placeOfPath: (path: readonly (string | number)[]) => ReturnType<NonNullable<RawRow['place']>>,
): RawRow {
  const place = (of: number | string) => {
    const path = typeof of === 'string' ? fields.get(of)?.path : [];
    return path && placeOfPath(path);
  };
  if (typeof value === 'string')
    return { line, text: value, value, place: () => placeOfPath(fields.get('')?.path ?? []) };
  if (typeof value !== 'object' || value === null || (Array.isArray(value) && fields.size < 2))
    return { line, error: rowErrorText('noValue') };
  return { line, fields, value, place };
}
