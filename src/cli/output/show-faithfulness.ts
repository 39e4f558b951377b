import type { Counterfactual, Counterfactuals, FaithfulnessReport } from '../../shared/studies';
import type { Explanation } from '../../shared/explanation';
import { percent } from '../../shared/percent';

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** How reliable an explanation is, in sentences. */
export function showFaithfulness({ faithfulness, reading, target }: FaithfulnessReport): string {
  if (!faithfulness) return 'Reliability: the model uses no word of this text, so nothing can be removed.\n';
  const { words, from, to, randomTo } = reading;
  const marked = `the ${counted(words.length, 'highlighted word')}`;
  const { comprehensiveness, sufficiency, random } = faithfulness;
  const beside = `(${counted(random.orders, 'random order')}: ${random.comprehensiveness.toFixed(3)}`;
  return [
    words.length === 0
      ? 'Reliability: no word stands out.'
      : `Reliability: without ${marked} ${target} goes from ${percent(from, 1)} to ${percent(to, 1)}; ` +
        `without ${counted(words.length, 'random word')} to ${percent(randomTo, 1)}.`,
    `  comprehensiveness ${comprehensiveness.toFixed(3)} ${beside}), ` +
      `sufficiency ${sufficiency.toFixed(3)} (${random.sufficiency.toFixed(3)})`,
    '',
  ].join('\n');
}

/** What would change the prediction, in sentences. */
export function showCounterfactuals(explanation: Explanation, { removals, replacements }: Counterfactuals): string {
  const named = ({ words }: Counterfactual) => words.map((word) => `“${explanation.words[word].text}”`).join(', ');
  const becomes = ({ label, probabilities }: Counterfactual) => `→ ${label} ${percent(probabilities[label], 1)}`;
  const lines = removals.found.map((one) => `  without ${named(one)} ${becomes(one)}`);
  const [first] = removals.found;
  const head = first
    ? `${counted(first.words.length, 'word')} to remove${removals.proven ? '' : ' (fewer were not ruled out)'}:`
    : `No removal ${removals.proven ? 'changes the prediction' : 'that changes the prediction was found'} (${removals.tried} tried).`;
  const replaced = replacements.found.map((one) => `  “${one.from}” by “${one.to}” ${becomes(one)}`);
  const none = ['No other wording that makes sense changes the prediction.'];
  return [
    `To change the prediction: ${head}`,
    ...lines,
    ...(replaced.length > 0 ? ['Other words instead:', ...replaced] : none),
    '',
  ].join('\n');
}
