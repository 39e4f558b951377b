import type { UnderlinedSpan } from '../../../shared/findings/review';

/** What a person selected within a text whose pieces say where they begin (`data-at`); undefined: nothing. */
export function selectedIn(element: HTMLElement): UnderlinedSpan | undefined {
  const selection = element.ownerDocument.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!element.contains(range.startContainer) || !element.contains(range.endContainer)) return undefined;
  const [start, end] = [
    offsetOf(range.startContainer, range.startOffset),
    offsetOf(range.endContainer, range.endOffset),
  ];
  if (start === undefined || end === undefined || start >= end) return undefined;
  const text = selection.toString();
  selection.removeAllRanges();
  // Spaces at the edges are no reason.
  return { start: start + (text.length - text.trimStart().length), end: end - (text.length - text.trimEnd().length) };
}

function offsetOf(node: Node, offset: number): number | undefined {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-at]');
  return piece ? Number(piece.dataset.at) + (node instanceof Text ? offset : 0) : undefined;
}
