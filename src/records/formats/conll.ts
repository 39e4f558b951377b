import type { SourceLine } from '../lines';
import { TOO_LONG, type CellPlace, type RawRow } from '../record';
import { LineByLineParser } from './line-by-line';

const DOCUMENT = /^-DOCSTART-/;
const SENTENCE = /^# ?text ?= ?(?=\S)/;
const TAG = /^(O|[BIESLU]-\S+)$/;
/** Columns of a word in CoNLL-U. */
const UNIVERSAL = 10;

const columnsOf = (line: string): string[] => line.split(line.includes('\t') ? '\t' : ' ');

/** Whether a text is a corpus with one word per line, its tags after it, and a blank line after each sentence: CoNLL 2003, CoNLL-U. */
export function isConll(text: string): boolean {
  const lines = text.slice(0, 2 ** 16).split(/\r\n|\n|\r/).slice(0, 200); // prettier-ignore
  if (DOCUMENT.test(lines[0].replace(/^\uFEFF/, ''))) return true;
  const words = lines.filter((line) => line.trim() !== '' && !line.startsWith('#')).map(columnsOf);
  if (words.length < 3) return false;
  const alike = words.filter(({ length }) => length === words[0].length).length >= 0.9 * words.length;
  if (!alike || words[0].length < 2) return false;
  if (words[0].length === UNIVERSAL && lines.some((line) => SENTENCE.test(line))) return true;
  const tags = words.map((columns) => columns.at(-1)!);
  return tags.every((tag) => TAG.test(tag)) && tags.includes('O');
}

/** Sentences of a corpus with one word per line: as it writes them itself, else the words with blanks between. */
export class ConllParser extends LineByLineParser {
  private words: string[] = [];
  private written?: { readonly text: string; readonly place: CellPlace };
  private place?: CellPlace;

  protected override next({ number, text, tooLong }: SourceLine): RawRow[] {
    if (tooLong) return [...this.close(), { line: number, error: TOO_LONG }];
    if (text.trim() === '' || DOCUMENT.test(text)) return this.close();
    if (text.startsWith('#') && this.words.length === 0) {
      const said = SENTENCE.exec(text);
      if (said) {
        const own = text.slice(said[0].length).trimEnd();
        const column = said[0].length + 1;
        this.written = { text: own, place: { line: number, column, endLine: number, endColumn: column + own.length } };
      }
      return [];
    }
    const columns = columnsOf(text);
    const at = columns.length === UNIVERSAL && /^\d+([-.]\d+)?$/.test(columns[0]) ? 1 : 0;
    const column = at === 0 ? 1 : columns[0].length + 2;
    const [endLine, endColumn] = [number, column + columns[at].length];
    this.place = this.place ? { ...this.place, endLine, endColumn } : { line: number, column, endLine, endColumn };
    this.words.push(columns[at]);
    return [];
  }

  protected override close(): RawRow[] {
    const { written, place: words } = this;
    const text = written?.text ?? this.words.join(' ');
    const place = written?.place ?? words;
    [this.words, this.written, this.place] = [[], undefined, undefined];
    return place ? [{ line: place.line, text, place: () => place }] : [];
  }
}
