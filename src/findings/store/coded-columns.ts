import { NO_VALUE, type ColumnPiece } from '../../shared/findings/piece';
import { growingUint32 } from './growing';
import { hasWords, isAnswer, OWN_COLUMNS, type ResultRow } from './result-row';
import { StringCoder } from './strings';

/** Of a cell longer than this, which is no value that groups rows, only the beginning is kept. */
const LONGEST = 300;
const MOST_COLUMNS = 64;

interface Coded {
  readonly coder: StringCoder;
  readonly codes: ReturnType<typeof growingUint32>;
  /** In how many rows the column was taken for the file's own label, and in how many it was not; the same for the group. */
  label: [number, number];
  group: [number, number];
}

/** The columns of the file and those beside it, coded. */
export class CodedColumns {
  private readonly columns = new Map<string, Coded>();

  /** @param at place of the row among those since the last piece */
  add(row: ResultRow, at: number): void {
    const { cells, file, group, id, otherLanguage } = row;
    if (cells) for (const [name, value] of Object.entries(cells)) this.put(name, value, at, row);
    else {
      if (group !== undefined) this.put(OWN_COLUMNS.group, group, at, row);
      if (id !== undefined) this.put(OWN_COLUMNS.id, String(id), at, row);
    }
    if (file !== undefined) this.put(OWN_COLUMNS.file, file, at, row);
    if (otherLanguage !== undefined) this.put(OWN_COLUMNS.otherLanguage, otherLanguage, at, row);
    if (!isAnswer(row)) return;
    this.put(OWN_COLUMNS.language, row.language, at, row);
    this.put(OWN_COLUMNS.model, row.model, at, row);
    if (hasWords(row)) this.put(OWN_COLUMNS.method, row.method, at, row);
  }

  take(rows: number): ColumnPiece[] {
    return [...this.columns].map(([name, { coder, codes }]) => {
      codes.extend(rows);
      return { name, values: coder.take(), codes: codes.take() };
    });
  }

  /** The columns that always hold what was taken for the label and the group. */
  roles(): { label?: string; group?: string } {
    const always = (role: 'label' | 'group'): string | undefined => {
      for (const [name, { [role]: seen }] of this.columns) {
        const [is, isNot] = seen;
        if (is > 0 && isNot === 0 && name !== OWN_COLUMNS.group) return name;
      }
      return undefined;
    };
    const [label, group] = [always('label'), always('group')];
    return { ...(label !== undefined && { label }), ...(group !== undefined && { group }) };
  }

  private put(name: string, value: string, at: number, { given, group }: ResultRow): void {
    if (value === '') return;
    const column = this.column(name);
    if (!column) return;
    if (given !== undefined) column.label[value === given ? 0 : 1]++;
    if (group !== undefined) column.group[value === group ? 0 : 1]++;
    column.codes.extend(at);
    column.codes.push(column.coder.code(value.length > LONGEST ? value.slice(0, LONGEST) : value));
  }

  private column(name: string): Coded | undefined {
    const known = this.columns.get(name);
    if (known || this.columns.size >= MOST_COLUMNS) return known;
    const made: Coded = { coder: new StringCoder(), codes: growingUint32(NO_VALUE), label: [0, 0], group: [0, 0] };
    this.columns.set(name, made);
    return made;
  }
}
