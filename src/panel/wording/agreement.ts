import type { Method } from '../../shared/methods';
import type { StudyResults } from '../../shared/protocol/panel';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { capitalised } from '../../shared/strings/capitalised';
import { fill, fixed } from './format';
import { methodName } from './names';
import type { ShownExplanation } from './reading';
import { nameableAmong } from './nameable-words';
import type { Table } from './tables';
import { AGREEING } from './trust';

type Agreement = NonNullable<StudyResults['agreement']>;

/** How alike two methods rank the words; undefined for a method with itself. */
export function pairOf({ pairs }: Agreement, one: Method, other: Method): Agreement['pairs'][number] | undefined {
  return pairs.find(({ methods }) => one !== other && methods.includes(one) && methods.includes(other));
}

/** Which two agree most, and which least. */
export function agreementFinding({ pairs }: Agreement, strings: PageStrings): string {
  const ordered = pairs.filter(({ tau }) => tau !== undefined).sort((a, b) => b.tau! - a.tau!);
  if (ordered.length === 0) return strings.agreementAlone;
  const [most, least] = [ordered[0], ordered[ordered.length - 1]];
  const names = ({ methods }: (typeof ordered)[number]) => methods.map((method) => methodName(method, strings));
  return capitalised(
    fill(strings.agreementFinding, ...names(most), fixed(most.tau!), ...names(least), fixed(least.tau!)),
  );
}

/** How alike all methods rank the words, and the phrase whose place differs most: the finding of the section. */
export function comparedFinding(shown: ShownExplanation, agreement: Agreement, strings: PageStrings): string {
  const taus = agreement.pairs.flatMap(({ tau }) => (tau === undefined ? [] : [tau]));
  if (taus.length === 0) return strings.agreementAlone;
  const mean = fill(strings.comparedMean, fixed(taus.reduce((sum, tau) => sum + tau, 0) / taus.length));
  const places = placesOf(shown, agreement);
  // On what the check says that they agree, they do not differ most.
  const differs = (one: Placed) => one.places.filter((place) => place === 0).length < AGREEING * one.places.length;
  const named = nameableAmong(shown.words, [...places.keys()]);
  const told = named.flatMap((word) => places.get(word) ?? []).filter(differs);
  if (told.length === 0) return fill(strings.leadAlone, mean);
  const most = told.reduce((best, each) => (spread(each.places) > spread(best.places) ? each : best));
  if (spread(most.places) === 0) return fill(strings.leadAlone, mean);
  return fill(strings.leadBoth, mean, fill(strings.comparedMost, most.text));
}

/** A phrase among the strongest of a method, and its place with each. */
interface Placed {
  readonly text: string;
  readonly places: readonly number[];
}

/** The phrase of each word that a method has among its strongest: as in the check, its words are one reason, at the best of their places. */
function placesOf(shown: ShownExplanation, { methods }: Agreement): Map<number, Placed> {
  const words = new Set(methods.flatMap(({ top }) => top));
  return new Map(
    [...words].map((word) => {
      const { text, from, to } = shown.phrases.find((each) => each.from <= word && word < each.to) ?? shown.words[word];
      const places = methods.map(({ top }) => {
        const place = top.findIndex((each) => from <= each && each < to);
        return place < 0 ? top.length : place;
      });
      return [word, { text, places }];
    }),
  );
}

/** How far the places are from their median on average: one method alone does not make a phrase the most disputed. */
function spread(places: readonly number[]): number {
  const ordered = [...places].sort((a, b) => a - b);
  const median = ordered[Math.floor(ordered.length / 2)];
  return ordered.reduce((sum, place) => sum + Math.abs(place - median), 0) / ordered.length;
}

/** Each pair, and the strongest words of each method. */
export function agreementTable(
  agreement: Agreement,
  words: readonly { readonly text: string }[],
  strings: PageStrings,
): Table {
  const name = (method: Method) => capitalised(methodName(method, strings));
  return {
    head: [strings.method, strings.otherMethod, strings.tau, strings.shared, strings.strongestThree],
    numeric: [false, false, true, true, false],
    rows: agreement.methods.flatMap(({ method, top }) => {
      const strongest = top.slice(0, 3).map((word) => words[word].text);
      const alone = [name(method), '', '', '', strongest.reduce((list, word) => fill(strings.and, list, word))];
      const pairs = agreement.pairs
        .filter(({ methods }) => methods[0] === method)
        .map(({ methods, tau, shared }) => [
          name(method),
          name(methods[1]),
          tau === undefined ? '' : fixed(tau),
          fixed(100 * shared, 0),
          '',
        ]);
      return [alone, ...pairs];
    }),
  };
}

/** Which methods were left out of the comparison, and why; undefined if none was. */
export function leftOut({ left }: Agreement, strings: PageStrings): string | undefined {
  if (left.length === 0) return undefined;
  const each = left.map(({ method, reason }) =>
    fill(/^(cost|too-many-words)$/.test(reason) ? strings.leftCost : strings.leftOther, methodName(method, strings)),
  );
  return fill(
    strings.notAsked,
    each.reduce((list, one) => fill(strings.and, list, one)),
  );
}
