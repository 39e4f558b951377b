import { fileErrorText } from '../shared/file-errors';
import type { FileErrorId } from '../shared/strings/file-errors';
import { SaliencyError } from '../shared/saliency-error';
import { filesIn, isZip, type ArchiveFiles } from './bytes/archive';
import { Decoder } from './bytes/decoder';
import { gathered, peek } from './bytes/peek';
import { unpacked } from './bytes/unpack';
import { isWrapped } from './formats/json-wrapper';
import { ENDINGS } from './formats/table';
import { treeBytes, treeEncoding, treeIn } from './acl-imdb';
import { isReadable, withoutAbout } from './members';
import type { FileReading, ReadOptions } from './reading';
import type { RawRow, SourceRecord } from './record';
import { isNone, recordsFrom } from './record-maker';
import { encodingOf, planText, withLabels, type Plan } from './survey';
import { damaged, flatWorkbook, openWorkbook, sheetsIn, type OpenSource } from './workbook';

type Bytes = Uint8Array<ArrayBuffer>;

/** A source of bytes: a file, standard input, or a member of an archive. */
export interface Source {
  /** As people know it: a file's name; empty for standard input. */
  readonly name: string;
  /** True: it can be read only once, like a pipe. */
  readonly once?: boolean;
  bytes(): AsyncIterable<Bytes>;
}

/** The number of bytes from which it is detected how a source is read: all of most files, less of pipes, which may never end. */
const SAMPLE = 2 ** 24;
const PIPE_SAMPLE = 2 ** 18;
const PATIENCE = 1_000;
const PIECE = 1_000;

/**
 * Opens a source: finds out how it is to be read. An archive is as many sources as it has files that can be read.
 * @throws SaliencyError `unknown-file-kind`, `no-such-column`, `usage`, `unreadable`
 */
export async function* opened(source: Source, options: ReadOptions, depth = 0): AsyncGenerator<OpenSource> {
  const found = { packed: false };
  const stream = guarded(
    source,
    unpacked(source.bytes(), () => (found.packed = true)),
  );
  const begun = await peek(stream, source.once ? PIPE_SAMPLE : SAMPLE, source.once ? PATIENCE : undefined);
  const kind = unreadableKind(begun.beginning);
  if (kind !== undefined) throw notRead(source.name, kind, source.name || 'Standard input');
  if (isZip(begun.beginning)) {
    yield* inArchive(source, await gathered(begun.all()), options, depth);
    return;
  }
  const flat = flatWorkbook(begun.beginning);
  if (flat) {
    const text = new TextDecoder().decode(await gathered(begun.all()));
    yield openWorkbook(source.name, flat.format, () => flat.sheets(text), options);
    return;
  }
  const sample = { file: source.name, ...(found.packed && { packed: 'gzip' as const }), whole: begun.whole };
  let { beginning, whole } = begun;
  let all = () => begun.all();
  if (!whole && !source.once && needsAll(beginning)) {
    beginning = await gathered(begun.all());
    whole = true;
    all = () => once(beginning);
  }
  let plan = planText(beginning, { ...sample, whole }, options);
  if (!whole && !source.once && plan.form.roles.label !== undefined) {
    plan = withLabels(plan, await allLabels(plan, all()), options);
    all = () => guarded(source, unpacked(source.bytes()));
  }
  yield { name: source.name, reading: plan.reading, records: () => textRecords(plan, all()) };
}

/** JSON documents that are not lists can be parsed only as a whole. */
const needsAll = (beginning: Uint8Array): boolean => {
  const start = new TextDecoder().decode(beginning.subarray(0, 2_000)).trimStart();
  if (isWrapped(start)) return true;
  return /^\{\s*"[^"]*"\s*:\s*[[{]/.test(start) && !/^\{.*\}\s*[\r\n]+\s*\{/.test(start);
};

async function* once(bytes: Bytes): AsyncGenerator<Bytes> {
  yield await Promise.resolve(bytes);
}

async function* guarded(source: Source, stream: AsyncIterable<Bytes>): AsyncGenerator<Bytes> {
  try {
    yield* stream;
  } catch (error) {
    throw error instanceof SaliencyError ? error : unreadable(source.name, error);
  }
}

function unreadable(name: string, error: unknown): SaliencyError {
  const reason = error instanceof Error ? error.message : String(error);
  return new SaliencyError(`${name || 'Standard input'} cannot be read on: ${reason}`, 'unreadable', {
    file: name,
    detail: reason,
  });
}

async function* rowsOf(plan: Plan, stream: AsyncIterable<Bytes>): AsyncGenerator<readonly RawRow[]> {
  const [decoder, parser] = [new Decoder(plan.encoding!), plan.parser!()];
  for await (const bytes of stream) {
    const rows = parser.push(decoder.push(bytes));
    if (rows.length > 0) yield rows;
  }
  const rest = [...parser.push(decoder.end()), ...parser.end()];
  if (rest.length > 0) yield rest;
}

async function* textRecords(plan: Plan, stream: AsyncIterable<Bytes>): AsyncGenerator<readonly SourceRecord[]> {
  for await (const rows of rowsOf(plan, stream)) {
    for (let at = 0; at < rows.length; at += PIECE) {
      const records = recordsFrom(rows.slice(at, at + PIECE), plan.form);
      if (records.length > 0) yield records;
    }
  }
}

/** How often each label occurs in the whole source: a file that is sorted by label shows one only at its beginning. */
async function allLabels(plan: Plan, stream: AsyncIterable<Bytes>): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  const [at, name] = [plan.form.roles.label!, plan.form.names[plan.form.roles.label!]];
  for await (const rows of rowsOf(plan, stream)) {
    for (const row of rows) {
      if (row.cells && row.cells.length !== plan.form.names.length) continue;
      const value = row.fields ? row.fields.get(name)?.written : row.cells?.[at];
      if (value === undefined || value === '' || isNone(row, plan.form)) continue;
      const written = String(value);
      if (counts.has(written) || counts.size < 10_000) counts.set(written, (counts.get(written) ?? 0) + 1);
    }
  }
  return counts;
}

async function* inArchive(
  source: Source,
  bytes: Bytes,
  options: ReadOptions,
  depth: number,
): AsyncGenerator<OpenSource> {
  const { name } = source;
  let files: ArchiveFiles;
  let sheets: ReturnType<typeof sheetsIn>;
  try {
    files = filesIn(bytes);
    sheets = sheetsIn(files);
  } catch {
    yield damaged(name, options);
    return;
  }
  if (sheets) {
    yield openWorkbook(name, sheets.format, sheets.sheets, options);
    return;
  }
  const office = files.names.find((file) => /^(word|ppt)\/|^mimetype$/.test(file));
  if (office !== undefined && files.names.includes('[Content_Types].xml')) {
    throw notRead(name, 'office', name);
  }
  const tree = treeIn(files.names);
  if (tree.length > 0) {
    yield* inTree(name, tree, (file) => memberOf(files, file) ?? new Uint8Array(), options);
    return;
  }
  const readable = withoutAbout(
    files.names.filter((file) => !file.endsWith('/') && !/(^|\/)(\.|__MACOSX\/)/.test(file) && isReadable(file)),
  );
  if (readable.length === 0 || depth > 1) {
    throw notRead(name, 'noFileInside', name, ENDINGS.join(', '));
  }
  for (const file of readable) {
    const [path, member] = [`${name}/${file}`, memberOf(files, file)];
    if (member) yield* opened({ name: path, bytes: () => once(member) }, options, depth + 1);
    else yield damaged(path, options);
  }
}

/** A member of an archive; undefined if it is damaged, so that the others are still read. */
function memberOf(files: ArchiveFiles, name: string): Bytes | undefined {
  try {
    return files.bytes(name);
  } catch {
    return undefined;
  }
}

/** Texts in the folders of their labels: a record each. */
async function* inTree(
  name: string,
  paths: readonly string[],
  read: (path: string) => Uint8Array,
  options: ReadOptions,
): AsyncGenerator<OpenSource> {
  const encoding = options.encoding === undefined ? await treeEncoding(paths, read) : encodingOf(new Uint8Array(), options.encoding); // prettier-ignore
  const inner: Source = { name: `${name}.ndjson`, bytes: () => treeBytes(paths, read, encoding.name) };
  for await (const found of opened(inner, { ...options, encoding: undefined }))
    yield { ...found, name, reading: { ...found.reading, file: name, encoding } };
}

/** The error of a file that is not text. */
function unreadableKind(bytes: Uint8Array): FileErrorId | undefined {
  const starts = (...magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'oldOffice';
  if (starts(0x50, 0x41, 0x52, 0x31)) return 'parquet';
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'pdf';
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff) || starts(0x47, 0x49, 0x46, 0x38)) return 'picture';
  if (starts(0x53, 0x51, 0x4c, 0x69, 0x74, 0x65)) return 'database';
  const begins = String.fromCharCode(...bytes.subarray(0, 12));
  if (begins.startsWith('{\\rtf')) return 'office';
  if (/^(\$FL[23]@|<stata_dta>|RDX[23]\n|RD[AB][23]\n)/.test(begins)) return 'statistics';
  if (begins.startsWith('ARROW1')) return 'arrow';
  if (isPacked(bytes, begins)) return 'packed';
  return undefined;
}

/** bzip2, xz, Zstandard, 7z, RAR, tar. */
const isPacked = (bytes: Uint8Array, begins: string): boolean =>
  /^(BZh[1-9]1AY|\xfd7zXZ|\x28\xb5\x2f\xfd|7z\xbc\xaf|Rar!\x1a)/.test(begins) ||
  String.fromCharCode(...bytes.subarray(257, 262)) === 'ustar';

const notRead = (file: string, id: FileErrorId, ...values: readonly string[]): SaliencyError =>
  new SaliencyError(fileErrorText(id, ...values), 'unknown-file-kind', { file });

/** How a source would be read; of an archive its first file. */
export async function firstReading(source: Source, options: ReadOptions): Promise<FileReading> {
  for await (const { reading } of opened(source, options)) return reading;
  throw notRead(source.name, 'nothingIn', source.name);
}

/** Called with how each source is read. */
export type ReadingListener = (reading: FileReading) => void;

/** The records of several sources, one after the other; with more than one (or `named`), each record knows its file. */
export async function* allRecords(
  sources: readonly Source[],
  options: ReadOptions,
  named = sources.length > 1,
  tell?: ReadingListener,
): AsyncGenerator<readonly SourceRecord[]> {
  for (const source of sources) {
    for await (const { name, reading, records } of opened(source, options)) {
      tell?.(reading);
      const known = named || name !== source.name;
      for await (const some of records()) yield known ? some.map((record) => ({ ...record, file: name })) : some;
    }
  }
}
