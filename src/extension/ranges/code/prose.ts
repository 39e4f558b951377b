import type { Span } from '../../../shared/span';
import { scan, type CodePart } from './scan';
import { syntaxOf } from './syntaxes';

/** A line of a text, without its end. */
const LINE = /[^\r\n\u2028\u2029]+/g;
/** What stands before the words of a line in a comment: `*`, `///`, `#!`, `--`. */
const LEAD = /^[\s/*#;!%'|=~-]*/;
const TRAIL = /[\s/*#=~-]*$/;
const WORD = /[\p{L}\p{N}\p{M}'’-]*\p{L}[\p{L}\p{N}\p{M}'’-]*/gu;
const HAN = /\p{sc=Han}{2}/u;
/** Fewer words in a string are a name, a key or a path more often than something to be read. */
const FEWEST = 2;

/**
 * What people read in a document: undefined if that is all of it, else its comments and strings, one span a
 * paragraph. Comments of one line each below one another are one paragraph; a tag (`@param`) begins another.
 * @param language the editor's languageId
 */
export function proseOf(text: string, language: string): readonly Span[] | undefined {
  const syntax = syntaxOf(language);
  if (!syntax) return undefined;
  const parts = joined(text, scan(text, syntax));
  return parts.flatMap((part) => paragraphsOf(text, part)).filter((span) => isRead(text.slice(span.start, span.end)));
}

/** Where text is read that holds the offset, its ends included. */
export function proseAt(prose: readonly Span[], offset: number): Span | undefined {
  return prose.find(({ start, end }) => start <= offset && offset <= end);
}

/** Comments of one line each that stand alone on lines below one another become one part. */
function joined(text: string, parts: readonly CodePart[]): CodePart[] {
  const found: CodePart[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    const between = last && text.slice(last.end, part.start);
    const follows = between !== undefined && /^(?:\r\n|[\r\n])[^\S\r\n]*[^\w\s]{1,3}$/.test(between);
    if (last?.kind === 'line' && part.kind === 'line' && follows) found[found.length - 1] = { ...last, end: part.end };
    else found.push(part);
  }
  return found;
}

/** Stretches of lines with words; what decorates the lines of a comment is left out at both ends. */
function paragraphsOf(text: string, { kind, start, end }: CodePart): Span[] {
  const found: { start: number; end: number; last: number }[] = [];
  const comment = kind === 'line' || kind === 'block';
  let number = 0;
  let from = 0;
  const inside = text.slice(start, end);
  for (const { 0: line, index } of inside.matchAll(LINE)) {
    number += inside.slice(from, index).match(/\r\n|[\r\n\u2028\u2029]/g)?.length ?? 0;
    from = index + line.length;
    const lead = (comment ? LEAD : /^\s*/).exec(line)![0].length;
    const words = line.slice(lead).replace(comment ? TRAIL : /\s*$/, '');
    if (words === '') continue;
    const here = { start: start + index + lead, end: start + index + lead + words.length, last: number };
    const open = found.at(-1);
    if (open?.last === number - 1 && !(comment && words.startsWith('@'))) {
      open.end = here.end;
      open.last = number;
    } else found.push(here);
  }
  return found.map((each) => ({ start: each.start, end: each.end }));
}

function isRead(text: string): boolean {
  if (HAN.test(text)) return true;
  return /\s/.test(text) && (text.match(WORD)?.length ?? 0) >= FEWEST;
}
