import type { ExplanationPair } from '../../shared/protocol/sheets';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { capitalised } from '../../shared/strings/capitalised';
import { fill } from './format';
import { shownExplanation, type ShownExplanation } from './reading';
import type { WordRange } from './sums';
import type { Table } from './tables';

/** A phrase of two texts: what it adds in each, and what that changes. */
export interface MovedPhrase {
  readonly text: string;
  /** In which of the texts it stands. */
  readonly stands: 'before' | 'after' | 'both';
  /** Percentage points; left out if it does not stand. */
  readonly before?: number;
  readonly after?: number;
  readonly change: number;
}

/** The table has at most so many rows. */
const MOST = 12;

/** The phrases of both texts by how much they changed; undefined if they cannot be read for one label. */
export function movedPhrases(
  { beforeTo, afterTo }: ExplanationPair,
  strings: PageStrings,
): readonly MovedPhrase[] | undefined {
  if (!beforeTo || !afterTo) return undefined;
  const [before, after] = [beforeTo, afterTo].map((view) => shownExplanation(view, strings));
  const [was, is] = [sideOf(before), sideOf(after)];
  const rows: MovedPhrase[] = [];
  compareEach(is, was, (text, now, then) => rows.push(rowOf(text, then, now)));
  compareEach(was, is, (text, then, now) => rows.push(rowOf(text, then, now)));
  const clear = rows.filter(({ change }) => Math.abs(change) >= CLEAR);
  return (clear.length > 0 ? clear : rows.filter(({ change }) => Math.abs(change) >= LEAST))
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change))
    .slice(0, MOST);
}

/** One of the two texts while its phrases are compared with the other's. */
interface Side {
  readonly shown: ShownExplanation;
  /** Words whose points stand in a row. */
  readonly told: Set<number>;
  /** Words that stand in the other text as well: no second phrase of it is compared with them. */
  readonly taken: Set<number>;
}

const sideOf = (shown: ShownExplanation): Side => ({ shown, told: new Set(), taken: new Set() });

/** A phrase, or what is left of it: the words that name it, and all that its points are of. */
type Part = WordRange & { readonly whole: WordRange };

/**
 * Each phrase of one text beside the same words of the other, which may cut them otherwise: “excellent” of “excellent at
 * keeping” goes though “keeping” stays. No word that stands in both texts is said to have come or gone.
 */
function compareEach(
  own: Side,
  other: Side,
  say: (text: string, own: number, other: number | undefined) => void,
): void {
  const compare = (part: Part): void => {
    const [mine, theirs] = sameWords(own, other, part) ?? [part.whole, undefined];
    add(own.told, mine);
    add(own.taken, theirs ? mine : part);
    if (theirs) [other.told, other.taken].forEach((words) => add(words, theirs));
    const name = covers(mine, part) ? part : mine;
    const text = textOf(own.shown, name).replace(/\s+/g, ' ');
    say(text, pointsIn(own.shown, mine), theirs && pointsIn(other.shown, theirs));
  };
  for (const phrase of own.shown.phrases) {
    if (Math.abs(phrase.points ?? 0) < LEAST) continue;
    if (!overlaps(phrase.whole, own.told)) compare(phrase);
    let rests = leftOf(own.shown, phrase.whole, own.told);
    while (rests.length > 0) {
      compare({ ...rests[0], whole: rests[0] });
      rests = leftOf(own.shown, phrase.whole, own.told);
    }
  }
}

/**
 * The longest stretch of a part that stands in the other text, in either of them: with all words that name the part, or
 * else any that counts.
 */
function sameWords(own: Side, other: Side, part: Part): readonly [WordRange, WordRange] | undefined {
  const text = textOf(own.shown, part);
  const stretches = stretchesOf(part.whole);
  const counted = (one: WordRange): boolean => Math.abs(pointsIn(own.shown, one)) >= CLEAR;
  for (const mine of [...stretches.filter((one) => covers(one, part)), ...stretches.filter(counted)]) {
    const there = stretchOf(other.shown, textOf(own.shown, mine), other.taken);
    if (!there) continue;
    // The other text has a phrase of this name: each is told with the points that its own text shows.
    const named = other.shown.phrases.find((each) => covers(each.whole, there) && textOf(other.shown, each) === text);
    return named && covers(mine, part) ? [part.whole, named.whole] : [mine, there];
  }
  return undefined;
}

/** All runs of words of a stretch, the longest first. */
function stretchesOf({ from, to }: WordRange): WordRange[] {
  const sizes = Array.from({ length: to - from }, (_, less) => to - from - less);
  return sizes.flatMap((size) =>
    Array.from({ length: to - from - size + 1 }, (_, at) => ({ from: from + at, to: from + at + size })),
  );
}

function add(words: Set<number>, { from, to }: WordRange): void {
  for (let word = from; word < to; word++) words.add(word);
}

/** A phrase whose change rounds to zero gets no row; one below three points gets one only where nothing changed by more. */
const LEAST = 0.5;
const CLEAR = 3;

function rowOf(text: string, before: number | undefined, after: number | undefined): MovedPhrase {
  const stands = before === undefined ? 'after' : after === undefined ? 'before' : 'both';
  const known = { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  // Of the figures as they are shown: +4 → +4 is no change, whatever lies behind the point.
  return { text, stands, ...known, change: Math.round(after ?? 0) - Math.round(before ?? 0) };
}

/** The stretches of a phrase that were not compared yet, without words at their ends that count for nothing. */
function leftOf(shown: ShownExplanation, { from, to }: WordRange, used: ReadonlySet<number>): WordRange[] {
  const found: { from: number; to: number }[] = [];
  for (let word = from; word < to; word++) {
    if (used.has(word) || Math.abs(shown.words[word].points ?? 0) < LEAST) continue;
    const last = found.at(-1);
    const joins = last !== undefined && !overlaps({ from: last.to, to: word }, used);
    if (joins) last.to = word + 1;
    else found.push({ from: word, to: word + 1 });
  }
  return found;
}

const pointsIn = ({ words }: ShownExplanation, { from, to }: WordRange): number =>
  words.slice(from, to).reduce((sum, { points = 0 }) => sum + points, 0);

const textOf = ({ view, words }: ShownExplanation, { from, to }: WordRange): string =>
  view.explanation.text.slice(words[from].start, words[to - 1].end);

const covers = (outer: WordRange, inner: WordRange): boolean => outer.from <= inner.from && inner.to <= outer.to;

const overlaps = ({ from, to }: WordRange, used: ReadonlySet<number>): boolean =>
  Array.from({ length: to - from }, (_, at) => from + at).some((word) => used.has(word));

/** The words of the other text that are written the same, if no other phrase has taken one of them. */
function stretchOf({ view, words }: ShownExplanation, text: string, used: ReadonlySet<number>): WordRange | undefined {
  const whole = view.explanation.text.toLowerCase();
  const sought = text.toLowerCase();
  for (let at = whole.indexOf(sought); at >= 0; at = whole.indexOf(sought, at + 1)) {
    const from = words.findIndex(({ start }) => start === at);
    const to = words.findIndex(({ end }) => end === at + sought.length) + 1;
    if (from >= 0 && to > from && !overlaps({ from, to }, used)) return { from, to };
  }
  return undefined;
}

/** `Only now: “happy to help”; only pinned: “unfortunately”.`; undefined: all stands in both texts. */
export function onlyInEach(
  rows: readonly MovedPhrase[],
  names: readonly [before: string, after: string],
  strings: PageStrings,
): string | undefined {
  const said = (['after', 'before'] as const).flatMap((stands) => {
    const list = strongest(rows, stands, strings);
    return list ? [fill(strings.phraseOne, fill(strings.onlyIn, names[stands === 'before' ? 0 : 1]), list.text)] : [];
  });
  const [first, second] = said;
  if (first === undefined) return undefined;
  const begun = capitalised(first);
  return second === undefined ? fill(strings.leadAlone, begun) : fill(strings.leadBoth, begun, second);
}

/** `“happy to help” is new; “unfortunately” is gone.`; undefined: nothing came or went. */
export function cameAndWent(rows: readonly MovedPhrase[], strings: PageStrings): string | undefined {
  const said = (stands: MovedPhrase['stands'], one: string, many: string) => {
    const list = strongest(rows, stands, strings);
    return list ? [fill(list.several ? many : one, list.text)] : [];
  };
  const parts = [...said('after', strings.isNew, strings.areNew), ...said('before', strings.isGone, strings.areGone)];
  if (parts.length === 0) return undefined;
  return parts.length === 1 ? fill(strings.leadAlone, parts[0]) : fill(strings.leadBoth, parts[0], parts[1]);
}

/** The one or two that stand there and change most; undefined: none does. */
function strongest(rows: readonly MovedPhrase[], stands: MovedPhrase['stands'], strings: PageStrings) {
  const names = rows
    .filter((row) => row.stands === stands && Math.abs(row.change) >= CLEAR)
    .slice(0, 2)
    .map(({ text }) => fill(strings.quoted, text));
  if (names.length === 0) return undefined;
  return { text: names.reduce((all, name) => fill(strings.and, all, name)), several: names.length > 1 };
}

export function movedTable(
  rows: readonly MovedPhrase[],
  names: readonly [before: string, after: string],
  unit: (value: number) => string,
  strings: PageStrings,
): Table {
  const figure = (value: number | undefined) => (value === undefined ? '–' : unit(value));
  return {
    head: [strings.phrase, ...names, strings.changeHead],
    numeric: [false, true, true, true],
    rows: rows.map(({ text, before, after, change }) => [text, figure(before), figure(after), unit(change)]),
  };
}
