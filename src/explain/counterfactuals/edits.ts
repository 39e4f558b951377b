import type { TextEdit } from '../../shared/studies';

interface Place {
  readonly start: number;
  readonly end: number;
}

/** White space within a line. */
const BLANK = /[^\S\r\n\u2028\u2029]/u;
const LINE_BREAK = /[\r\n\u2028\u2029]/u;
/** Punctuation that follows a word without a space. */
const CLOSING = /[.,;:!?%)\]}…。，、；：！？）】》」』”’]/u;
const OPENING = /[([{（【《「『“‘]/u;
const LETTER = /[\p{L}\p{N}\p{M}_]/u;
const HAN = /\p{Script=Han}/u;

/**
 * The edits that take words out of a text, and with each one the white space that it leaves behind: between two words
 * one of the two spaces is removed, before a full stop and at the ends of a line both are. Where the neighbours would
 * join into another word, a space is inserted; line breaks stay. Words that stand side by side go in one edit.
 *
 * @param words all words of the text, in text order
 * @param removed positions of those that go, in ascending order
 */
export function removalEdits(text: string, words: readonly Place[], removed: readonly number[]): TextEdit[] {
  return runs(text, words, removed).map(({ start, end }) => removal(text, start, end));
}

/** The text with all of the edits made; they are in text order and do not overlap. */
export function applyEdit(text: string, edits: readonly TextEdit[]): string {
  let changed = '';
  let from = 0;
  for (const { start, end, newText } of edits) {
    changed += text.slice(from, start) + newText;
    from = end;
  }
  return changed + text.slice(from);
}

/** Runs of removed words with nothing between them but white space within one line. */
function runs(text: string, words: readonly Place[], removed: readonly number[]): Place[] {
  const found: { start: number; end: number; last: number }[] = [];
  for (const word of removed) {
    const { start, end } = words[word];
    const open = found.at(-1);
    if (open?.last === word - 1 && [...text.slice(open.end, start)].every((unit) => BLANK.test(unit))) {
      open.end = end;
      open.last = word;
    } else {
      found.push({ start, end, last: word });
    }
  }
  return found;
}

function removal(text: string, start: number, end: number): TextEdit {
  let [from, to] = [start, end];
  while (from > 0 && BLANK.test(text[from - 1])) from--;
  while (to < text.length && BLANK.test(text[to])) to++;
  const before = text.slice(0, from).match(/.$/su)?.[0] ?? '';
  const after = text.slice(to).match(/^./su)?.[0] ?? '';
  const atLineStart = before === '' || LINE_BREAK.test(before);
  const atLineEnd = after === '' || LINE_BREAK.test(after);
  // The indentation of a line stays.
  if (atLineStart) return { start, end: atLineEnd ? end : to, newText: '' };
  if (atLineEnd) return { start: from, end: to, newText: '' };
  const spaced = from < start || to > end;
  const close = CLOSING.test(after) || OPENING.test(before);
  if (spaced && !close) return { start: from, end: to, newText: gap(text, from, start, to, end) };
  return { start: from, end: to, newText: growTogether(before, after) ? ' ' : '' };
}

/** One of the two spaces, as it was written; a full-width text keeps its full-width space. */
function gap(text: string, from: number, start: number, to: number, end: number): string {
  return text.slice(from, start) || text.slice(end, to);
}

/** Whether two characters side by side would be read as one word, or as a run of one punctuation mark. */
function growTogether(before: string, after: string): boolean {
  if (LETTER.test(before) && LETTER.test(after)) return !HAN.test(before) && !HAN.test(after);
  return before === after && !LETTER.test(before);
}
