import type { RowParser } from '../record';
import { chatStyle, ChatParser } from './chat';
import { dialectOf, type Dialect } from './dialect';
import { JsonDocumentParser, JsonListParser, NdjsonParser } from './json';
import { FastTextParser, LABELLED_LINE } from './fasttext';
import { HtmlTableParser } from './html-table';
import { LineParser, ParagraphParser, UNITS, type TextUnit } from './lines';
import { MarkdownParser } from './markdown';
import { NotebookParser } from './notebook';
import { SPOKEN_COLUMNS, SubtitleParser } from './subtitles';
import { DelimitedParser } from './table-rows';
import { WholeParser } from './whole';

/** What sources are read as. */
export const FORMATS = ['ndjson', 'csv', 'tsv', 'text', 'json', 'markdown', 'xlsx', 'ods', 'subtitles', 'chat', 'notebook', 'fasttext', 'html'] as const; // prettier-ignore
export type Format = (typeof FORMATS)[number];

/** What the parser of a text must know. */
export interface TextForm {
  readonly dialect: Dialect;
  /** What one record is; left out: what the format has. */
  readonly unit?: TextUnit;
  /** A JSON file is a list, whose elements are read one by one. */
  readonly list: boolean;
}

/** One format. A new one is a file with its parser and a row in this table. */
export interface FormatSpec {
  readonly title: string;
  readonly endings: readonly string[];
  /** How its text is read; absent of formats that are no text. */
  parser?(form: TextForm): RowParser;
  /** Cells with a header that the file itself has, or columns that the format always has. */
  readonly columns?: 'header' | readonly string[];
  /** Whether a text looks like it, whatever its file is called. `whole`: it is all that there is. */
  looksLike?(text: string, whole: boolean): boolean;
  /** What one record can be where a person may choose, and what it is where nobody chose. */
  readonly units?: { readonly own: TextUnit; readonly all: readonly TextUnit[] };
  /** What a file of this name may also be: asked in this order. */
  readonly mayBe?: readonly Format[];
}

export const FORMAT_TABLE: Readonly<Record<Format, FormatSpec>> = {
  ndjson: {
    title: 'NDJSON',
    endings: ['ndjson', 'jsonl', 'jsonlines', 'ldjson'],
    parser: () => new NdjsonParser(),
    looksLike: isNdjson,
    mayBe: ['json'],
  },
  json: {
    title: 'JSON',
    endings: ['json'],
    parser: ({ list }) => (list ? new JsonListParser() : new JsonDocumentParser()),
    looksLike: isJson,
    mayBe: ['ndjson'],
  },
  notebook: {
    title: 'Jupyter notebook',
    endings: ['ipynb'],
    parser: () => new NotebookParser(),
    columns: ['cell', 'text'],
  },
  xlsx: { title: 'Excel workbook', endings: ['xlsx', 'xlsm'], columns: 'header' },
  ods: { title: 'OpenDocument spreadsheet', endings: ['ods'], columns: 'header' },
  subtitles: {
    title: 'subtitles',
    endings: ['srt', 'vtt'],
    parser: () => new SubtitleParser(),
    columns: SPOKEN_COLUMNS,
    looksLike: isSubtitles,
  },
  chat: {
    title: 'chat export',
    endings: [],
    parser: () => new ChatParser(),
    columns: SPOKEN_COLUMNS,
    looksLike: (text) => chatStyle(text) !== undefined,
  },
  fasttext: {
    title: 'fastText',
    endings: [],
    parser: () => new FastTextParser(),
    columns: ['label', 'text'],
    looksLike: (text, whole) => {
      const lines = firstLines(text).slice(0, whole ? undefined : -1);
      return lines.length > 0 && lines.every((line) => LABELLED_LINE.test(line));
    },
  },
  html: {
    title: 'table of a web page',
    endings: [],
    parser: () => new HtmlTableParser(),
    columns: 'header',
    looksLike: (text) =>
      /^\uFEFF?\s*(<!--[^]*?-->\s*)?(<\?xml[^>]*>\s*)?(<!doctype html|<html|<head|<meta|<table)[\s>]/i.test(
        text.slice(0, 2_000),
      ),
  },
  csv: {
    title: 'CSV',
    endings: ['csv'],
    parser: ({ dialect }) => new DelimitedParser(dialect),
    columns: 'header',
    looksLike: isTable,
    mayBe: ['json', 'ndjson', 'subtitles', 'html'],
  },
  tsv: {
    title: 'TSV',
    endings: ['tsv', 'tab'],
    parser: ({ dialect }) => new DelimitedParser(dialect),
    columns: 'header',
    looksLike: isTabbed,
    mayBe: ['json', 'ndjson', 'subtitles'],
  },
  markdown: {
    title: 'Markdown',
    endings: ['md', 'markdown', 'mdown', 'mkd', 'mdx', 'rmd', 'qmd'],
    parser: ({ unit }) => (unit === 'file' ? new WholeParser(new MarkdownParser(), '\n\n') : new MarkdownParser(unit)),
    units: { own: 'paragraph', all: UNITS },
  },
  text: {
    title: 'plain text',
    endings: ['txt', 'text', 'log'],
    parser: ({ unit = 'line' }) =>
      unit === 'file'
        ? new WholeParser(new LineParser(), '\n')
        : unit === 'line'
          ? new LineParser()
          : new ParagraphParser(unit),
    units: { own: 'line', all: UNITS },
    mayBe: ['subtitles', 'fasttext', 'chat', 'tsv', 'csv', 'ndjson', 'json'],
  },
};

const BY_ENDING = new Map(
  FORMATS.flatMap((format) => FORMAT_TABLE[format].endings.map((ending) => [ending, format] as const)),
);

/** Endings of the files that are read, with their points, as people are told. */
export const ENDINGS: readonly string[] = [...[...BY_ENDING.keys()].map((ending) => `.${ending}`), '.zip', '.gz'];

/** By the ending of a file's name, be it packed (`.gz`) or not. */
export function formatOfName(name: string): Format | undefined {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1].toLowerCase() ?? '';
  return BY_ENDING.get(ending);
}

/** The format of a text: by the file's name, unless what stands there says another; without a name by the text alone. */
export function formatOfText(
  name: string,
  text: string,
  whole: boolean,
): { readonly format: Format; readonly by: 'name' | 'content' } {
  const called = formatOfName(name);
  // A workbook that is none is a text under a wrong name.
  const named = called && FORMAT_TABLE[called].parser ? called : undefined;
  if (named) {
    if (named === 'ndjson' && isLinesOfValues(text)) return { format: named, by: 'name' };
    const other = FORMAT_TABLE[named].mayBe?.find((format) => FORMAT_TABLE[format].looksLike?.(text, whole));
    const self = FORMAT_TABLE[named].looksLike?.(text, whole);
    return other && self !== true ? { format: other, by: 'content' } : { format: named, by: 'name' };
  }
  const guessed = (['ndjson', 'json', 'subtitles', 'fasttext', 'html', 'chat', 'tsv'] as const).find((format) =>
    FORMAT_TABLE[format].looksLike!(text, whole),
  );
  if (guessed) return { format: guessed, by: 'content' };
  return { format: isTable(text) ? 'csv' : 'text', by: 'content' };
}

/** One object alone may be the first of many only where more may come. */
function isNdjson(text: string, whole: boolean): boolean {
  const lines = firstLines(text);
  const objects = lines.filter((line) => /^\s*[{]/.test(line) && isJsonValue(line)).length;
  return (
    lines.length > 0 && /^\s*\{/.test(lines[0]) && (objects >= 2 || (objects === 1 && lines.length === 1 && !whole))
  );
}

/** Objects a line, some of which may be damaged, or lists a line; one list over several lines is a document. */
function isLinesOfValues(text: string): boolean {
  const lines = firstLines(text);
  if (/^\s*\[\s*(\{|$)/.test(lines[0] ?? '')) return false;
  const values = lines.filter(isJsonValue);
  return values.some((line) => /^\s*\{/.test(line)) || (lines.length > 1 && values.length === lines.length);
}

const firstLines = (text: string): string[] =>
  text
    .slice(0, 2 ** 18)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 5);

function isJson(text: string, whole: boolean): boolean {
  const start = text.trimStart().slice(0, 400);
  if (/^\[\s*(\{|\[|"|\]|$)/.test(start)) return true;
  return (
    /^\{\s*("|\}|$)/.test(start) &&
    !isNdjson(text, whole) &&
    (!whole || isJsonValue(text) || /^\{\s*"[^"]{0,200}"\s*:/.test(start))
  );
}

function isJsonValue(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

function isSubtitles(text: string): boolean {
  return /^(\uFEFF?WEBVTT\b|\s*\d+\s*\r?\n\s*\d\d:\d\d:\d\d[.,]\d{3}\s+-->)/.test(text);
}

/** Excel's “Unicode text” under any name: every line has the same number of tabs. */
function isTabbed(text: string): boolean {
  const { delimiter } = dialectOf(text, '\t');
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const first = lines[0]?.split('\t').length ?? 1;
  const same = lines.filter((line) => line.split('\t').length === first).length;
  return delimiter === '\t' && first > 1 && lines.length > 1 && same >= 0.6 * lines.length;
}

/** A text without a name is a table only if a name that we know stands in its first line. */
function isTable(text: string): boolean {
  const lines = text.slice(0, 2 ** 16).split(/\r\n|\n|\r/).filter((line) => line.trim() !== '').slice(0, 50); // prettier-ignore
  const known = /^"?(id|text|review|content|comment|label|sentiment|body|sentence|rating|评论|内容|文本|标签)"?$/i;
  const first = /^[^\r\n]*/.exec(text.trimStart())![0];
  return [',', ';', '|'].some((delimiter) => {
    const cells = first.split(delimiter);
    const wide = lines.filter((line) => line.split(delimiter).length >= cells.length).length;
    return cells.length > 1 && cells.some((cell) => known.test(cell.trim())) && wide >= 0.6 * lines.length;
  });
}
