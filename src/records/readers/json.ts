import { chooseFields, type FieldNames, type Fields } from '../fields';
import { LineSplitter, TOO_LONG } from '../lines';
import { damageOf, recordOf, type ChosenFields, type RecordReader, type SourceRecord } from '../record';
import { fieldsOf, valueAt } from './json-paths';
import { JsonValues, type JsonText } from './json-values';

const SAMPLE_VALUES = 100;
const SAMPLE_CHARACTERS = 2 ** 20;
/** Rows that whoever chooses fields by hand is shown. */
const FEW = 20;

interface Value {
  readonly line: number;
  readonly value?: unknown;
  readonly error?: string;
  readonly length: number;
}

/** Where a cut of the source into JSON values comes from. */
interface Cut {
  push(text: string): JsonText[];
  end(): JsonText[];
}

/** NDJSON, or a JSON document: one object a record, or a text alone. Fields are named by dotted paths. */
export class JsonReader implements RecordReader {
  private readonly cut: Cut;
  private sample: Value[] = [];
  private sampled = 0;
  private paths?: FieldNames;
  chosen?: ChosenFields;

  constructor(
    private readonly asked: FieldNames,
    kind: 'ndjson' | 'json',
  ) {
    this.cut = kind === 'json' ? new JsonValues() : ndjsonCut();
    // Nothing to guess: rows go on as they come.
    if (asked.text !== undefined) this.paths = { ...asked, id: asked.id ?? 'id', label: asked.label ?? 'label' };
  }

  push(text: string): SourceRecord[] {
    return this.take(this.cut.push(text));
  }

  end(): SourceRecord[] {
    const found = this.take(this.cut.end());
    return this.paths ? found : [...found, ...this.choose()];
  }

  private take(texts: readonly JsonText[]): SourceRecord[] {
    return texts.flatMap(parsed).flatMap((value) => {
      if (this.paths) return this.record(value, this.paths);
      this.sample.push(value);
      this.sampled += value.length;
      const isEnough = this.sample.length >= SAMPLE_VALUES || this.sampled > SAMPLE_CHARACTERS;
      return isEnough || hasText(value) ? this.choose() : [];
    });
  }

  private choose(): SourceRecord[] {
    const maps = this.sample.map(({ value }) => fieldsOf(value));
    const names = [...new Set(maps.flatMap((map) => [...map.keys()]))];
    const rows = maps.map((map) => names.map((name) => map.get(name) ?? ''));
    const fields = chooseFields(names, rows, this.asked);
    const paths = pathsOf(names, fields, this.asked);
    this.chosen = { names, fields, sample: rows.slice(0, FEW) };
    this.paths = paths;
    const found = this.sample.map((value) => this.record(value, paths));
    this.sample = [];
    return found;
  }

  private record({ line, value, error }: Value, paths: FieldNames): SourceRecord {
    if (error !== undefined) return { line, error };
    if (typeof value === 'string') return recordOf(line, value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return { line, error: 'It is neither an object nor a text.' };
    }
    const field = (path: string | undefined) => {
      const found = path === undefined ? undefined : valueAt(value, path);
      return typeof found === 'string' || typeof found === 'number' ? found : undefined;
    };
    const [id, given, group] = [field(paths.id), field(paths.label), field(paths.group)];
    const text = paths.text === undefined ? undefined : valueAt(value, paths.text);
    const where = paths.text === undefined ? 'No field holds texts.' : `There is no text in “${paths.text}”.`;
    return {
      ...(typeof text !== 'string' ? { line, error: where } : readable(line, text)),
      ...(id !== undefined && { id }),
      ...(given !== undefined && { given: String(given) }),
      ...(group !== undefined && { group: String(group) }),
    };
  }
}

/** Half of a surrogate pair that JSON itself escapes is a character like others; bytes that were lost are none. */
function readable(line: number, text: string): SourceRecord {
  return text.trim() === '' ? { line, error: 'There is no text.' } : { line, text };
}

function parsed({ line, json, tooLong }: JsonText): Value[] {
  const { length } = json;
  if (tooLong) return [{ line, error: TOO_LONG, length: 0 }];
  const error = damageOf(json) ?? (json.trim() === '' ? 'There is no text.' : undefined);
  if (error !== undefined) return [{ line, error, length }];
  try {
    return [{ line, value: JSON.parse(json) as unknown, length }];
  } catch {
    return [{ line, error: 'It is not JSON.', length }];
  }
}

/** The plainest case, in which nothing need be gathered: a field called `text`. */
function hasText({ value }: Value): boolean {
  return typeof value === 'object' && value !== null && typeof valueAt(value, 'text') === 'string';
}

function pathsOf(names: readonly string[], fields: Fields | undefined, asked: FieldNames): FieldNames {
  const at = (field: number | undefined) => (field === undefined ? undefined : names[field]);
  const id = asked.id ?? (names.includes('id') ? 'id' : at(fields?.id));
  const label = asked.label ?? at(fields?.label);
  return { text: at(fields?.text) ?? asked.text, id, label, group: asked.group ?? at(fields?.group) };
}

function ndjsonCut(): Cut {
  const lines = new LineSplitter();
  const texts = (found: ReturnType<LineSplitter['end']>) =>
    found.map(({ number, text, tooLong }) => ({ line: number, json: text, tooLong }));
  return { push: (text) => texts(lines.push(text)), end: () => texts(lines.end()) };
}
