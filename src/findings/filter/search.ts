import type { RowStore } from '../store/row-store';
import { matchingValues } from './matching';

/** A part of what was typed. */
type Part = { readonly pattern: RegExp } | { readonly phrase: string };

/** Why what was typed cannot be searched for. */
export class SearchProblem extends Error {}

const PARTS = /\/((?:[^/\\]|\\.)+)\/([ims]*)(?=\s|$)|["“]([^"”]*)["”]|(\S+)/gu;
const WORD_PARTS = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
const HAN = /\p{Script=Han}/u;

/** @throws SearchProblem where a pattern is no valid regular expression */
function searchParts(typed: string): Part[] {
  const parts: Part[] = [];
  for (const [whole, pattern, flags, phrase, word] of typed.trim().matchAll(PARTS)) {
    if (pattern !== undefined) parts.push({ pattern: patternOf(pattern, flags, whole) });
    else if ((phrase ?? word).trim() !== '')
      parts.push({ phrase: (phrase ?? word).toLowerCase().replace(/\s+/gu, ' ') });
  }
  return parts;
}

function patternOf(pattern: string, flags: string, whole: string): RegExp {
  try {
    return new RegExp(pattern, `${[...new Set(flags)].join('')}u`);
  } catch (error) {
    // What the engine says repeats the pattern before its reason.
    throw new SearchProblem(`${whole} (${(error as Error).message.replace(/^.*: /u, '')})`);
  }
}

/** Tells which rows have all that was typed. Words are found within words, in either case. */
export function searchTest(store: RowStore, typed: string): (row: number) => boolean {
  const tests = searchParts(typed).map((part) =>
    'pattern' in part ? (row: number) => part.pattern.test(store.text(row)) : phraseTest(store, part.phrase),
  );
  return (row) => tests.every((test) => test(row));
}

/** Latin words are looked up among the different words first, which is quicker than reading all texts. */
function phraseTest(store: RowStore, phrase: string): (row: number) => boolean {
  const words = phrase.match(WORD_PARTS) ?? [];
  const spaced = phrase.includes(' ');
  const inText = (row: number) => {
    const text = store.text(row).toLowerCase();
    return (spaced ? text.replace(/\s+/gu, ' ') : text).includes(phrase);
  };
  if (words.length === 0 || HAN.test(phrase)) return inText;
  const needsText = words.length > 1 || words[0] !== phrase;
  const sets = words.map((part) => matchingValues(store.words, (word) => word.includes(part)));
  return (row) => {
    if (store.isDamaged(row)) return inText(row);
    for (const set of sets) if (!store.hasToken(row, set)) return false;
    return !needsText || inText(row);
  };
}
