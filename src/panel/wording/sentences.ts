import { isAttention, METHODS } from '../../shared/methods';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { capitalised } from '../../shared/strings/capitalised';
import { fill, fixed } from './format';
import { labelName } from './names';
import type { ShownExplanation, ShownPhrase } from './reading';
import { largestNameable, nearestNameable } from './nameable-words';
import { inPercent } from './studies';
import { isNothing, sumOf } from './unit';

/** The largest number of phrases that are named for and against. */
const NAMED = 2;

/** `“wonderful” and “tears”`. */
export function quotedList(words: readonly { readonly text: string }[], strings: PageStrings): string {
  const quoted = words.map(({ text }) => fill(strings.quoted, text));
  return quoted.reduce((list, word) => fill(strings.and, list, word));
}

/** `Positive 72 %`. */
export function predictionText({ view }: ShownExplanation, label: string, strings: PageStrings): string {
  const name = labelName(label, strings);
  return `${capitalised(name)} ${inPercent(view.explanation.probabilities[label], strings)}`;
}

/** Which phrases decide: the sentence under the prediction; undefined if none stands out. */
export function leadSentence(
  { view: { explanation }, phrases, unit }: ShownExplanation,
  strings: PageStrings,
): string | undefined {
  const strong = phrases.filter(({ step }) => step >= 2);
  if (strong.length === 0) return undefined;
  const { method, target, against, label } = explanation;
  if (!explanation.signed) {
    const leads = { 'state-distance': strings.leadDistance, learned: strings.leadLearned };
    const template = method in leads ? leads[method as keyof typeof leads] : strings.leadAttention;
    return fill(template, quotedList(strong.slice(0, NAMED), strings));
  }
  const decides = target === label && against === undefined;
  const one = decides ? strings.leadForOne : strings.leadSpeakOne;
  const many = decides ? strings.leadForMany : strings.leadSpeakMany;
  const pro = (decides && together(strong)) || clause(strong, 'for', one, many);
  // Alone, the sentence would not say what “it” is.
  const [against1, againstMany] = pro
    ? [strings.leadAgainstOne, strings.leadAgainstMany]
    : [strings.leadContradictsOne, strings.leadContradictsMany];
  const clauses = [pro, clause(strong, 'against', against1, againstMany)].filter((text) => text !== undefined);
  return fill(clauses.length === 2 ? strings.leadBoth : strings.leadAlone, ...clauses);

  /** Where the strongest make less than half of what supports it, all are counted. */
  function together(those: readonly ShownPhrase[]): string | undefined {
    const found = those.filter(({ direction }) => direction === 'for');
    const named = found.slice(0, NAMED);
    if (found.length <= NAMED || sumOf(named, unit) >= sumOf(found, unit) / 2) return undefined;
    return fill(strings.leadForMore, ...named.map(({ text }) => fill(strings.quoted, text)), found.length - NAMED);
  }

  function clause(those: readonly ShownPhrase[], side: ShownPhrase['direction'], single: string, several: string) {
    const found = those.filter(({ direction }) => direction === side).slice(0, NAMED);
    if (found.length === 0) return undefined;
    return fill(found.length === 1 ? single : several, quotedList(found, strings), labelName(target, strings));
  }
}

/** What the words do together: the finding of *All words*. */
export function wordFinding(shown: ShownExplanation, strings: PageStrings): string {
  const { explanation } = shown.view;
  const { words, unit } = shown;
  if (isAttention(explanation.method)) return attentionFinding(shown, strings) ?? '';
  if (!explanation.signed && METHODS[explanation.method].readOff !== 'state distance') {
    const [most] = shown.phrases.length > 0 ? shown.phrases : shown.ranked;
    return fill(strings.largestFinding, quotedList([most], strings), unit.spoken(unit.value(most)));
  }
  const [forIt, againstIt] = [1, -1].map((side) => words.filter((word) => unit.value(word) * side > 0));
  const [upSum, downSum] = [sumOf(forIt, unit), sumOf(againstIt, unit)];
  // What rounds to nothing is added up, but no word that supports or contradicts.
  const [up, down] = [forIt, againstIt].map((side) => side.filter((word) => !isNothing(word, unit)));
  if (!explanation.signed) {
    return fill(
      strings.bothSides,
      fill(up.length === 1 ? strings.towardOne : strings.towardMany, unit.spoken(upSum), up.length),
      down.length === 0 ? strings.awayNone : fill(strings.awayMany, unit.spoken(downSum), down.length),
    );
  }
  const target = labelName(explanation.target, strings);
  const pushing = up.length === 0 ? strings.forNone : up.length === 1 ? strings.forOne : strings.forMany;
  const contradicting = down.length === 1 ? strings.againstOne : strings.againstMany;
  // The unit is said once. What both make together stands above, as 32 % → 98 %: rounded sums would seldom agree with it.
  const second = up.length === 0 ? unit.spoken(downSum) : unit.figure(downSum);
  return fill(
    strings.bothSides,
    fill(pushing, target, unit.spoken(upSum), up.length),
    down.length === 0 ? strings.againstNone : fill(contradicting, down.length, second),
  );
}

/** Undefined for a model without attention. */
export function attentionFinding({ words, evenShare }: ShownExplanation, strings: PageStrings): string | undefined {
  if (evenShare === undefined) return undefined;
  const shares = words.map(({ attention = 0 }) => attention);
  const most = largestNameable(words, shares);
  return fill(
    strings.attendedFinding,
    quotedList([words[most]], strings),
    percentOf(shares[most], strings),
    fixed(shares[most] / evenShare, 1),
    percentOf(evenShare, strings),
  );
}

/**
 * How far each word moved the state: distance before it − distance after it; the empty text is 1 away. Undefined
 * where there are no distances, and where they are the mean of two reading directions: then no single way leads from
 * 1 to 0 along the text.
 */
export function moves({ words }: Pick<ShownExplanation, 'words'>): number[] | undefined {
  const distances = words.map(({ distance }) => distance);
  if (distances.some((distance) => distance === undefined) || distances[distances.length - 1]! > 1e-3) return undefined;
  return distances.map((distance, index) => (distances[index - 1] ?? 1) - distance!);
}

/** Undefined if the state cannot be followed along the text. */
export function formedFinding(shown: ShownExplanation, strings: PageStrings): string | undefined {
  const moved = moves(shown);
  if (!moved) return undefined;
  const { words } = shown;
  const half = words.findLastIndex(({ distance }) => distance! > 0.5) + 1;
  const most = largestNameable(words, moved);
  return fill(
    strings.formedFinding,
    quotedList([nearestNameable(words, half)], strings),
    half + 1,
    words.length,
    quotedList([words[most]], strings),
    percentOf(moved[most], strings),
  );
}

/** With one decimal: shares, not probabilities. */
export function percentOf(share: number, strings: PageStrings): string {
  // Number and sign stay on one line.
  return fill(strings.percent, fixed(100 * share, 1)).replace(' ', '\u00a0');
}
