import type { Word } from '../../text/word';
import type { Change } from './change';

/** A clause with an opinion of its own, which shows in the words of it that can be changed. */
interface Clause {
  readonly start: number;
  readonly end: number;
}

/** What joins two clauses, and what replaces it if only one of them is reversed. */
export interface Joint {
  readonly left: Clause;
  readonly right: Clause;
  /** 也 and 还 say that both go the same way, whatever the words are. */
  readonly agree?: boolean;
  readonly turned: { readonly start: number; readonly end: number; readonly newText: string };
}

/**
 * The word between two clauses says whether their opinions agree. Where a change reverses one of them but not the
 * other, “and” is written “but”, 也 is written 却, a bare comma gets a 但, and a “but” that no longer fits is written
 * “and”.
 *
 * @param found what joins the clauses of the text
 * @param judged changes to words that express an opinion: a clause without such a word expresses none
 */
export function joints(
  found: readonly Joint[],
  { text, words }: { readonly text: string; readonly words: readonly Word[] },
  judged: readonly Change[],
  changes: readonly Change[],
): Change[] {
  return found.flatMap(({ left, right, agree, turned: edit }) => {
    const judges = (clause: Clause): boolean =>
      [...judged, ...changes].some((change) => within(change, clause)) ||
      UNOPPOSED.test(text.slice(clause.start, clause.end));
    if (!agree && (!judges(left) || !judges(right))) return [];
    const [before, after] = [left, right].map((clause) => changes.some((change) => within(change, clause)));
    if (before === after || changes.some((change) => meets(change, edit))) return [];
    const touched = [...words.keys()].filter((at) => words[at].start < edit.end && edit.start < words[at].end);
    const from = text.slice(edit.start, edit.end);
    return [{ words: touched, edit, from, to: edit.newText, cost: 0, negator: false }];
  });
}

/** Words that express an opinion and have no opposite that could replace them. */
const UNOPPOSED =
  /\b(?:crash|freez|froze|leak|broke|lag|die[sd]?\b|undamaged|delayed|refused|cancelled|ignored|nobody|small|pricey)|solved|fixed|on hold|waited|queued|闪退|死机|卡死|漏水|[坏破碎丢]了|全丢|一般|延误|没人理|等了|修复|解决|过敏/iu;

const ENGLISH_CONCLUSION =
  /^(?:will|would)(?: not| never)? (?:\p{L}+ly )?(?:recommend|return|come back|be back|go back|go again|buy|order)|^(?:recommend|worth)/iu;
const CHINESE_CONCLUSION = /^(?:不?推荐|不?值得|不?适合|不?会再|还会再|再也不会)/u;

/**
 * Whether a change concerns the conclusion of a text, which must agree with the rest: nobody praises all of it and
 * advises against it.
 */
export function changesConclusion({ edit }: Change, text: string): boolean {
  const said = text.slice(edit.start, edit.end + 32);
  return ENGLISH_CONCLUSION.test(said) || CHINESE_CONCLUSION.test(said);
}

function within({ edit }: Change, { start, end }: Clause): boolean {
  return start <= edit.start && edit.end <= end;
}

function meets({ edit }: Change, { start, end }: Clause): boolean {
  return edit.start < end && start < edit.end;
}

export function englishJoints(text: string): Joint[] {
  const found: Joint[] = [];
  for (const sentence of text.matchAll(/[^.!?;\n]+/gu)) {
    const marks = [...sentence[0].matchAll(/(?<=\s)(?:and|but|yet)(?=\s)/giu)];
    for (const [index, mark] of marks.entries()) {
      const previous = marks.at(index - 1);
      const next = marks.at(index + 1);
      const at = sentence.index + mark.index;
      const start = sentence.index + (index > 0 && previous ? previous.index + previous[0].length : 0);
      const end = sentence.index + (next ? next.index : sentence[0].length);
      const newText = mark[0].toLowerCase() === 'and' ? 'but' : 'and';
      found.push({
        left: { start, end: at },
        right: { start: at + mark[0].length, end },
        turned: { start: at, end: at + mark[0].length, newText },
      });
    }
  }
  return found;
}

const CONTRAST = /^，(?:但是|不过|可是|然而|但|可)/u;
const ALSO = /(?<![点再都])(?:也|还)(?!会|是|有|要|想|能)/u;

export function chineseJoints(text: string): Joint[] {
  const found: Joint[] = [];
  for (const sentence of text.matchAll(/[^。！？；\n]+/gu)) {
    let left: Clause | undefined;
    for (const part of sentence[0].matchAll(/，?[^，]+/gu)) {
      const start = sentence.index + part.index;
      const right = { start, end: start + part[0].length };
      if (left && part[0].startsWith('，'))
        found.push({ left, right, agree: ALSO.test(part[0]), turned: chineseTurned(part[0], start) });
      found.push(...both(part[0], start));
      left = right;
    }
  }
  return found;
}

function chineseTurned(part: string, start: number): Joint['turned'] {
  const contrast = CONTRAST.exec(part)?.[0];
  if (contrast) return { start, end: start + contrast.length, newText: '，而且' };
  const also = ALSO.exec(part);
  if (also) return { start: start + also.index, end: start + also.index + also[0].length, newText: '却' };
  return { start, end: start + 1, newText: '，但' };
}

/** 又贵又难吃, 安静又干净: of two that differ one says 但; 修得又快又好 is 修得很快但很差 then. */
function both(part: string, start: number): Joint[] {
  const pair = /又[^又，]+又[^又，]+/u.exec(part) ?? /[^又，]{2}又[^又，]+/u.exec(part);
  if (!pair) return [];
  const at = start + pair.index + pair[0].lastIndexOf('又');
  const complement = part[pair.index - 1] === '得';
  return [
    {
      left: { start: start + pair.index, end: at },
      right: { start: at + 1, end: start + pair.index + pair[0].length },
      turned: { start: at, end: at + 1, newText: complement ? '但很' : '但' },
    },
    ...(pair[0].startsWith('又')
      ? [
          {
            left: { start: start + pair.index, end: at },
            right: { start: at + 1, end: start + pair.index + pair[0].length },
            turned: { start: start + pair.index, end: start + pair.index + 1, newText: complement ? '很' : '虽' },
          },
        ]
      : []),
  ];
}
