import { Decoder } from './decoder';
import { textScore } from './fields';
import { formatOfName, formatOfText, readerFor, type Format, type ReadOptions } from './format';
import type { ChosenFields, RecordReader } from './record';
import type { Source } from './source';
import { unpacked } from './unpack';

/** What a source looks like before it is read, for whoever is to choose how. Plain JSON. */
export interface Preview {
  readonly format: Format;
  /** Of tables and JSON, those that look most like text first. */
  readonly fields: readonly FieldPreview[];
  /** Names of the fields that would be taken. */
  readonly text?: string;
  readonly label?: string;
  readonly group?: string;
  /** False: another field looks nearly as much like text, or none looks like it. Whoever can ask should. */
  readonly sure: boolean;
}

export interface FieldPreview {
  readonly name: string;
  /** What stands there in the first row that has something, up to 200 characters. */
  readonly example: string;
}

/** Bytes that are looked at, at most. */
const LOOK = 2 ** 18;
/** A field is surely the text if it scores so many times as much as any other. */
const CLEARLY = 1.4;

/** Reads the beginning of a source and says what its fields are. Never throws for what stands in it. */
export async function previewOf(source: Source, reading: ReadOptions): Promise<Preview> {
  const text = await beginning(source);
  const format = reading.format ?? formatOfName(source.name) ?? formatOfText(text);
  // As if nothing was asked for: what was is offered among the others.
  const reader: RecordReader = readerFor(format, { ...reading, fields: {} });
  reader.push(text);
  reader.end();
  const { chosen } = reader;
  return chosen ? ofFields(format, chosen) : { format, fields: [], sure: true };
}

async function beginning(source: Source): Promise<string> {
  const decoder = new Decoder();
  let text = '';
  let seen = 0;
  for await (const bytes of unpacked(source.bytes())) {
    text += decoder.push(bytes);
    seen += bytes.length;
    // What is cut off in the middle is no row: it would look damaged.
    if (seen >= LOOK) return text.slice(0, text.lastIndexOf('\n') + 1) || text;
  }
  return text + decoder.end();
}

function ofFields(format: Format, { names, fields, sample }: ChosenFields): Preview {
  const scored = names
    .map((name, at) => {
      const values = sample.map((row) => row[at] ?? '');
      const example = values.find((value) => value.trim() !== '') ?? '';
      return { name, example: example.slice(0, 200), score: textScore(name, values) };
    })
    .sort((a, b) => b.score - a.score);
  const named = (at: number | undefined) => (at === undefined ? undefined : names[at]);
  const text = named(fields?.text);
  const [first, second] = scored;
  const sure = text !== undefined && (second === undefined || first.score >= CLEARLY * second.score);
  return {
    format,
    fields: scored.map(({ name, example }) => ({ name, example })),
    ...(text !== undefined && { text }),
    ...(fields?.label !== undefined && { label: named(fields.label)! }),
    ...(fields?.group !== undefined && { group: named(fields.group)! }),
    sure,
  };
}
