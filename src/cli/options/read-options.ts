import { InvalidArgumentError, Option, type Command } from 'commander';
import { isEncoding } from '../../records/bytes/encoding';
import { FORMATS, UNITS, type Format, type TextUnit } from '../../records/formats/table';
import { parseLabelMapping } from '../../records/labels/label-mapping';
import type { ReadOptions } from '../../records/reading';

/** The options of every command that say how files are read, under the names that commander gives them. */
export interface ReadArguments {
  readonly from?: Format;
  readonly textField?: string;
  readonly idField?: string;
  readonly labelField?: string;
  readonly groupField?: string;
  readonly dateField?: string;
  readonly labels?: ReadOptions['labels'];
  readonly record?: TextUnit;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly header?: boolean;
  readonly delimiter?: string;
  readonly quiet?: true;
}

/** The options of every command that reads files of texts. */
export function addReadOptions(command: Command): Command {
  return command
    .addOption(new Option('--from <format>', 'format of the input (default: by name or content)').choices(FORMATS))
    .option('--text-field <name>', 'column, number of a column, or dotted path of the text (default: detected)')
    .option('--label-field <name>', "column of the row's own label (default: detected)")
    .option('--labels <meanings>', 'what labels mean, such as 1=negative,2=positive', mapping)
    .option('--id-field <name>', "column of the row's own id (default: detected)")
    .option('--group-field <name>', "column of the row's category (default: detected)")
    .option('--date-field <name>', "column of the row's date (default: detected)")
    .addOption(
      new Option(
        '--record <unit>',
        'what one row of plain text (default: a line) or Markdown (a paragraph) is',
      ).choices(UNITS),
    )
    .option(
      '--encoding <name>',
      'encoding of the input, such as utf-8, windows-1252, gb18030 (default: detected)',
      encoding,
    )
    .option(
      '--delimiter <sign>',
      'what separates the cells of a table: comma, semicolon, tab, bar, none, or a sign (default: detected)',
      delimiter,
    )
    .option('--sheet <name>', 'sheet of a workbook, by name or number (default: the first one with a table)')
    .option('--header', 'the first row of a table names its columns (default: detected)')
    .option('--no-header', 'the first row of a table is data')
    .option('--quiet', 'do not report on standard error how the files are read');
}

export function readOptionsOf(given: ReadArguments): ReadOptions {
  const { from, textField, idField, labelField, groupField, dateField, labels, record, encoding: name, sheet, header, delimiter: sign } = given; // prettier-ignore
  const fields = { text: textField, id: idField, label: labelField, group: groupField, date: dateField };
  const named = Object.entries(fields).filter(([, field]) => field !== undefined);
  return {
    format: from,
    encoding: name,
    fields: Object.fromEntries(named),
    unit: record,
    header,
    delimiter: sign,
    sheet,
    labels,
  };
}

const mapping = (value: string): ReadOptions['labels'] => Object.fromEntries(parseLabelMapping(value));

const SIGNS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  '\\t': '\t',
  bar: '|',
  none: '',
};

function delimiter(value: string): string {
  if (Object.hasOwn(SIGNS, value)) return SIGNS[value];
  if (value.length === 1) return value;
  throw new InvalidArgumentError(
    `It is one sign, or one of ${Object.keys(SIGNS)
      .filter((name) => /^\w/.test(name))
      .join(', ')}.`,
  );
}

function encoding(value: string): string {
  if (isEncoding(value)) return value;
  throw new InvalidArgumentError(
    'Encodings are named as the WHATWG does: utf-8, utf-16le, windows-1252, gb18030, big5, shift_jis, euc-kr, ….',
  );
}
