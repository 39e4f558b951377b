import type { Span } from './span';
/** A line that has anything in it, without its line end. */
const LINE = /[^\r\n\u2028\u2029]+/gu;
const LINE_END = /\r\n|[\r\n\u2028\u2029]/gu;

/** Runs of lines that are not blank, whole lines, the last one without its line end. */
function* blocks(text: string): Generator<Span> {
  let start = -1;
  let end = -1;
  for (const { 0: line, index } of text.matchAll(LINE)) {
    if (line.trim() === '') continue;
    const lineEnds = start < 0 ? 0 : (text.slice(end, index).match(LINE_END)?.length ?? 0);
    if (start >= 0 && lineEnds > 1) {
      yield { start, end };
      start = index;
    }
    if (start < 0) start = index;
    end = index + line.length;
  }
  if (start >= 0) yield { start, end };
}

function trimmed(text: string, { start, end }: Span): Span {
  const part = text.slice(start, end);
  return { start: end - part.trimStart().length, end: start + part.trimEnd().length };
}

/** The paragraphs of a text in order: runs of lines between blank ones, without the white space at their ends. */
export function paragraphs(text: string): Span[] {
  return Array.from(blocks(text), (block) => trimmed(text, block));
}

/**
 * The paragraph whose lines hold an offset, be it in their indentation or at a line's end; see {@link paragraphs}.
 * Undefined on a blank line.
 */
export function paragraphAt(text: string, offset: number): Span | undefined {
  for (const block of blocks(text)) {
    if (block.start > offset) return undefined;
    if (offset <= block.end) return trimmed(text, block);
  }
  return undefined;
}
