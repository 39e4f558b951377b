import { isKnownName, rankOfTextName } from '../columns/names';
import { isOfTool } from './json-exports';

type Values = Readonly<Record<string, unknown>>;
type Key = string | number;

/** One record of a document: its value and the way to it, or its fields where the document has them by column. */
export interface ShapedRow {
  readonly value: unknown;
  readonly path: readonly Key[];
  /** Where each field is, for a record whose fields are in different places of the file: in pandas's columns. */
  readonly fields?: ReadonlyMap<string, readonly Key[]>;
  /** For lists by key: the key of the list that the record is from. */
  readonly key?: string;
}

export interface ShapedDocument {
  /** For people: `a list`, `pandas columns`, … */
  readonly shape: string;
  readonly rows: readonly ShapedRow[];
}

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): boolean => value === null || typeof value !== 'object';

/** What is beside the records and is none: descriptions of columns, people, pages. */
const BESIDE: ReadonlySet<string> = new Set(['schema', 'includes', 'meta', 'metadata', 'errors', 'columns', 'fields', 'users', 'tags', 'links', 'pagination']); // prettier-ignore

/** Lists are looked for down to this depth. */
const DEEPEST = 6;

/** Where the records of a JSON document are, in every usual shape. */
export function shapeOf(root: unknown): ShapedDocument {
  if (Array.isArray(root)) return listShape(root, []);
  if (!isValues(root)) return { shape: 'a value', rows: [{ value: root, path: [] }] };
  return (
    splitShape(root) ??
    seriesShape(root) ??
    columnShape(root) ??
    listsByKey(root) ??
    wrappedShape(root) ??
    indexShape(root) ??
    innerIndex(root) ?? { shape: 'one object', rows: [{ value: root, path: [] }] }
  );
}

function listShape(list: readonly unknown[], path: readonly Key[]): ShapedDocument {
  // Reddit's page of a post: a list of the post's listing and that of its comments.
  if (list.length > 0 && list.every(isListing)) {
    const rows = list.flatMap((listing, i) => children(listing, [...path, i]));
    return { shape: 'Reddit listings', rows };
  }
  // pandas "values": a list of lists; the first one may have the names.
  if (list.length > 1 && list.every((row) => Array.isArray(row) && row.every(isScalar)))
    return valuesShape(list as readonly (readonly unknown[])[], path);
  const inner = pagesIn(list);
  if (inner !== undefined) return pagesShape(list, path, inner);
  return { shape: 'a list', rows: list.map((value, i) => ({ value, path: [...path, i] })) };
}

/**
 * The key of the lists of records that the elements of a list have, as the pages of an answer do: [{"page": 1, "reviews":
 * […]}, …]. Undefined where the elements are records themselves.
 */
export function pagesIn(list: readonly unknown[]): string | undefined {
  const some = list.slice(0, 20).filter(isValues);
  if (some.length === 0 || some.length < Math.min(list.length, 20) || textRank(some, 1) > 0 || some.some(isOfTool)) return undefined; // prettier-ignore
  const keys = new Set(some.flatMap((value) => Object.keys(value).filter((key) => !BESIDE.has(key) && isRecords(value[key])))); // prettier-ignore
  return keys.size === 1 ? [...keys][0] : undefined;
}

const isRecords = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.slice(0, 20).every((one) => textRank([one], 2) === 2); // prettier-ignore

function pagesShape(list: readonly unknown[], path: readonly Key[], key: string): ShapedDocument {
  const rows = list.flatMap((page, i) => {
    const records = isValues(page) ? page[key] : undefined;
    return Array.isArray(records)
      ? records.map((value: unknown, k): ShapedRow => ({ value, path: [...path, i, key, k] }))
      : [];
  });
  return { shape: `lists in “${[...path, key].join('.')}”`, rows };
}

interface Listing {
  readonly kind: 'Listing';
  readonly data: { readonly children: readonly unknown[] };
}

const isListing = (value: unknown): value is Listing =>
  isValues(value) && value.kind === 'Listing' && isValues(value.data) && Array.isArray(value.data.children);

function children(listing: Listing, path: readonly Key[]): ShapedRow[] {
  return listing.data.children.flatMap((value, i) => {
    const at = [...path, 'data', 'children', i];
    const data = isValues(value) && isValues(value.data) ? value.data : undefined;
    const replies = data && isListing(data.replies) ? children(data.replies, [...at, 'data', 'replies']) : [];
    const own = data ? { ...(value as Values), data: { ...data, replies: undefined } } : value;
    return [{ value: own, path: at }, ...replies];
  });
}

function valuesShape(list: readonly (readonly unknown[])[], path: readonly Key[]): ShapedDocument {
  const [first, ...rest] = list;
  const named =
    first.every((name) => typeof name === 'string') &&
    new Set(first).size === first.length &&
    rest.every((row) => row.length === first.length);
  const plausible =
    named &&
    first.every((name) => name.length <= 40 && !rest.some((row) => row.includes(name))) &&
    first.some((name) => isKnownName(name));
  const names = plausible ? first.map(String) : first.map((_, i) => `column ${i + 1}`);
  const rows = plausible ? rest : list;
  return {
    shape: 'lists of values',
    rows: rows.map((row, i) => tableRow(names, row, [...path, i + Number(plausible)])),
  };
}

function tableRow(names: readonly string[], row: readonly unknown[], path: readonly Key[]): ShapedRow {
  const value = Object.fromEntries(names.map((name, i) => [name, row[i]]));
  return { value, path, fields: new Map(names.map((name, i) => [name, [...path, i]])) };
}

/** pandas "split": {"columns": [...], "index": [...], "data": [[...]]}. */
function splitShape({ columns, data, header, rows: other }: Values): ShapedDocument | undefined {
  const [names, rows, key] = Array.isArray(data)
    ? [columns ?? header, data as unknown[], 'data']
    : [columns ?? header, other, 'rows'];
  if (!Array.isArray(names) || !Array.isArray(rows) || !names.every((name) => typeof name === 'string'))
    return undefined;
  if (!rows.every(Array.isArray)) return undefined;
  return {
    shape: 'pandas split',
    rows: rows.map((row: readonly unknown[], i) => tableRow(names, row, [key, i])),
  };
}

/** pandas "columns": {"text": {"0": …}, "label": {"0": …}}; or lists: {"text": […], "label": […]}. */
function columnShape(root: Values): ShapedDocument | undefined {
  const entries = Object.entries(root);
  if (entries.length === 0) return undefined;
  if (
    entries.length > 1 &&
    entries.every(([, value]) => Array.isArray(value) && value.length > 0 && value.every(isScalar))
  ) {
    const lists = entries as [string, unknown[]][];
    const { length } = lists[0][1];
    if (lists.every(([, list]) => list.length === length)) return byColumn('lists by column', entries.map(([name]) => name), [...Array(length).keys()], root); // prettier-ignore
  }
  const columns = entries.every(
    ([, value]) => isValues(value) && Object.keys(value).length > 0 && Object.values(value).every(isScalar),
  );
  if (!columns) return undefined;
  const keys = Object.keys(entries[0][1] as Values);
  const same = entries.every(
    ([, value]) =>
      Object.keys(value as Values).length === keys.length && keys.every((key) => Object.hasOwn(value as Values, key)),
  );
  if (!same) return undefined;
  // By column the inner keys are those of rows, 0, 1, 2; by row they are names.
  const known = (names: readonly string[]) => names.filter(isKnownName).length;
  const [outer, inner] = [known(entries.map(([name]) => name)), known(keys)];
  const numbered = keys.every((key) => /^\d+$/.test(key));
  const outerNumbered = entries.every(([key]) => /^\d+$/.test(key));
  const byRow = outer === inner ? outerNumbered || entries.length >= keys.length : inner > outer;
  if (!numbered && byRow) return undefined;
  return byColumn(
    'pandas columns',
    entries.map(([name]) => name),
    keys,
    root,
  );
}

/** A pandas series: {"0": "…", "1": "…"}. */
function seriesShape(root: Values): ShapedDocument | undefined {
  const entries = Object.entries(root);
  const isSeries =
    entries.length > 1 && entries.every(([key, value]) => /^\d+$/.test(key) && typeof value === 'string');
  return isSeries
    ? { shape: 'a pandas series', rows: entries.map(([key, value]) => ({ value, path: [key] })) }
    : undefined;
}

/** Lists of the same kind under several keys: {"train": […], "test": […]}, reviews by product. */
function listsByKey(root: Values): ShapedDocument | undefined {
  const entries = Object.entries(root).filter(([, value]) => Array.isArray(value) && value.length > 0) as [string, unknown[]][]; // prettier-ignore
  if (entries.length < 2 || entries.length < Object.keys(root).length / 2) return undefined;
  if (entries.some(([key, list]) => BESIDE.has(key) || !list.every(isValues))) return undefined;
  const fields = (list: readonly unknown[]) => Object.keys(list[0] as Values);
  const shared = fields(entries[0][1]).filter((name) => entries.every(([, list]) => fields(list).includes(name)));
  if (!shared.some((name) => rankOfTextName(name) === 2)) return undefined;
  return {
    shape: 'lists by key',
    rows: entries.flatMap(([key, list]) => list.map((value, i) => ({ value, path: [key, i], key }))),
  };
}

function byColumn(shape: string, names: readonly string[], keys: readonly Key[], root: Values): ShapedDocument {
  const cell = (name: string, key: Key) => (root[name] as Readonly<Record<Key, unknown>>)[key];
  const rows = keys.map((key): ShapedRow => ({
    value: Object.fromEntries(names.map((name) => [name, cell(name, key)])),
    path: [names[0], key],
    fields: new Map(names.map((name) => [name, [name, key]])),
  }));
  return { shape, rows };
}

/** How surely objects hold texts, by the names of their fields down to a depth: 2 one is called so, 1 in part, 0 none. */
function textRank(list: readonly unknown[], depth = 3): number {
  const rankOf = (value: unknown, down: number): number => {
    if (!isValues(value) || down === 0) return 0;
    return Math.max(0, ...Object.entries(value).map(([name, inner]) => typeof inner === 'string' && inner !== '' ? rankOfTextName(name) : rankOf(inner, down - 1))); // prettier-ignore
  };
  return Math.max(0, ...list.slice(0, 20).map((value) => rankOf(value, depth)));
}

/** Of two lists, one of records is worth more than a longer one of something else. */
const WORTH = [1, 8, 16] as const;

/** An object around the rows: the longest list of objects in it, as deep as it lies. */
function wrappedShape(root: Values): ShapedDocument | undefined {
  if (isListing(root)) return { shape: 'Reddit listings', rows: children(root, []) };
  let best: { list: readonly unknown[]; path: readonly Key[]; worth: number } | undefined;
  const look = (value: unknown, path: readonly Key[]): void => {
    if (path.length > DEEPEST) return;
    if (Array.isArray(value)) {
      const objects = value.filter((one) => isValues(one) || (typeof one === 'string' && value.length > 1)).length;
      // Of lists of equal length the outer one: tokens and labels lie in rows.
      const worth = (value.some(isValues) ? 2 * objects : objects) * WORTH[textRank(value)];
      if (
        objects === value.length &&
        objects > 0 &&
        (best === undefined || worth > best.worth * (path.length > best.path.length ? 4 : 1))
      )
        best = { list: value, path, worth };
      return;
    }
    if (!isValues(value)) return;
    for (const [key, inner] of Object.entries(value)) if (!BESIDE.has(key)) look(inner, [...path, key]);
  };
  look(root, []);
  if (!best) return undefined;
  const { list, path } = best;
  // Things about one record, not records: a text beside a list of tags.
  const answers = ['code', 'status', 'ok', 'success', 'errno', 'ret'].some((key) => Object.hasOwn(root, key));
  const own = answers ? /^(text|content|review|body|comment|评论|内容|文本)$/i : /^(text|content|review|body|comment|message|评论|内容|文本)$/i; // prettier-ignore
  if (Object.entries(root).some(([key, value]) => typeof value === 'string' && own.test(key))) return undefined;
  const inner = listShape(list, path);
  return { ...inner, shape: inner.shape === 'a list' ? `a list in “${path.join('.')}”` : inner.shape };
}

/** pandas "index", and objects by id: {"0": {"text": …}, "1": {…}}. */
function indexShape(root: Values): ShapedDocument | undefined {
  const entries = Object.entries(root);
  if (entries.length < 2 || !entries.every(([, value]) => isValues(value))) return undefined;
  const first = Object.keys(entries[0][1] as Values);
  const shared = entries.every(([, value]) => first.some((key) => Object.hasOwn(value as Values, key)));
  return shared
    ? { shape: 'objects by key', rows: entries.map(([key, value]) => ({ value, path: [key] })) }
    : undefined;
}

/** Objects by id in an object around them: {"reviews": {"-Nabc": {"text": …}, …}}. */
function innerIndex(root: Values): ShapedDocument | undefined {
  for (const [key, value] of Object.entries(root)) {
    const inner = isValues(value) && !BESIDE.has(key) ? indexShape(value) : undefined;
    const named = inner?.rows.some(({ value: row }) =>
      Object.keys(row as Values).some((name) => rankOfTextName(name) === 2),
    );
    if (inner && named) return { ...inner, rows: inner.rows.map((row) => ({ ...row, path: [key, ...row.path] })) };
  }
  return undefined;
}
