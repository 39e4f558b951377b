import type { SourceLine } from '../lines';
import type { RawRow } from '../record';

/** Columns of a line of dialogue before its text, where the file does not say it. */
const USUAL = ['layer', 'start', 'end', 'style', 'name', 'marginl', 'marginr', 'marginv', 'effect', 'text'];

export const isScript = (text: string): boolean =>
  /^\uFEFF?\s*(\[Script Info\]|;[^\n]*\n\s*\[Script Info\])/i.test(text);

/** Subtitles of Aegisub and its like (ASS, SSA): only lines of dialogue are spoken. */
export class ScriptLines {
  private columns: readonly string[] = USUAL;
  private inEvents = false;

  row({ number, text }: SourceLine): RawRow[] {
    if (/^\s*\[/.test(text)) this.inEvents = /^\s*\[events\]/i.test(text);
    const format = /^\s*Format:\s*(.*)$/i.exec(text)?.[1];
    if (format !== undefined && this.inEvents)
      this.columns = format.split(',').map((name) => name.trim().toLowerCase());
    const said = /^\s*Dialogue:\s*/i.exec(text)?.[0].length;
    if (said === undefined) return [];
    const last = this.columns.length - 1;
    const cells: string[] = [];
    let at = said;
    // Commas of the text are its own: it stands last.
    for (let column = 0; column < last; column++) {
      const comma = text.indexOf(',', at);
      if (comma < 0) return [];
      cells.push(text.slice(at, comma).trim());
      at = comma + 1;
    }
    const cell = (name: string) => cells[this.columns.indexOf(name)] ?? '';
    const written = text.slice(at).replace(/\{[^{}]*\}/g, '').replace(/\\[Nn]/g, '\n').replaceAll('\\h', ' ').trim(); // prettier-ignore
    if (written === '' || /\\p[1-9]/.test(text.slice(at))) return [];
    const place = { line: number, column: at + 1, endLine: number, endColumn: text.trimEnd().length + 1 };
    return [{ line: number, cells: [cell('name') || cell('actor'), cell('start'), written], place: (of) => (of === 2 ? place : undefined) }]; // prettier-ignore
  }
}
