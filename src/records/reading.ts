import type { EncodingReading } from './bytes/encoding';
import type { ColumnReading, ColumnNames, Roles } from './columns/choose';
import type { Format, TextUnit } from './formats/table';
import type { Degree } from './labels/degree';

/** How a source is to be read; whatever is left out is detected. Plain JSON. */
export interface ReadOptions {
  readonly format?: Format;
  /** Any that `TextDecoder` knows. */
  readonly encoding?: string;
  readonly fields: ColumnNames;
  /** What one record of a running text is; left out: a line of plain text, a paragraph of Markdown. */
  readonly unit?: TextUnit;
  /** Whether the first row of a table has the names. */
  readonly header?: boolean;
  /** The sign between the cells of a table; empty: rows are one cell. */
  readonly delimiter?: string;
  /** The sheet of a workbook, by name or by number from 1. */
  readonly sheet?: string;
  /** What labels mean, as written in lower case; '' is no label. */
  readonly labels?: Readonly<Record<string, Degree | ''>>;
  /** The classes that labels are put into; left out: negative, neutral, positive. */
  readonly classes?: readonly string[];
  /** Whether records say where their texts stand. */
  readonly places?: boolean;
  /** True: texts in languages that no model reads are not searched for. */
  readonly anyLanguage?: boolean;
}

/** How the labels of a file were understood. */
export interface LabelReading {
  readonly column: string;
  /** `names`, `1 to 5 stars`; empty if nothing is understood. */
  readonly scale: string;
  /** The most frequent first. `label`: what it means, absent if it is not understood. */
  readonly values: readonly { readonly value: string; readonly rows: number; readonly label?: string }[];
  /** Different values that are not listed. */
  readonly more: number;
  /** Rows whose label is not understood. */
  readonly unknown: number;
}

/** What was detected about a file before it is read, for a person to see and change. Plain JSON. */
export interface FileReading {
  readonly file: string;
  readonly packed?: 'gzip';
  readonly format: Format;
  readonly formatBy: 'asked' | 'name' | 'content';
  /** Absent of spreadsheets, which say it themselves. */
  readonly encoding?: EncodingReading;
  /** Of CSV and TSV. */
  readonly delimiter?: string;
  readonly quotes?: boolean;
  /** The line of the header; 0: there is none. Only of tables. */
  readonly header?: number;
  readonly sheet?: string;
  readonly sheets?: readonly string[];
  /** Of JSON: where the records are. */
  readonly shape?: string;
  readonly columns: readonly ColumnReading[];
  readonly roles: Roles;
  /** False: another column may just as well be the text, or no column looks like text. Where possible, the person is asked. */
  readonly sure: boolean;
  readonly labels?: LabelReading;
  /** Lines that are no records, and why. */
  readonly skipped: readonly { readonly line: number; readonly what: 'comment' | 'title' | 'survey' }[];
  /** How many rows were examined, and how many of them are damaged; the first damaged ones with their lines. */
  readonly rows: number;
  readonly errors: number;
  readonly damaged: readonly { readonly line: number; readonly error: string }[];
  /** How many of the examined rows are in each language: `en`, `zh`, and others. */
  readonly languages: Readonly<Record<string, number>>;
  /** Those of them that no model reads. */
  readonly otherLanguages: Readonly<Record<string, number>>;
  /** Whether the whole file was examined. */
  readonly whole: boolean;
}

/** The name of the column that has a role. */
export const columnOf = ({ columns, roles }: FileReading, role: keyof Roles): string | undefined => {
  const at = roles[role];
  return at === undefined ? undefined : columns[at]?.name;
};
