import { firstLines } from '../lines';
import type { RowParser } from '../record';
import { chatStyle, ChatParser } from './chat';
import { ConllParser, isConll } from './conll';
import { dialectOf, type Dialect } from './dialect';
import { isWrapped, unwrapped } from './json-wrapper';
import { JsonDocumentParser, JsonListParser, NdjsonParser } from './json';
import { DrawnTableParser, isDrawn } from './drawn-table';
import { FieldBlockParser, isFieldBlocks } from './field-blocks';
import { FastTextParser, LABELLED_LINE } from './fasttext';
import { HtmlTableParser } from './html-table';
import { formatOfName, type Format, type TextUnit } from './kinds';
import { labelStyle, LabelledLineParser } from './labelled-lines';
import { LineParser, ParagraphParser } from './lines';
import { LETTER, MailParser } from './mail';
import { MarkdownParser } from './markdown';
import { NotebookParser } from './notebook';
import { PageParser } from './page';
import { isScript } from './script-subtitles';
import { SubtitleParser } from './subtitles';
import { DelimitedParser } from './table-rows';
import { isWebanno, WebannoParser } from './webanno';
import { WholeParser } from './whole';
import { XmlParser } from './xml';

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

function isJson(text: string, whole: boolean): boolean {
  if (isWrapped(text)) return !whole || isJsonValue(unwrapped(text));
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

function isPage(text: string): boolean {
  return /^\uFEFF?\s*(<!--[^]*?-->\s*)?(<\?xml[^>]*>\s*)?(<!doctype html|<html|<head|<meta|<table)[\s>]/i.test(text.slice(0, 2_000)); // prettier-ignore
}

function isSubtitles(text: string): boolean {
  return (
    /^(\uFEFF?WEBVTT\b|\s*\d+\s*\r?\n\s*\d\d:\d\d:\d\d[.,]\d{3}\s+-->|\s*\d:\d\d:\d\d\.\d{3},\d:\d\d:\d\d\.\d{3}\s*\n)/.test(
      text,
    ) || isScript(text)
  );
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
  const lines = firstLines(text, 50, 2 ** 16);
  const known = /^"?(id|text|review|content|comment|label|sentiment|body|sentence|rating|评论|内容|文本|标签)"?$/i;
  const first = /^[^\r\n]*/.exec(text.trimStart())![0];
  // R's `write.table` puts blanks between.
  if (/^"[^"]*"(?: "[^"]*")+\s*$/.test(first) && first.split(' ').some((cell) => known.test(cell))) return true;
  return [',', ';', '|', '^', '~'].some((delimiter) => {
    const cells = first.split(delimiter);
    const wide = lines.filter((line) => line.split(delimiter).length >= cells.length).length;
    return cells.length > 1 && cells.some((cell) => known.test(cell.trim())) && wide >= 0.6 * lines.length;
  });
}
