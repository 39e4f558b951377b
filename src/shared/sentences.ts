import type { Span } from './span';
import { paragraphs } from './paragraphs';

/** What may close a sentence: its marks, and the quotes and brackets that close with it (他说：“好。”). */
const END = /(?<marks>[.。｡！？；…!?‽]+)["'”’»」』）)\]】》〉]*/gu;
const HAN_MARK = /[。｡！？；…]/u;
const HAN = /\p{Script=Han}/u;
const LOWER_CASE_NEXT = /\s+["'“‘«([]*\p{Ll}/uy;
/** A title, a shortening or an initial: the point after it closes no sentence. `I` is a word. */
const SHORTENED =
  /(?<![\p{L}\p{N}])(?:Mrs?|Ms|Dr|Prof|Rev|Gen|Capt|Sgt|Lt|St|Mt|Messrs|vs|cf|viz|al|Fig|No|Vol|pp?|approx|e\.g|i\.e|(?!I)\p{Lu})$/u;
const ITEM_NUMBER = /^\s*\p{Nd}{1,3}$/u;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Whether a sentence that began at `start` ends with these marks, which stand in `text.slice(at, end)` with closing quotes. */
function closes(text: string, start: number, at: number, end: number, marks: string): boolean {
  if (HAN_MARK.test(marks)) return true;
  const spaced = end === text.length || /\s/u.test(text[end]);
  const amidHan = HAN.test(text.charAt(at - 1)) || HAN.test(text.charAt(end));
  if (!spaced && !amidHan) return false;
  LOWER_CASE_NEXT.lastIndex = end;
  if (LOWER_CASE_NEXT.test(text)) return false;
  // A few characters are enough to see what the point belongs to, and keep long texts linear.
  const before = text.slice(Math.max(start, at - 12), at);
  return marks !== '.' || !(SHORTENED.test(before) || (at - start < 12 && ITEM_NUMBER.test(before)));
}

/**
 * The sentences of a text in order, without the white space around them. They end after 。！？；… and, before white
 * space or Chinese text, after . ! ?, closing quotes included, but not before a small letter (“Why?” he asked) nor
 * after titles, initials and the number of a list item; and with the paragraph. Signs alone belong to the sentence
 * before them.
 */
export function sentences(text: string): Span[] {
  const found: Span[] = [];
  for (const paragraph of paragraphs(text)) found.push(...sentencesOf(text.slice(0, paragraph.end), paragraph.start));
  return found;
}

function sentencesOf(text: string, from: number): Span[] {
  const found: Span[] = [];
  let start = from;
  const close = (end: number): void => {
    const part = text.slice(start, end);
    const sentence = { start: end - part.trimStart().length, end: start + part.trimEnd().length };
    const last = found.at(-1);
    if (part.trim() !== '') {
      if (last === undefined || SAYS_SOMETHING.test(part)) found.push(sentence);
      else found[found.length - 1] = { start: last.start, end: sentence.end };
    }
    start = end;
  };
  END.lastIndex = from;
  for (let match = END.exec(text); match !== null; match = END.exec(text)) {
    const end = match.index + match[0].length;
    if (closes(text, start, match.index, end, match.groups?.marks ?? '')) close(end);
  }
  close(text.length);
  return found;
}
