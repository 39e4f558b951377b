import { shareOfTarget } from '../../shared/points';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill } from './format';
import { labelName } from './names';
import type { ShownExplanation } from './reading';
import { leadSentence } from './sentences';
import { inPercent } from './studies';

/**
 * What follows `Positive 72 %` in one plain paragraph: the other labels, which phrases decide, what the text would be
 * without the strongest of them, and what a reader should know first.
 */
export function summaryOf(shown: ShownExplanation, strings: PageStrings): string {
  const { explanation, warnings } = shown.view;
  const others = Object.entries(explanation.probabilities)
    .filter(([label]) => label !== explanation.label)
    .sort((a, b) => b[1] - a[1])
    .map(([label, probability]) => `${labelName(label, strings)} ${inPercent(probability, strings)}`);
  const probabilities = fill(strings.leadAlone, others.map((other) => fill(strings.listedNext, other)).join(''));
  const sentences = [leadSentence(shown, strings), withoutStrongest(shown, strings), ...warnings];
  return sentences.reduce<string>(
    (paragraph, sentence) => (sentence === undefined ? paragraph : fill(strings.leadTwo, paragraph, sentence)),
    probabilities,
  );
}

/** `Without “the best scrambled eggs”, the probability of positive would be 55 %.` Undefined as long as that is not known. */
function withoutStrongest({ view, phrases }: ShownExplanation, strings: PageStrings): string | undefined {
  const { explanation } = view;
  const strongest = phrases.find(({ step, direction }) => step > 0 && direction === 'for');
  if (!strongest?.without || explanation.target !== explanation.label || explanation.against !== undefined)
    return undefined;
  const { probability, label } = strongest.without;
  const phrase = fill(strings.quoted, strongest.text);
  const after = inPercent(probability, strings);
  const now = labelName(explanation.label, strings);
  if (label !== explanation.label) return fill(strings.withoutBecomes, phrase, now, after, labelName(label, strings));
  const same = after === inPercent(shareOfTarget(explanation), strings);
  return fill(same ? strings.withoutStill : strings.withoutWouldBe, phrase, now, after);
}
