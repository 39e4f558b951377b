import { MOST_CHARACTERS } from './record';

/** One line of a source, without its end. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** It was longer than `MOST_CHARACTERS`; its text is not kept. */
  readonly tooLong: boolean;
}

const END = /\r\n|\n|\r/g;

/** The first lines of a text that are not blank, at most `most` of them, in its first `characters` UTF-16 units. */
export const firstLines = (text: string, most = 5, characters = 2 ** 18): string[] =>
  text
    .slice(0, characters)
    .split(END)
    .filter((line) => line.trim() !== '')
    .slice(0, most);

/** Cuts text that comes in pieces into lines (`\n`, `\r\n` or `\r`); holds one open line at most. */
export class LineSplitter {
  private pieces: string[] = [];
  private length = 0;
  private number = 1;
  /** The last piece ended with `\r`: whether `\n` follows is not known yet. */
  private returned = false;

  push(pushed: string): SourceLine[] {
    if (pushed === '') return [];
    const found: SourceLine[] = [];
    let text = pushed;
    if (this.returned) {
      found.push(this.close());
      if (text.startsWith('\n')) text = text.slice(1);
    }
    this.returned = text.endsWith('\r');
    if (this.returned) text = text.slice(0, -1);
    let start = 0;
    for (const { 0: end, index } of text.matchAll(END)) {
      this.keep(text.slice(start, index));
      found.push(this.close());
      start = index + end.length;
    }
    this.keep(text.slice(start));
    return found;
  }

  /** The last line, if it has no end. */
  end(): SourceLine[] {
    const isOpen = this.length > 0 || this.returned;
    this.returned = false;
    return isOpen ? [this.close()] : [];
  }

  private keep(piece: string): void {
    if (piece === '') return;
    this.length += piece.length;
    if (this.length > MOST_CHARACTERS) this.pieces = [];
    else this.pieces.push(piece);
  }

  private close(): SourceLine {
    const tooLong = this.length > MOST_CHARACTERS;
    const text = this.pieces.join('');
    this.pieces = [];
    this.length = 0;
    return { number: this.number++, text, tooLong };
  }
}
