import { MOST_CHARACTERS } from './record';

/** One line of a source, without its end. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** It was longer than `MOST_CHARACTERS`; its text is not kept. */
  readonly tooLong: boolean;
}

export const TOO_LONG = `It is longer than ${MOST_CHARACTERS.toLocaleString('en')} characters.`;

/** Cuts text that comes in pieces into lines (`\n` or `\r\n`); holds one open line at most. */
export class LineSplitter {
  private pieces: string[] = [];
  private length = 0;
  private number = 1;

  push(text: string): SourceLine[] {
    const found: SourceLine[] = [];
    let start = 0;
    for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', start)) {
      this.keep(text.slice(start, feed));
      found.push(this.close());
      start = feed + 1;
    }
    this.keep(text.slice(start));
    return found;
  }

  /** The last line, if it has no end. */
  end(): SourceLine[] {
    return this.length > 0 ? [this.close()] : [];
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
    return { number: this.number++, text: text.endsWith('\r') ? text.slice(0, -1) : text, tooLong };
  }
}
