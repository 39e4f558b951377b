/** What one record of a running text is. */
export const UNITS = ['line', 'paragraph', 'sentence', 'file'] as const;
export type TextUnit = (typeof UNITS)[number];

/** What sources are read as. People's names for them: `shared/strings/file-formats.ts`. */
export const FORMATS = ['ndjson', 'csv', 'tsv', 'text', 'json', 'markdown', 'xlsx', 'ods', 'subtitles', 'chat', 'notebook', 'fasttext', 'labelled', 'html', 'page', 'xml', 'mail', 'webanno', 'conll', 'drawn', 'fields'] as const; // prettier-ignore
export type Format = (typeof FORMATS)[number];

/** What is known of a format without its parser, which is for those who read. */
export interface FormatKind {
  readonly endings: readonly string[];
  /** Cells with a header that the file itself has, or columns that the format always has. */
  readonly columns?: 'header' | readonly string[];
  /** What one record can be where a person may choose, and what it is where nobody chose. */
  readonly units?: { readonly own: TextUnit; readonly all: readonly TextUnit[] };
}

const SPOKEN_COLUMNS: readonly string[] = ['speaker', 'time', 'text'];

export const FORMAT_KINDS: Readonly<Record<Format, FormatKind>> = {
  ndjson: { endings: ['ndjson', 'jsonl', 'jsonlines', 'ldjson'] },
  json: { endings: ['json'] },
  notebook: { endings: ['ipynb'], columns: ['cell', 'text'] },
  xlsx: { endings: ['xlsx', 'xlsm'], columns: 'header' },
  ods: { endings: ['ods', 'fods'], columns: 'header' },
  subtitles: { endings: ['srt', 'vtt', 'sbv', 'ass', 'ssa'], columns: SPOKEN_COLUMNS },
  chat: { endings: [], columns: SPOKEN_COLUMNS },
  fasttext: { endings: [], columns: ['label', 'text'] },
  labelled: { endings: [], columns: ['text', 'label'] },
  html: { endings: [], columns: 'header' },
  page: { endings: [] },
  xml: { endings: [] },
  mail: { endings: ['eml', 'mbox'], columns: ['from', 'date', 'subject', 'text'] },
  webanno: { endings: [] },
  conll: { endings: ['conll', 'conllu', 'iob', 'bio'] },
  drawn: { endings: [], columns: 'header' },
  fields: { endings: [] },
  csv: { endings: ['csv', 'psv'], columns: 'header' },
  tsv: { endings: ['tsv', 'tab'], columns: 'header' },
  markdown: {
    endings: ['md', 'markdown', 'mdown', 'mkd', 'mdx', 'rmd', 'qmd'],
    units: { own: 'paragraph', all: UNITS },
  },
  text: { endings: ['txt', 'text', 'log', 'pos', 'neg'], units: { own: 'line', all: UNITS } },
};

const BY_ENDING = new Map(
  FORMATS.flatMap((format) => FORMAT_KINDS[format].endings.map((ending) => [ending, format] as const)),
);

/** Endings of the files that are read, with their points, as people are told. */
export const ENDINGS: readonly string[] = [...[...BY_ENDING.keys()].map((ending) => `.${ending}`), '.zip', '.gz'];

/** By the ending of a file's name, be it packed (`.gz`) or not. */
export function formatOfName(name: string): Format | undefined {
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1].toLowerCase() ?? '';
  return BY_ENDING.get(ending);
}
