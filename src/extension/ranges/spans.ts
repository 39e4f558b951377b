import type { Span } from '../../shared/span';
import { sentences } from '../../shared/sentences';
import { paragraphAt } from '../../shared/paragraphs';
import { proseAt } from './code/prose';

/** A selection in offsets; empty: a cursor. */
export type SelectionOffsets = Span;

/**
 * What is to be explained: each selection without the white space at its ends, for a cursor the paragraph around it.
 * Blank selections and cursors between paragraphs give nothing; what lies inside another span is left out.
 *
 * @param prose what is read of code: paragraphs of comments, and strings; undefined: the text is no code
 */
export function spansToExplain(text: string, selections: readonly SelectionOffsets[], prose?: readonly Span[]): Span[] {
  const around = (offset: number): Span | undefined => (prose ? proseAt(prose, offset) : paragraphAt(text, offset));
  const spans = selections
    .map((selection) => (selection.start < selection.end ? selection : around(selection.start)))
    .map((span) => span && trimmed(text, span))
    .filter((span) => span !== undefined)
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return spans.filter((span, index) => spans.slice(0, index).every(({ end }) => end <= span.start));
}

/** The sentences of what would be explained: a selection cuts the first and the last one short. */
export function sentencesToExplain(
  text: string,
  selections: readonly SelectionOffsets[],
  prose?: readonly Span[],
): Span[] {
  return spansToExplain(text, selections, prose).flatMap(({ start, end }) =>
    sentences(text.slice(start, end)).map((span) => ({ start: start + span.start, end: start + span.end })),
  );
}

/** A span without the white space at its ends. */
export function trimmed(text: string, { start, end }: Span): Span {
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  return { start: from, end: Math.max(from, start + inside.trimEnd().length) };
}
