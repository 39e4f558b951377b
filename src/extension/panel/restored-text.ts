/** The text of an explanation that a page kept through a reload; the marks in the editor are gone by then. */
export interface RestoredText {
  readonly uri: string;
  /** UTF-16 offset at which it stood. */
  readonly start: number;
  readonly text: string;
  /** UTF-16 offsets into `text`. */
  readonly words: readonly { readonly start: number; readonly end: number }[];
}

/** Out of the state that the page kept; undefined if it showed nothing, or the state is not ours. */
export function readRestoredText(state: unknown): RestoredText | undefined {
  const view = part(state, 'view');
  const place = part(view, 'place');
  const explanation = part(view, 'explanation');
  const [uri, start, text] = [part(place, 'uri'), part(place, 'start'), part(explanation, 'text')];
  const words = part(explanation, 'words');
  if (typeof uri !== 'string' || !isOffset(start) || typeof text !== 'string' || !Array.isArray(words))
    return undefined;
  const spans = words.map((word) => ({ start: part(word, 'start'), end: part(word, 'end') }));
  return spans.every(isSpan) ? { uri, start, text, words: spans } : undefined;
}

function part(whole: unknown, name: string): unknown {
  return typeof whole === 'object' && whole !== null ? (whole as Record<string, unknown>)[name] : undefined;
}

function isOffset(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isSpan(span: { start: unknown; end: unknown }): span is { start: number; end: number } {
  return isOffset(span.start) && isOffset(span.end);
}

/** Where the text stands in a document as it is now, as near as can be told; undefined: not any more. */
export function findRestored({ text, start }: RestoredText, document: string): number | undefined {
  if (document.startsWith(text, start)) return start;
  const [before, after] = [document.lastIndexOf(text, start), document.indexOf(text, start)];
  if (before < 0 && after < 0) return undefined;
  if (before < 0) return after;
  return after >= 0 && after - start < start - before ? after : before;
}
