import type { FieldNames } from './fields';
import { DelimitedReader } from './readers/delimited';
import { JsonReader } from './readers/json';
import { MarkdownReader } from './readers/markdown';
import { LineReader, ParagraphReader, type TextUnit } from './readers/text';
import type { RecordReader } from './record';

/** What sources are read as. */
export const FORMATS = ['ndjson', 'csv', 'tsv', 'text', 'json', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

/** How a source is read. */
export interface ReadOptions {
  /** Left out: by the name, else by the first bytes. */
  readonly format?: Format;
  readonly fields: FieldNames;
  /** What one record of a plain text is. */
  readonly unit: TextUnit;
}

const BY_ENDING: Readonly<Record<string, Format>> = {
  ...{ ndjson: 'ndjson', jsonl: 'ndjson', csv: 'csv', tsv: 'tsv', tab: 'tsv', json: 'json' },
  ...{ md: 'markdown', markdown: 'markdown', txt: 'text', text: 'text', log: 'text' },
};

/** By the ending of a file's name, be it packed (`.gz`) or not. */
export function formatOfName(name: string): Format | undefined {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1].toLowerCase() ?? '';
  return Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined;
}

/** By how the text begins: a JSON object a line, a JSON array, a table with a name we know in its first line, or text. */
export function formatOfText(beginning: string): Format {
  const start = beginning.trimStart();
  const first = /^[^\r\n]*/.exec(start)![0];
  if (start.startsWith('[')) return 'json';
  if (start.startsWith('{')) return isObject(first) || first.trim() !== '{' ? 'ndjson' : 'json';
  const known = /^"?(id|text|review|content|comment|label|sentiment|body|sentence|评论|内容|文本|标签)"?$/i;
  for (const [delimiter, format] of [
    [',', 'csv'],
    ['\t', 'tsv'],
  ] as const) {
    const cells = first.split(delimiter);
    if (cells.length > 1 && cells.some((cell) => known.test(cell.trim()))) return format;
  }
  return 'text';
}

export function readerFor(format: Format, { fields, unit }: ReadOptions): RecordReader {
  switch (format) {
    case 'csv':
      return new DelimitedReader(fields);
    case 'tsv':
      return new DelimitedReader(fields, '\t');
    case 'ndjson':
    case 'json':
      return new JsonReader(fields, format);
    case 'markdown':
      return new MarkdownReader();
    case 'text':
      return unit === 'line' ? new LineReader() : new ParagraphReader(unit);
  }
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
