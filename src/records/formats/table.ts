import { firstLines } from '../lines';
import type { RowParser } from '../record';
import { chatStyle, ChatParser } from './chat';
import { ConllParser, isConll } from './conll';
import type { Dialect } from './dialect';
import { JsonDocumentParser, JsonListParser, NdjsonParser } from './json';
import { DrawnTableParser, isDrawn } from './drawn-table';
import { FieldBlockParser, isFieldBlocks } from './field-blocks';
import { FastTextParser, LABELLED_LINE } from './fasttext';
import { HtmlTableParser } from './html-table';
import { labelStyle, LabelledLineParser } from './labelled-lines';
import { LineParser, ParagraphParser } from './lines';
import { LETTER, MailParser } from './mail';
import { MarkdownParser } from './markdown';
import { NotebookParser } from './notebook';
import { PageParser } from './page';
import { isJson, isLinesOfValues, isNdjson, isPage, isSubtitles, isTabbed, isTable } from './looks-like';
import { SubtitleParser } from './subtitles';
import { DelimitedParser } from './table-rows';
import { isWebanno, WebannoParser } from './webanno';
import { WholeParser } from './whole';
import { XmlParser } from './xml';

/** What one record of a running text is. */
export const UNITS = ['line', 'paragraph', 'sentence', 'file'] as const;
export type TextUnit = (typeof UNITS)[number];

/** What is known about a format without its parser. */
export interface FormatFacts {
  /** For people, in English; translated by `l10n/`. */
  readonly name: string;
  readonly endings: readonly string[];
  /** Cells with a header that the file itself has, or columns that the format always has. */
  readonly columns?: 'header' | readonly string[];
  /** What one record can be where a person may choose, and what it is where nobody chose. */
  readonly units?: { readonly own: TextUnit; readonly all: readonly TextUnit[] };
}

const SPOKEN_COLUMNS: readonly string[] = ['speaker', 'time', 'text'];

/** Apart from the parsers, so that a bundle that only lists files has none of them. */
const FACTS = {
  ndjson: { name: 'NDJSON', endings: ['ndjson', 'jsonl', 'jsonlines', 'ldjson'] },
  csv: { name: 'CSV', endings: ['csv', 'psv'], columns: 'header' },
  tsv: { name: 'TSV', endings: ['tsv', 'tab'], columns: 'header' },
  text: { name: 'plain text', endings: ['txt', 'text', 'log', 'pos', 'neg'], units: { own: 'line', all: UNITS } },
  json: { name: 'JSON', endings: ['json'] },
  markdown: {
    name: 'Markdown',
    endings: ['md', 'markdown', 'mdown', 'mkd', 'mdx', 'rmd', 'qmd'],
    units: { own: 'paragraph', all: UNITS },
  },
  xlsx: { name: 'Excel workbook', endings: ['xlsx', 'xlsm'], columns: 'header' },
  ods: { name: 'OpenDocument spreadsheet', endings: ['ods', 'fods'], columns: 'header' },
  subtitles: { name: 'subtitles', endings: ['srt', 'vtt', 'sbv', 'ass', 'ssa'], columns: SPOKEN_COLUMNS },
  chat: { name: 'chat export', endings: [], columns: SPOKEN_COLUMNS },
  notebook: { name: 'Jupyter notebook', endings: ['ipynb'], columns: ['cell', 'text'] },
  fasttext: { name: 'fastText', endings: [], columns: ['label', 'text'] },
  labelled: { name: 'texts with labels', endings: [], columns: ['text', 'label'] },
  html: { name: 'table of a web page', endings: [], columns: 'header' },
  page: { name: 'web page', endings: [] },
  xml: { name: 'XML', endings: [] },
  mail: { name: 'e-mail', endings: ['eml', 'mbox'], columns: ['from', 'date', 'subject', 'text'] },
  webanno: { name: 'WebAnno TSV', endings: [] },
  conll: { name: 'CoNLL, a word a line', endings: ['conll', 'conllu', 'iob', 'bio'] },
  drawn: { name: 'drawn table', endings: [], columns: 'header' },
  fields: { name: 'fields by line', endings: [] },
} satisfies Readonly<Record<string, FormatFacts>>;

/** What sources are read as. */
export type Format = keyof typeof FACTS;

export const FORMAT_FACTS: Readonly<Record<Format, FormatFacts>> = FACTS;

export const FORMATS = Object.keys(FACTS) as readonly Format[];

/** What the parser of a text must know. */
export interface TextForm {
  readonly dialect: Dialect;
  /** What one record is; left out: what the format has. */
  readonly unit?: TextUnit;
  /** A JSON file is a list, whose elements are read one by one. */
  readonly list: boolean;
}

/** How a format is recognized and read. A new one is a file with its parser, and its rows in the two tables of this file. */
export interface FormatSpec {
  /** How its text is read; absent of formats that are no text. */
  parser?(form: TextForm): RowParser;
  /** Whether a text looks like it, whatever its file is called. `whole`: it is all that there is. */
  looksLike?(text: string, whole: boolean): boolean;
  /** What a file of this name may also be: asked in this order. */
  readonly mayBe?: readonly Format[];
}

export const FORMAT_TABLE: Readonly<Record<Format, FormatSpec>> = {
  ndjson: {
    parser: () => new NdjsonParser(),
    looksLike: isNdjson,
    mayBe: ['json'],
  },
  json: {
    parser: ({ list }) => (list ? new JsonListParser() : new JsonDocumentParser()),
    looksLike: isJson,
    mayBe: ['ndjson'],
  },
  notebook: {
    parser: () => new NotebookParser(),
  },
  xlsx: {},
  ods: {},
  subtitles: {
    parser: () => new SubtitleParser(),
    looksLike: isSubtitles,
  },
  chat: {
    parser: () => new ChatParser(),
    looksLike: (text) => chatStyle(text) !== undefined,
  },
  fasttext: {
    parser: () => new FastTextParser(),
    looksLike: (text, whole) => {
      const lines = firstLines(text).slice(0, whole ? undefined : -1);
      return lines.length > 0 && lines.every((line) => LABELLED_LINE.test(line));
    },
  },
  labelled: {
    parser: () => new LabelledLineParser(),
    looksLike: (text, whole) => labelStyle(firstLines(text, 5_000).slice(0, whole ? undefined : -1)) !== undefined,
  },
  xml: {
    parser: () => new XmlParser(),
    looksLike: (text) =>
      /^\uFEFF?\s*(<\?xml[\s>]|<(?!!doctype html|html)[a-z][\w:.-]*(\s[^<>]*)?>\s*(<!--|<[a-z]))/i.test(
        text.slice(0, 4_000),
      ),
  },
  mail: { parser: () => new MailParser(), looksLike: (text) => LETTER.test(text.slice(0, 8_000)) },
  webanno: { parser: () => new WebannoParser(), looksLike: isWebanno },
  conll: { parser: () => new ConllParser(), looksLike: isConll },
  drawn: { parser: () => new DrawnTableParser(), looksLike: isDrawn },
  fields: { parser: () => new FieldBlockParser(), looksLike: isFieldBlocks },
  page: { parser: () => new PageParser(), looksLike: isPage },
  html: {
    parser: () => new HtmlTableParser(),
    looksLike: (text) => isPage(text) && (/<table[\s>]/i.test(text) || /^\uFEFF?\s*<(table|meta)/i.test(text)),
  },
  csv: {
    parser: ({ dialect }) => new DelimitedParser(dialect),
    looksLike: isTable,
    mayBe: ['json', 'ndjson', 'subtitles', 'html', 'drawn'],
  },
  tsv: {
    parser: ({ dialect }) => new DelimitedParser(dialect),
    looksLike: isTabbed,
    mayBe: ['webanno', 'conll', 'json', 'ndjson', 'subtitles'],
  },
  markdown: {
    parser: ({ unit }) => (unit === 'file' ? new WholeParser(new MarkdownParser(), '\n\n') : new MarkdownParser(unit)),
  },
  text: {
    parser: ({ unit = 'line' }) =>
      unit === 'file'
        ? new WholeParser(new LineParser(), '\n')
        : unit === 'line'
          ? new LineParser()
          : new ParagraphParser(unit),
    mayBe: [
      'subtitles',
      'fasttext',
      'labelled',
      'chat',
      'mail',
      'html',
      'conll',
      'drawn',
      'fields',
      'tsv',
      'csv',
      'ndjson',
      'json',
    ],
  },
};

const BY_ENDING = new Map(
  FORMATS.flatMap((format) => FORMAT_FACTS[format].endings.map((ending) => [ending, format] as const)),
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
  const guessed = (
    [
      'ndjson',
      'json',
      'subtitles',
      'fasttext',
      'labelled',
      'html',
      'page',
      'xml',
      'mail',
      'webanno',
      'conll',
      'drawn',
      'fields',
      'chat',
      'tsv',
    ] as const
  ).find((format) => FORMAT_TABLE[format].looksLike!(text, whole));
  if (guessed) return { format: guessed, by: 'content' };
  return { format: isTable(text) ? 'csv' : 'text', by: 'content' };
}
