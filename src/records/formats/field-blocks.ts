import { rankOfTextName } from '../columns/names';
import type { SourceLine } from '../lines';
import { TOO_LONG, type CellPlace, type Field, type RawRow } from '../record';
import { LineByLineParser } from './line-by-line';

const FIELD = /^([\p{L}][\p{L}\d_/ .-]{0,39}):\s+(?=\S)/u;

/** Records of lines `name: value` with a blank line after each, as the reviews of SNAP (`review/text: …`). */
export function isFieldBlocks(text: string): boolean {
  const blocks = text.replace(/^\uFEFF/, '').slice(0, 2 ** 16).split(/(?:\r\n|\n|\r){2,}/).filter((block) => block.trim() !== ''); // prettier-ignore
  if (blocks.length < 2) return false;
  const named = blocks.slice(0, 2).map((block) => block.split(/\r\n|\n|\r/).flatMap((line) => FIELD.exec(line)?.[1] ?? [])); // prettier-ignore
  const [first, second] = named;
  const both = first.filter((name) => second.includes(name));
  return (
    new Set(first).size === first.length &&
    both.length >= 3 &&
    both.length >= 0.7 * Math.max(first.length, second.length) &&
    both.some((name) => rankOfTextName(name) > 0)
  );
}

interface OpenField {
  written: string;
  place: CellPlace;
}

/** One record for each block, with its fields by name; a line without a name continues the field above it. */
export class FieldBlockParser extends LineByLineParser {
  private fields = new Map<string, OpenField>();
  private line = 0;
  private last = '';

  protected override next({ number, text, tooLong }: SourceLine): RawRow[] {
    if (tooLong) return [...this.close(), { line: number, error: TOO_LONG }];
    if (text.trim() === '') return this.close();
    if (this.fields.size === 0) this.line = number;
    const found = FIELD.exec(text);
    const open = this.fields.get(this.last);
    const own = text.trimEnd();
    if (found && !this.fields.has(found[1])) {
      const [{ length }, name] = found;
      const place = { line: number, column: length + 1, endLine: number, endColumn: own.length + 1 };
      this.fields.set(name, { written: own.slice(length), place });
      this.last = name;
    } else if (open) {
      open.written += `\n${own}`;
      open.place = { ...open.place, endLine: number, endColumn: own.length + 1 };
    } else return [{ line: number, cells: [own] }];
    return [];
  }

  protected override close(): RawRow[] {
    const { fields, line } = this;
    [this.fields, this.last] = [new Map(), ''];
    if (fields.size === 0) return [];
    const known = new Map<string, Field>([...fields].map(([name, { written }]) => [name, { written, path: [] }]));
    const value = Object.fromEntries([...fields].map(([name, { written }]) => [name, written]));
    return [
      { line, fields: known, value, place: (of) => (typeof of === 'string' ? fields.get(of)?.place : undefined) },
    ];
  }
}
