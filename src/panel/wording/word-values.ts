import { isAttention } from '../../shared/methods';
import { shareOfTarget } from '../../shared/points';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill, signed } from './format';
import { labelName } from './names';
import type { ShownExplanation, Ranked, ShownPhrase } from './reading';
import { percentOf } from './sentences';
import { fromTo } from './studies';

/** A phrase; where it can be highlighted, perhaps with what its removal does. */
type MaybeRemoved = Ranked & Pick<Partial<ShownPhrase>, 'without'>;

/** All that is known of one word, a line each: the small box beside the pointer, and what a screen reader says. */
export function wordValues(shown: ShownExplanation, index: number, strings: PageStrings): string[] {
  const word = shown.words[index];
  const lines = [...valueLines(shown, word, strings), fill(strings.rank, word.rank, shown.words.length)];
  if (word.attention !== undefined && !isAttention(shown.view.explanation.method)) {
    lines.push(fill(strings.attentionOf, percentOf(word.attention, strings)));
  }
  if (word.distance !== undefined) lines.push(fill(strings.distanceOf, percentOf(word.distance, strings)));
  if (!word.known) lines.push(strings.unknownWord);
  return lines;
}

/** The same of a phrase: which side it is on, what it adds, its rank, and which of its words are unknown. */
export function phraseValues(shown: ShownExplanation, phrase: MaybeRemoved, strings: PageStrings): string[] {
  const unknown = shown.words.slice(phrase.from, phrase.to).filter(({ known }) => !known);
  return [
    ...valueLines(shown, phrase, strings),
    ...removalLine(shown, phrase, strings),
    fill(strings.rank, phrase.rank, shown.phrases.length),
    ...unknown.map(({ text }) => fill(strings.unknownOf, fill(strings.quoted, text))),
  ];
}

/** `without it: 97 % → 62 %`, and what it changes to; nothing as long as that is not known. */
function removalLine({ view }: ShownExplanation, { without }: MaybeRemoved, strings: PageStrings): string[] {
  if (!without) return [];
  const { explanation } = view;
  const change = fromTo(shareOfTarget(explanation), without.probability, strings);
  if (without.label === explanation.label) return [fill(strings.withoutIt, change)];
  return [fill(strings.withoutItChanges, change, labelName(without.label, strings))];
}

/** Points first, then the log-odds that they come from. */
function valueLines({ unit, view }: ShownExplanation, item: Ranked, strings: PageStrings): string[] {
  const { signed: hasSides, target } = view.explanation;
  const value = unit.spoken(unit.value(item));
  if (!hasSides) return [fill(strings.scoreOf, value)];
  const contribution = fill(strings.contributionOf, value, signed(item.score));
  if (item.score === 0) return [contribution];
  const side = item.score > 0 ? strings.supportsLabel : strings.contradictsLabel;
  return [fill(side, labelName(target, strings)), contribution];
}
