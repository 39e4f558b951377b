import { degreeOfWord, plainLabel } from '../labels/notations';
import { LineSplitter, type SourceLine } from '../lines';
import { placeIn } from '../place';
import { TOO_LONG, type RawRow, type RowParser } from '../record';

const SIGNS = ['@', '###', '||', '~'] as const;

/** The sign behind which every line has a label, as in the Financial PhraseBank: `A sentence.@positive`. */
export function labelSign(lines: readonly string[]): string | undefined {
  if (lines.length < 2) return undefined;
  return SIGNS.find((sign) =>
    lines.every((line) => {
      const at = line.lastIndexOf(sign);
      return at > 0 && degreeOfWord(plainLabel(line.slice(at + sign.length))) !== undefined;
    }),
  );
}

/** A text and its label a line, told apart by the last sign between them. */
export class LabelledLineParser implements RowParser {
  private readonly lines = new LineSplitter();
  private sign?: string;

  push(text: string): RawRow[] {
    return this.lines.push(text).flatMap((line) => this.row(line));
  }

  end(): RawRow[] {
    return this.lines.end().flatMap((line) => this.row(line));
  }

  private row({ number, text, tooLong }: SourceLine): RawRow[] {
    if (tooLong) return [{ line: number, error: TOO_LONG }];
    if (text.trim() === '') return [];
    this.sign ??= labelSign([text, text]) ?? SIGNS[0];
    const at = text.lastIndexOf(this.sign);
    const [own, label] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + this.sign.length)];
    const start = own.length - own.trimStart().length;
    const place = placeIn(text, start, own.trimEnd().length, number);
    return [{ line: number, cells: [own.trim(), label.trim()], place: (of) => (of === 0 ? place : undefined) }];
  }
}
