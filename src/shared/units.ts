import { isNegatedVerb } from './complements';
import type { ExplainedWord, Explanation } from './explanation';
import { firstStartingAt } from './first-from';

/** What is highlighted as one and ranked against the others: a phrase, or a word where the method scores words. */
export interface Unit {
  /** Words of the explanation: the first, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** The words that are highlighted: without those at its ends that carry no meaning. */
  readonly first: number;
  readonly last: number;
  /** The sum of its words' scores. */
  readonly score: number;
  /** Whether it can be highlighted at all: not of signs or numbers alone, and not out of vocabulary. */
  readonly telling: boolean;
  /** Whether it has words of grammar alone, as “I am”: it counts, and is ranked behind all others. */
  readonly grammatical: boolean;
}

interface Part {
  readonly from: number;
  readonly to: number;
}

/** Words at the ends of a highlight whose score is a smaller part of the largest one are left out; the first that fits. */
const PARTS = [0.05, 0.15, 0.4, 1] as const;
/** Neither are words that move the log-odds less. */
const LEAST = 0.1;
/** Words that carry no sentiment of their own end a highlight only if they score as much as a fourth of the largest. */
const FUNCTION =
  /^(?:the|an?|and|but|or|so|that|which|who|i|we|you|he|she|it|they|me|us|him|them|my|our|your|his|her|its|their|this|these|is|was|are|were|be|been|am|of|in|on|at|to|for|with|as|by|from|的|了|是|也|就|都|和|但|但是|而|而且|我|我们|你|他|她|它|这|那|在|把|被|还)$/iu;
/** A negator and what follows it are one though their signs differ, if one of them is so small beside the other. */
const SMALL_DIFFERENCE = 0.25;
/** A highlight is at most so long: words of English, characters of Chinese. */
const LONGEST = { words: 8, characters: 12 } as const;

const SAYS = /[\p{L}\p{Extended_Pictographic}]/u;
const SIGNS = /^[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}]+$/u;
const EMOTICON = /^(?:[:;=8xX][-o'^]?[)(DPpd/\\|*[\]<>3]+|[(<][-:^;]+[)>]|<\/?3+)$/u;
const HAN = /\p{sc=Han}/u;
/** A negating word: a unit keeps it together with what it negates, even where its own score is small. */
const NEGATOR =
  /^(?:not|no|never|nor|neither|hardly|barely|without|cannot|.+n['’]t|n['’]t|[不没無无非别未莫勿]|没有|并不|不太|不会|不能|不算|不是|不够|从不|从未|毫无|绝不)$/iu;

/**
 * The units of an explanation, in text order, without overlap. A phrase ends at a comma or full stop, so that no highlight
 * goes from one clause into the next; a negator goes with what it negates, unless the two are worth much on either side.
 */
export function unitsOf({ words, phrases, signed }: Pick<Explanation, 'words' | 'phrases' | 'signed'>): Unit[] {
  const parts = phrases ? phrases.flatMap((phrase) => clauses(words, phrase)) : words.map((_, at) => one(at));
  return (signed ? withVerbs(words, withNegators(words, parts)) : parts).map((part) => unitOf(words, part));
}

const one = (at: number): Part => ({ from: at, to: at + 1 });

function clauses(words: readonly ExplainedWord[], { start, end }: { readonly start: number; readonly end: number }) {
  const parts: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  for (let at = firstStartingAt(words, start); at < words.length && words[at].end <= end; at++) {
    if (isSign(words[at].text)) {
      parts.push(one(at));
      open = undefined;
    } else if (open) open.to = at + 1;
    else parts.push((open = one(at)));
  }
  return parts;
}

/** A negator at the end of a part goes over to the part after it, if no sign stands between them. */
function withNegators(words: readonly ExplainedWord[], parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  let carried: number | undefined;
  parts.forEach((part, at) => {
    const from = carried ?? part.from;
    carried = undefined;
    let { to } = part;
    const next = parts.at(at + 1);
    if (next?.from === to && !isSign(words[next.from].text))
      while (to > from && NEGATOR.test(words[to - 1].text) && onOneSide(words[to - 1].score, sumOf(words, next))) to--;
    if (to < part.to) carried = to;
    if (to > from) found.push({ from, to });
  });
  return found;
}

/** Of 用不了 the verb goes over to the part that begins with 不了: what is negated is both. */
function withVerbs(words: readonly ExplainedWord[], parts: readonly Part[]): Part[] {
  const found: Part[] = [];
  for (const part of parts) {
    const before = found.at(-1);
    const verb = part.from - 1;
    const taken =
      before?.to === part.from && negatesVerb(words, part.from) && onOneSide(words[verb].score, sumOf(words, part));
    if (!taken) {
      found.push(part);
      continue;
    }
    found.pop();
    if (before.from < verb) found.push({ from: before.from, to: verb });
    found.push({ from: verb, to: part.to });
  }
  return found;
}

function negatesVerb(words: readonly ExplainedWord[], at: number): boolean {
  if (at === 0 || words[at - 1].end !== words[at].start) return false;
  return !FUNCTION.test(words[at - 1].text) && isNegatedVerb(words[at - 1].text, words[at].text);
}

function onOneSide(a: number, b: number): boolean {
  return a * b >= 0 || Math.min(Math.abs(a), Math.abs(b)) < SMALL_DIFFERENCE * Math.max(Math.abs(a), Math.abs(b));
}

function sumOf(words: readonly ExplainedWord[], { from, to }: Part): number {
  return words.slice(from, to).reduce((sum, { score }) => sum + score, 0);
}

function unitOf(words: readonly ExplainedWord[], { from, to }: Part): Unit {
  const inside = words.slice(from, to);
  // A phrase is named by what it says: a word of grammar that scores more does not stand for it alone.
  const saying = inside.filter(({ text }) => says(text) && !FUNCTION.test(text));
  const weighed = saying.length > 0 ? saying : inside;
  const largest = weighed.reduce((most, { score }) => Math.max(most, Math.abs(score)), 0);
  let cut: Part = { from, to };
  for (const part of PARTS) {
    cut = trimmed(words, { from, to }, largest, Math.min(largest, Math.max(part * largest, LEAST)));
    if (fits(words, cut)) break;
  }
  return {
    from,
    to,
    first: cut.from,
    last: cut.to,
    score: sumOf(words, { from, to }),
    telling: inside.some(({ text, known }) => known && says(text)),
    grammatical: saying.length === 0,
  };
}

function trimmed(words: readonly ExplainedWord[], { from, to }: Part, largest: number, least: number): Part {
  const idle = (at: number): boolean =>
    !says(words[at].text) ||
    Math.abs(words[at].score) < (FUNCTION.test(words[at].text) ? Math.max(least, SMALL_DIFFERENCE * largest) : least);
  const negates = (at: number): boolean => NEGATOR.test(words[at].text);
  let [first, last] = [from, to];
  while (first < last - 1 && idle(first) && !negates(first)) first++;
  while (last > first + 1 && idle(last - 1) && !negates(last - 2)) last--;
  if (first > from && negatesVerb(words, first)) first--;
  return { from: first, to: last };
}

function fits(words: readonly ExplainedWord[], { from, to }: Part): boolean {
  const text = words.slice(from, to).map((word) => word.text);
  if (text.some((word) => HAN.test(word))) return words[to - 1].end - words[from].start <= LONGEST.characters;
  return text.length <= LONGEST.words;
}

function says(text: string): boolean {
  return SAYS.test(text) || EMOTICON.test(text);
}

/** Parts one clause from the next. */
function isSign(text: string): boolean {
  return SIGNS.test(text) && !EMOTICON.test(text);
}
