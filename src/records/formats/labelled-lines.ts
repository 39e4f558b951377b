import { degreeOfWord, plainLabel } from '../labels/notations';
import type { SourceLine } from '../lines';
import { placeIn } from '../place';
import { TOO_LONG, type RawRow } from '../record';
import { LineByLineParser } from './line-by-line';

const SIGNS = ['@', '###', '||', '~'] as const;
/** `+1 a text`, `0 a text`. */
const NUMBERED = /^([+-]?[0-4])[\t ]+(?=\S)/;
/** `(3 (2 The) (4 film))`, a tree of the Stanford Sentiment Treebank. */
const TREE = /^\(([0-4]) [(\p{L}].*\)\s*$/u;

/** How every line has its label: after a sign, as in the Financial PhraseBank; as a number in front; at the root of a tree. */
export function labelStyle(lines: readonly string[]): string | undefined {
  if (lines.length < 2) return undefined;
  const sign = labelSign(lines);
  if (sign !== undefined) return sign;
  if (lines.every((line) => TREE.test(line))) return 'tree';
  return areNumbered(lines) ? 'number' : undefined;
}

/** The sign after which every line has a label: `A sentence.@positive`. */
function labelSign(lines: readonly string[]): string | undefined {
  return SIGNS.find((sign) =>
    lines.every((line) => {
      const at = line.lastIndexOf(sign);
      return at > 0 && degreeOfWord(plainLabel(line.slice(at + sign.length))) !== undefined;
    }),
  );
}

/** Numbers that are labels have a sign or begin at 0, and come again and again: no list, and no amounts in a recipe. */
function areNumbered(lines: readonly string[]): boolean {
  const numbers = lines.map((line) => NUMBERED.exec(line)?.[1]);
  if (lines.length < 4 || numbers.includes(undefined)) return false;
  const different = [...new Set(numbers.map(Number))].sort();
  const known = /^(-1,1|-1,0,1|0,1|0,1,2|0,4|0,2,4|0,1,2,3,4)$/.test(different.join());
  return known && different.length <= lines.length / 2;
}

/** A text and its label a line. */
export class LabelledLineParser extends LineByLineParser {
  private style?: string;

  protected override next({ number, text, tooLong }: SourceLine): RawRow[] {
    if (tooLong) return [{ line: number, error: TOO_LONG }];
    if (text.trim() === '') return [];
    this.style ??= styleOf(text);
    const [start, end, label, own] = this.parts(text);
    const place = placeIn(text, start, end, number);
    return [{ line: number, cells: [own ?? text.slice(start, end), label], place: (of) => (of === 0 ? place : undefined) }]; // prettier-ignore
  }

  /** The range of the text in its line, the label, and the text itself where the line writes more between its words (a tree). */
  private parts(text: string): readonly [start: number, end: number, label: string, own?: string] {
    const end = text.trimEnd().length;
    if (this.style === 'tree') {
      const words = [...text.matchAll(/ ([^\s()]+)\)/g)].map(([, word]) => word.replace('-LRB-', '(').replace('-RRB-', ')')); // prettier-ignore
      return [0, end, TREE.exec(text)?.[1] ?? '', words.join(' ')];
    }
    if (this.style === 'number') {
      const found = NUMBERED.exec(text);
      return [found?.[0].length ?? 0, end, found?.[1] ?? ''];
    }
    const sign = this.style ?? SIGNS[0];
    const at = text.lastIndexOf(sign);
    const start = text.length - text.trimStart().length;
    if (at < 0) return [start, end, ''];
    return [start, text.slice(0, at).trimEnd().length, text.slice(at + sign.length).trim()];
  }
}

/** By the first line: the file is known to have one of them. */
const styleOf = (line: string): string =>
  labelSign([line]) ?? (TREE.test(line) ? 'tree' : NUMBERED.test(line) ? 'number' : SIGNS[0]);

/** The label that a file's name gives to all of its lines: `neg.txt`, `rt-polarity.pos`, `负面.txt`. */
export function labelOfName(name: string): string | undefined {
  const base = /[^\\/]*$/.exec(name)![0].toLowerCase();
  const ending = /\.(pos|neg)$/.exec(base)?.[1];
  const whole = /^(pos|neg|positive|negative|neutral|正面|负面|好评|差评|中评|中性)\.(txt|text)$/.exec(base)?.[1];
  return ending ?? whole;
}

/** Lines that all have the label of their file. */
export class NamedLineParser extends LineByLineParser {
  constructor(private readonly label: string) {
    super();
  }

  protected override next({ number, text, tooLong }: SourceLine): RawRow[] {
    if (tooLong) return [{ line: number, error: TOO_LONG }];
    if (text.trim() === '') return [];
    const [start, end] = [text.length - text.trimStart().length, text.trimEnd().length];
    const place = placeIn(text, start, end, number);
    return [{ line: number, cells: [text.slice(start, end), this.label], place: (of) => (of === 0 ? place : undefined) }]; // prettier-ignore
  }
}
