import type { StudyResults } from '../../shared/protocol/panel';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { accuracyCheck } from './accuracy';
import type { Check } from './check';
import { fill, fixed, signed } from './format';
import { labelName } from './names';
import type { ShownExplanation } from './reading';
import { fromTo, inPercent } from './studies';
import type { Table } from './tables';

type Trust = NonNullable<StudyResults['trust']>;
type Agreement = NonNullable<StudyResults['agreement']>;

/** How much more must be lost without the highlights than without random words. */
const CARRIES = 0.3;
/** The share of methods that must rank the same phrase first. */
export const AGREEING = 2 / 3;

/** The highlights whose removal is measured: those that support the target; for a saliency, all. */
function supporting({ highlights }: ShownExplanation) {
  return highlights.filter(({ direction }) => direction !== 'against');
}

/** Where another label than the predicted one is explained, all that is highlighted can speak against it. */
const onlyContradicts = (shown: ShownExplanation): boolean =>
  shown.highlights.length > 0 && supporting(shown).length === 0;

/** `the 3 highlighted phrases`, `the 5 highlighted phrases that support it`: exactly those that one sees. */
function whichHighlights(shown: ShownExplanation, strings: PageStrings): string {
  const count = supporting(shown).length;
  const every = count === shown.highlights.length;
  if (count === 1) return every ? strings.highlightOne : strings.highlightOneFor;
  return fill(every ? strings.highlightMany : strings.highlightManyFor, count);
}

/** What removing the highlights does, beside random words: one plain sentence or two. */
export function trustSentence(
  shown: ShownExplanation,
  { words, reading: measured }: Trust,
  strings: PageStrings,
): string {
  if (words === 0) return strings.nothingRead;
  if (onlyContradicts(shown)) return strings.onlyContradicts;
  if (measured.words.length === 0 || supporting(shown).length === 0) return noHighlight(shown, strings);
  const { from, to, randomTo } = measured;
  const marked = fill(strings.withoutThem, whichHighlights(shown, strings), fromTo(from, to, strings));
  return fill(strings.leadTwo, marked, fill(strings.withoutRandomly, fromTo(from, randomTo, strings)));
}

/** Why nothing is highlighted. */
export function noHighlight({ view }: ShownExplanation, strings: PageStrings): string {
  return view.explanation.signed ? strings.noHighlight : strings.noHighlightShare;
}

/** The checks that there are figures for; the last is about the model, whatever the explanation. */
export function checksOf(shown: ShownExplanation, figures: StudyResults, strings: PageStrings): readonly Check[] {
  const { trust, agreement, card } = figures;
  const accuracy = accuracyCheck(shown, card, strings);
  return [
    ...(trust ? [deletionCheck(shown, trust, strings)] : []),
    ...(agreement && agreement.methods.length > 1 ? [agreementCheck(shown, agreement, strings)] : []),
    ...(accuracy ? [accuracy] : []),
  ];
}

function deletionCheck(shown: ShownExplanation, trust: Trust, strings: PageStrings): Check {
  const { words, randomTo, to } = trust.reading;
  const good = words.length > 0 && randomTo - to >= CARRIES;
  const none = onlyContradicts(shown)
    ? fill(strings.noSupportTitle, labelName(trust.target, strings))
    : strings.flatTitle;
  const title = good ? strings.checkCarry : words.length === 0 ? none : strings.checkCarryNot;
  return { good, title, detail: trustSentence(shown, trust, strings) };
}

/** Which phrase most methods put first: words of one phrase are the same reason. */
function agreementCheck(shown: ShownExplanation, { methods }: Agreement, strings: PageStrings): Check {
  const phraseOf = (word: number) => shown.phrases.find(({ from, to }) => from <= word && word < to);
  const firsts = methods.map(({ top }) => phraseOf(top[0])?.text ?? shown.words[top[0]].text);
  const counts = new Map<string, number>();
  for (const first of firsts) counts.set(first, (counts.get(first) ?? 0) + 1);
  const [first, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  const good = count / methods.length >= AGREEING;
  return {
    good,
    title: good ? strings.checkAgree : strings.checkAgreeNot,
    detail: fill(strings.agreeCount, count, methods.length, first),
  };
}

/** Undefined until every check was made that can be: a model of one method has no agreement to check. */
export function trustLevel(shown: ShownExplanation, figures: StudyResults, strings: PageStrings): string | undefined {
  const alone = (shown.view.model?.methods.length ?? 2) < 2;
  if (!figures.trust || !(figures.agreement ?? alone)) return undefined;
  const failed = checksOf(shown, figures, strings).filter(({ good }) => !good).length;
  return failed === 0 ? strings.trustFull : failed === 1 ? strings.trustPartly : strings.trustPoorly;
}

/** What the deletion chart shows. */
export function deletionFinding({ reading, target }: Trust, strings: PageStrings): string {
  const { words, to, randomTo, randomRange } = reading;
  const figures = [to, randomTo, ...randomRange].map((value) => inPercent(value, strings));
  return fill(strings.deletionFinding, words.length, labelName(target, strings), ...figures);
}

export function deletionTable({ curve, target }: Trust, strings: PageStrings): Table {
  const label = labelName(target, strings);
  return {
    head: [
      ...[strings.removed, fill(strings.withoutMarked, label), fill(strings.withoutRandom, label)],
      ...[strings.lowOfRandom, strings.highOfRandom],
    ],
    numeric: [true, true, true, true, true],
    rows: curve.map(({ removed, probability, random, randomRange = [undefined, undefined] }) => [
      String(removed),
      ...[probability, random, ...randomRange].map((value) => (value === undefined ? '' : fixed(100 * value, 1))),
    ]),
  };
}

/** Each measure with what it means. */
export function measures({ faithfulness, target }: Trust, strings: PageStrings): readonly [string, string][] {
  if (!faithfulness) return [];
  const { comprehensiveness, sufficiency, random } = faithfulness;
  return [
    [
      fill(strings.comprehensiveness, signed(comprehensiveness)),
      fill(strings.comprehensivenessIs, labelName(target, strings), signed(random.comprehensiveness)),
    ],
    [fill(strings.sufficiency, signed(sufficiency)), fill(strings.sufficiencyIs, signed(random.sufficiency))],
  ];
}
