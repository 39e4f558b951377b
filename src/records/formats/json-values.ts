import { MOST_CHARACTERS } from '../record';

/** One JSON value of a source as it is written there. */
export interface JsonText {
  readonly line: number;
  /** From 1. */
  readonly column: number;
  readonly json: string;
  readonly tooLong: boolean;
}

/**
 * Cuts a JSON document into values, piece by piece, without building it: the elements of an array at the top, else each
 * value at the top. Only brackets and quotes are looked at; whether a value is JSON is for `JSON.parse` to say.
 */
export class JsonValues {
  private depth = 0;
  private inString = false;
  private escaped = false;
  private inArray = false;
  private line = 1;
  private first = 1;
  private firstColumn = 1;
  /** Characters before this piece, and before the line that is open. */
  private before = 0;
  private lineStart = 0;
  private returned = false;
  private pieces: string[] = [];
  private length = 0;

  push(text: string): JsonText[] {
    const found: JsonText[] = [];
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const character = text[at];
      if (character === '\n' || character === '\r') {
        if (character === '\r' || !this.returned) this.line++;
        this.lineStart = this.before + at + 1;
      }
      this.returned = character === '\r';
      if (this.inString) {
        if (this.escaped) this.escaped = false;
        else if (character === '\\') this.escaped = true;
        else if (character === '"') this.inString = false;
        continue;
      }
      const isEmpty = this.length === 0 && isBlank(text, start, at);
      if (isEmpty) {
        this.first = this.line;
        this.firstColumn = this.before + at - this.lineStart + 1;
        start = at;
        if (character === '[' && !this.inArray) {
          this.inArray = true;
          start = at + 1;
          continue;
        }
      }
      if (character === '"') this.inString = true;
      else if (character === '{' || character === '[') this.depth++;
      else if (character === ',' || character === ']' || character === '}' || character === '\n') {
        if (this.depth > 0) {
          if (character === '}' || character === ']') this.depth--;
          continue;
        }
        if (character === '\n' && this.inArray) continue;
        if (!isEmpty) found.push(this.close(text.slice(start, at)));
        if (character === ']' && this.inArray) this.inArray = false;
        start = at + 1;
      }
    }
    this.keep(text.slice(start));
    this.before += text.length;
    return found;
  }

  end(): JsonText[] {
    return this.pieces.join('').trim() === '' && this.length <= MOST_CHARACTERS ? [] : [this.close('')];
  }

  private keep(piece: string): void {
    if (this.length === 0 && piece.trim() === '') return;
    this.length += piece.length;
    if (this.length > MOST_CHARACTERS) this.pieces = [];
    else this.pieces.push(piece);
  }

  private close(piece: string): JsonText {
    this.keep(piece);
    const value = {
      line: this.first,
      column: this.firstColumn,
      json: this.pieces.join(''),
      tooLong: this.length > MOST_CHARACTERS,
    };
    this.pieces = [];
    this.length = 0;
    return value;
  }
}

/** Looks no further than to the first sign that is none: called for every sign of a document. */
function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!' \t\r\n\uFEFF'.includes(text[at])) return false;
  return true;
}
