import type { StudyResults } from '../../shared/protocol/panel';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill, fixed, signed } from './format';
import { labelName } from './names';
import type { PanelModel } from './reading';
import { inPercent, wholeNumber } from './studies';
import type { Table } from './tables';

type Trust = NonNullable<StudyResults['trust']>;
type Agreement = NonNullable<StudyResults['agreement']>;

/** One line of *How far to trust this*. */
export interface Check {
  /** Left out: it is no check, but what always is to be kept in mind. */
  readonly good?: boolean;
  readonly title: string;
  readonly detail: string;
}

/** How much more must be lost without the marked words than without random ones, and how little when only they stay. */
const CARRIES = 0.3;
const SUFFICES = 0.1;
/** Of the methods, so many must put the same word first. */
const AGREEING = 2 / 3;

/** What removing the marked words does, beside random words: one plain sentence. */
export function trustSentence({ reading, target, words }: Trust, strings: PageStrings): string {
  if (words === 0) return strings.nothingRead;
  const { words: removed, all, from, to, randomTo } = reading;
  const count = removed.length;
  if (count === 0) return strings.nothingMarked;
  const marked = count === 1 ? strings.markedOne : fill(all ? strings.markedMany : strings.markedStrongest, count);
  const random = count === 1 ? strings.randomOne : fill(strings.randomMany, count);
  const [label, before, after, chance] = [
    labelName(target, strings),
    inPercent(from, strings),
    inPercent(to, strings),
    inPercent(randomTo, strings),
  ];
  if (before === after) return fill(strings.keeps, marked, label, before, random, chance);
  return fill(to < from ? strings.drops : strings.rises, marked, label, before, after, random, chance);
}

/** The checks that there are figures for. */
export function checksOf(
  { view }: PanelModel,
  { trust, agreement }: StudyResults,
  strings: PageStrings,
): readonly Check[] {
  return [
    ...(trust ? deletionChecks(trust, strings) : []),
    ...(agreement && agreement.methods.length > 1 ? [agreementCheck(agreement, view.explanation.words, strings)] : []),
  ];
}

function deletionChecks(trust: Trust, strings: PageStrings): Check[] {
  const { reading, faithfulness } = trust;
  const carries = reading.words.length > 0 && reading.randomTo - reading.to >= CARRIES;
  const first = {
    good: carries,
    title: carries ? strings.checkCarry : strings.checkCarryNot,
    detail: trustSentence(trust, strings),
  };
  if (!faithfulness) return [first];
  const { sufficiency, random } = faithfulness;
  const suffices = sufficiency <= SUFFICES;
  return [
    first,
    {
      good: suffices,
      title: suffices ? strings.checkEnough : strings.checkEnoughNot,
      detail: fill(strings.enoughLoss, fixed(sufficiency), fixed(random.sufficiency)),
    },
  ];
}

function agreementCheck(
  { methods }: Agreement,
  words: readonly { readonly text: string }[],
  strings: PageStrings,
): Check {
  const counts = new Map<number, number>();
  for (const { top } of methods) counts.set(top[0], (counts.get(top[0]) ?? 0) + 1);
  const [first, count] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
  const good = count / methods.length >= AGREEING;
  return {
    good,
    title: good ? strings.checkAgree : strings.checkAgreeNot,
    detail: fill(strings.agreeCount, count, methods.length, words[first].text),
  };
}

/** In the end a model is right so many times in 100: on the first of its test sets. */
export function wrongness({ view }: PanelModel, strings: PageStrings): Check | undefined {
  const [first] = view.model?.measured ?? [];
  if (!first) return undefined;
  const detail = fill(strings.rightTimes, Math.round(100 * first.accuracy), first.data, wholeNumber(first.n));
  return { title: strings.checkWrong, detail };
}

/** Undefined until every check was made that can be: a model of one method has no agreement to check. */
export function trustLevel(reading: PanelModel, figures: StudyResults, strings: PageStrings): string | undefined {
  const alone = (reading.view.model?.methods.length ?? 2) < 2;
  if (!figures.trust || !(figures.agreement ?? alone)) return undefined;
  const checks = checksOf(reading, figures, strings);
  const failed = checks.filter(({ good }) => good === false).length;
  return failed === 0 ? strings.trustFull : failed === 1 ? strings.trustPartly : strings.trustPoorly;
}

/** What the deletion chart shows. */
export function deletionFinding({ reading, target }: Trust, strings: PageStrings): string {
  const { words, to, randomTo, randomRange } = reading;
  const figures = [to, randomTo, ...randomRange].map((value) => fixed(value));
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
      ...[probability, random, ...randomRange].map((value) => (value === undefined ? '' : fixed(value, 4))),
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
