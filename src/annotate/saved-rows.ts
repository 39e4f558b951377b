import { SaliencyError } from '../shared/saliency-error';
import type { BatchResult } from '../shared/protocol/batch';
import { Decoder } from '../records/bytes/decoder';
import { LineSplitter } from '../records/lines';
import type { AnnotatedRow } from './row';
import type { Source } from '../records/source';
import { unpacked } from '../records/bytes/unpack';

/** A row of results as it was saved. */
export type SavedRow = AnnotatedRow;

/**
 * The rows of a file of results (NDJSON, also gz), some at a time.
 *
 * @param torn the last line may be cut off: a run was ended in the middle of it
 * @throws SaliencyError `not-rows` with the line that is no row of Saliency
 */
export async function* savedRows(source: Source, torn = false): AsyncGenerator<readonly SavedRow[]> {
  const decoder = new Decoder('utf-8');
  const lines = new LineSplitter();
  for await (const bytes of unpacked(source.bytes())) {
    const rows = lines.push(decoder.push(bytes)).map(({ number, text }) => rowIn(text, number, source));
    if (rows.length > 0) yield rows;
  }
  const rest = [...lines.push(decoder.end()), ...lines.end()];
  if (torn) return;
  if (rest.length > 0) yield rest.map(({ number, text }) => rowIn(text, number, source));
}

function rowIn(text: string, line: number, { name }: Source): SavedRow {
  const row = parsed(text);
  if (isRow(row)) return row;
  throw new SaliencyError(`${name}, line ${line}: this is no row that Saliency has written.`, 'not-rows', {
    file: name,
    line,
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Only the fields that code here relies on; the JSON Schema of a row has all of them. */
function isRow(value: unknown): value is SavedRow {
  if (typeof value !== 'object' || value === null) return false;
  const { row, line, error, text, label, model, probabilities, words } = value as Record<string, unknown>;
  if (typeof row !== 'number' || (line !== undefined && typeof line !== 'number')) return false;
  if (typeof error === 'string') return true;
  if (words !== undefined && !(Array.isArray(words) && words.every(isWord))) return false;
  const chances = typeof probabilities === 'object' && probabilities !== null ? Object.values(probabilities) : [];
  return (
    [text, label, model].every((each) => typeof each === 'string') &&
    chances.length > 0 &&
    chances.every((each) => typeof each === 'number') &&
    Object.hasOwn(probabilities as object, label as string)
  );
}

function isWord(value: unknown): boolean {
  const { text, start, end, score } = (value ?? {}) as Record<string, unknown>;
  return typeof text === 'string' && [start, end, score].every((each) => typeof each === 'number');
}

/** The answer of a saved row, without its place. */
export function answerOf(saved: SavedRow): BatchResult {
  if ('error' in saved) return { error: saved.error.replace(/^Line \d+: /, ''), code: 'bad-row' };
  const answer = Object.entries(saved).filter(([key]) => !PLACE.has(key));
  return Object.fromEntries(answer) as unknown as BatchResult;
}

/** The fields of a row beside its answer. */
const PLACE: ReadonlySet<string> = new Set([
  'row',
  'id',
  'file',
  'line',
  'at',
  'given',
  'givenLabel',
  'group',
  'date',
  'otherLanguage',
  'cells',
]);
