import { chooseFields, isKnownName, textScore, type FieldNames, type Fields } from '../fields';
import { damageOf, recordOf, type ChosenFields, type RecordReader, type SourceRecord } from '../record';
import { CsvRows, type CsvRow } from './csv-rows';

/** Rows that are looked at before the text column is guessed, and characters of them, at most. */
const SAMPLE_ROWS = 100;
const SAMPLE_CHARACTERS = 2 ** 20;
/** Rows that whoever chooses fields by hand is shown. */
const FEW = 20;
const DELIMITERS = [',', '\t', ';', '|'];

interface Table {
  readonly columns: readonly string[];
  /** Undefined where no column holds texts. */
  readonly fields: Fields | undefined;
}

/** CSV and TSV. The first line names the columns, unless it reads like a row of texts itself. */
export class DelimitedReader implements RecordReader {
  private rows?: CsvRows;
  private head = '';
  private sample: CsvRow[] = [];
  private sampled = 0;
  private table?: Table;
  chosen?: ChosenFields;

  constructor(
    private readonly asked: FieldNames,
    private readonly delimiter?: string,
  ) {}

  push(text: string): SourceRecord[] {
    return this.take(this.cut(text), false);
  }

  end(): SourceRecord[] {
    const rest = this.rows ? [] : (this.rows = new CsvRows(this.delimiter ?? delimiterOf(this.head))).push(this.head);
    return this.take([...rest, ...this.rows.end()], true);
  }

  /** The first line tells the delimiter. */
  private cut(text: string): CsvRow[] {
    if (this.rows) return this.rows.push(text);
    this.head += text;
    if (!this.delimiter && !/[\r\n]/.test(this.head) && this.head.length < SAMPLE_CHARACTERS) return [];
    this.rows = new CsvRows(this.delimiter ?? delimiterOf(this.head));
    return this.rows.push(this.head);
  }

  private take(rows: CsvRow[], final: boolean): SourceRecord[] {
    if (this.table) return rows.map((row) => this.record(row, this.table!));
    const found: SourceRecord[] = [];
    for (const row of rows) {
      if (this.table) found.push(this.record(row, this.table));
      else found.push(...this.look(row));
    }
    if (final && !this.table) found.push(...this.choose());
    return found;
  }

  /** Gathers rows, always the same number of them whatever the pieces, until the columns can be told. */
  private look(row: CsvRow): SourceRecord[] {
    this.sample.push(row);
    this.sampled += row.cells.reduce((sum, cell) => sum + cell.length, 0);
    const isEnough =
      this.sample.length > SAMPLE_ROWS ||
      this.sampled > SAMPLE_CHARACTERS ||
      (this.sample.length > 1 && this.isNamed());
    return isEnough ? this.choose() : [];
  }

  /** Whether the first line has the column that was asked for: nothing need be guessed. */
  private isNamed(): boolean {
    const { text, label, group } = this.asked;
    return text !== undefined && label !== undefined && group !== undefined && this.sample[0].cells.includes(text);
  }

  private choose(): SourceRecord[] {
    const [first, ...rest] = this.sample;
    this.sample = [];
    if (first === undefined) return [];
    const named = first.error === undefined && isHeader(first, rest, this.asked);
    const columns = named ? first.cells : first.cells.map((_, i) => `column ${i + 1}`);
    const body = named ? rest : [first, ...rest];
    const sample = body.filter(({ error }) => error === undefined).map(({ cells }) => cells);
    const table = { columns, fields: chooseFields(columns, sample, this.asked) };
    this.table = table;
    this.chosen = { names: columns, fields: table.fields, sample: sample.slice(0, FEW) };
    return body.map((row) => this.record(row, table));
  }

  private record({ line, cells, error }: CsvRow, { columns, fields }: Table): SourceRecord {
    const of = { line, columns, cells };
    if (error !== undefined) return { ...of, error };
    if (fields === undefined) return { ...of, error: this.noColumn(columns) };
    if (cells.length > columns.length) {
      return { ...of, error: `It has ${cells.length} cells where there are ${columns.length} columns.` };
    }
    const cell = (field: number | undefined) =>
      field === undefined || !cells[field] || damageOf(cells[field]) ? undefined : cells[field];
    const [id, given, group] = [cell(fields.id), cell(fields.label), cell(fields.group)];
    return {
      ...of,
      ...recordOf(line, cells[fields.text] ?? ''),
      ...(id !== undefined && { id }),
      ...(given !== undefined && { given }),
      ...(group !== undefined && { group }),
    };
  }

  private noColumn(columns: readonly string[]): string {
    const there = `There are: ${columns.slice(0, 20).join(', ')}.`;
    return this.asked.text === undefined
      ? `No column holds texts. ${there}`
      : `There is no column “${this.asked.text}”. ${there}`;
  }
}

function isHeader({ cells }: CsvRow, rest: readonly CsvRow[], { text }: FieldNames): boolean {
  if (text !== undefined && cells.includes(text)) return true;
  if (cells.some(isKnownName)) return true;
  // Names are short, all different, and no numbers; a row of texts has a cell that reads like one.
  if (new Set(cells).size < cells.length || cells.some((cell) => /^[\d.,+-]+$/.test(cell.trim()))) return false;
  const like = (row: readonly string[]) => Math.max(0, ...row.map((cell) => textScore('', [cell])));
  const body = rest.map((row) => like(row.cells)).sort((a, b) => a - b);
  return like(cells) < Math.max(4, (body[body.length >> 1] ?? 0) / 3);
}

/** The sign that stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const line = /^[^\r\n]*/.exec(text.replace(/"(?:[^"]|"")*"/g, ''))![0];
  const counts = DELIMITERS.map((sign) => line.split(sign).length);
  const most = Math.max(...counts);
  return most > 1 ? DELIMITERS[counts.indexOf(most)] : ',';
}
