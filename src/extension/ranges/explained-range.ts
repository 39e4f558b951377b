import type { Span } from '../../shared/span';
import type { Explanation } from '../../shared/explanation';
import type { ExplainedRange } from './current-explanation';

/** One replacement in a document: offsets as they were before the whole event, as VS Code reports them. */
export interface Edit {
  readonly rangeOffset: number;
  readonly rangeLength: number;
  readonly text: string;
}

type Uri = ExplainedRange['uri'];

export function explainedRange(id: number, uri: Uri, start: number, explanation: Explanation): ExplainedRange {
  return {
    id,
    uri,
    explanation,
    start,
    end: start + explanation.text.length,
    words: explanation.words.map((word) => ({ start: start + word.start, end: start + word.end })),
    stale: false,
  };
}

/** The index of the word that holds the offset (its end included, so that a cursor after a word still counts). */
export function wordAt(range: ExplainedRange, offset: number): number | undefined {
  const inside = range.words.findIndex((word) => word !== undefined && word.start <= offset && offset < word.end);
  const index = inside >= 0 ? inside : range.words.findIndex((word) => word?.end === offset);
  return index >= 0 ? index : undefined;
}

/**
 * The range after one event of edits. Words that an edit changed lose their place; a word that an edit glued to
 * another (`good` → `goodness`) counts as changed. Where the explained text is whole again (undo), so are its words.
 * @param text the document's text after the edits
 */
export function edited(range: ExplainedRange, edits: readonly Edit[], text: string): ExplainedRange {
  const backwards = [...edits].sort((a, b) => b.rangeOffset - a.rangeOffset);
  const placed = placesOf(backwards);
  const parted = partedAt(placed, text);
  const whole = backwards.reduce(stretched, { start: range.start, end: range.end });
  const again = startOfUnchanged(range, whole, text, placed);
  if (again !== undefined) {
    if (again === range.start && !range.stale) return range;
    return explainedRange(range.id, range.uri, again, range.explanation);
  }
  const words = range.words.map((word, index) => {
    const moved = word && movedAll(word, backwards);
    if (!moved || !text.startsWith(range.explanation.words[index].text, moved.start)) return undefined;
    return parted(moved.start) && parted(moved.end) ? moved : undefined;
  });
  return { ...range, ...whole, words, stale: true };
}

/**
 * The range after edits, looked at without the document's text: words that an edit touched, or glued letters to, lose
 * their place. Quick, and enough where the text is explained again soon after.
 */
export function shifted(range: ExplainedRange, edits: readonly Edit[]): ExplainedRange {
  if (edits.every(({ rangeOffset }) => rangeOffset > range.end)) return range;
  const backwards = [...edits].sort((a, b) => b.rangeOffset - a.rangeOffset);
  const whole = backwards.reduce(stretched, { start: range.start, end: range.end });
  const touched = edits.some(
    (edit) => edit.rangeOffset < range.end && edit.rangeOffset + edit.rangeLength > range.start,
  );
  const stale = range.stale || touched || edits.some((edit) => glues(edit, range));
  const words = range.words.map((word) =>
    word && !edits.some((edit) => glues(edit, word)) ? movedAll(word, backwards) : undefined,
  );
  return { ...range, ...whole, words, stale };
}

/** Whether an edit at the edge of a word, or of what begins and ends with one, makes another word of it. */
function glues({ rangeOffset, rangeLength, text }: Edit, { start, end }: Span): boolean {
  const removes = text === '' && rangeLength > 0;
  const behind = rangeOffset === end && (removes || spelled(text[0]));
  return behind || (rangeOffset + rangeLength === start && (removes || spelled(text.at(-1))));
}

/** The range after the document's line endings became longer or shorter by `growth` code units each. */
export function withOtherLineEndings(range: ExplainedRange, growth: number, text: string): ExplainedRange {
  const shift = (offset: number): number => {
    let before = 0;
    for (let end = text.indexOf('\n') + 1; end > 0; end = text.indexOf('\n', end) + 1) {
      if (end - (before + 1) * growth > offset) break;
      before++;
    }
    return offset + before * growth;
  };
  const moved = (span: Span): Span => ({ start: shift(span.start), end: shift(span.end) });
  return { ...range, ...moved(range), words: range.words.map((word) => word && moved(word)) };
}

/** A range grows with what is typed inside it, not with what is typed at its edges. */
function stretched(span: Span, edit: Edit): Span {
  const from = edit.rangeOffset;
  const to = from + edit.rangeLength;
  const growth = edit.text.length - edit.rangeLength;
  if (to <= span.start) return { start: span.start + growth, end: span.end + growth };
  if (from >= span.end) return span;
  if (from <= span.start && to >= span.end) return { start: from, end: from };
  if (from <= span.start) return { start: from + edit.text.length, end: span.end + growth };
  if (to >= span.end) return { start: span.start, end: from };
  return { start: span.start, end: span.end + growth };
}

function movedAll(word: Span, backwards: readonly Edit[]): Span | undefined {
  let span = word;
  for (const edit of backwards) {
    const to = edit.rangeOffset + edit.rangeLength;
    if (edit.rangeOffset >= word.end) continue;
    if (to > word.start) return undefined;
    const growth = edit.text.length - edit.rangeLength;
    span = { start: span.start + growth, end: span.end + growth };
  }
  return span;
}

/** Where the explained text stands unchanged after the edits, if it does. */
function startOfUnchanged(
  range: ExplainedRange,
  whole: Span,
  text: string,
  placed: readonly PlacedEdit[],
): number | undefined {
  const explained = range.explanation.text;
  const parted = partedAt(placed, text);
  // An undo may bring a text back that was deleted with more around it.
  const broughtBack = placed
    .filter((edit) => edit.rangeOffset <= range.end && range.start <= edit.rangeOffset + edit.rangeLength)
    .map((edit) => edit.place + edit.text.indexOf(explained));
  const starts = [whole.start, whole.end - explained.length, range.start, ...broughtBack];
  return starts.find(
    (start) => start >= 0 && text.startsWith(explained, start) && parted(start) && parted(start + explained.length),
  );
}

/** An edit, and where its text begins in the document after all edits of its event. */
type PlacedEdit = Edit & { readonly place: number };

function placesOf(backwards: readonly Edit[]): PlacedEdit[] {
  let growth = 0;
  return [...backwards].reverse().map((edit) => {
    const place = edit.rangeOffset + growth;
    growth += edit.text.length - edit.rangeLength;
    return { ...edit, place };
  });
}

/** Tells whether an offset of the new text still parts two words, or an edit beside it has joined them. */
function partedAt(placed: readonly PlacedEdit[], text: string): (offset: number) => boolean {
  const seams = new Set(placed.flatMap((edit) => [edit.place, edit.place + edit.text.length]));
  return (offset) => !seams.has(offset) || offset === 0 || !(spelled(text[offset - 1]) && spelled(text[offset]));
}

/** Letters of scripts that are written with spaces: two of them side by side belong to one word. */
function spelled(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{N}\p{M}]/u.test(unit) && !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(unit);
}
