import type { Counterfactual, Counterfactuals, Replacement } from '../../shared/studies';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { capitalised, fill, fixed, signed } from './format';
import { labelName } from './names';
import type { PanelModel } from './reading';
import { wholeNumber } from './studies';
import type { Table } from './tables';

/** A change that flips the prediction, as the page shows it. */
export interface Change {
  readonly list: 'removals' | 'replacements';
  /** Into that list. */
  readonly index: number;
  readonly words: readonly number[];
  /** Instead of the words; left out: they go. */
  readonly to?: string;
  readonly label: string;
  /** Probability of that label after the change. */
  readonly probability: number;
  /** Probability of the prediction as it is, and after the change. */
  readonly now: number;
  readonly after: number;
}

/** So many at most. */
const SHOWN = 3;

/** What a person would write first, the most natural first; then the fewest words to remove. */
export function changesOf({ label, probabilities, removals, replacements }: Counterfactuals): readonly Change[] {
  const made = (list: Change['list']) => (found: Counterfactual | Replacement, index: number) => ({
    list,
    index,
    words: found.words,
    ...('to' in found && found.to !== '' && { to: found.to }),
    label: found.label,
    probability: found.probabilities[found.label],
    now: probabilities[label],
    after: found.probabilities[label],
  });
  return [...replacements.found.map(made('replacements')), ...removals.found.map(made('removals'))].slice(0, SHOWN);
}

/** `“wonderful” → “dull”`, `remove “wonderful” “tears”`. */
export function changeText(reading: PanelModel, change: Change, strings: PageStrings): string {
  const quoted = (text: string) => fill(strings.quoted, text);
  const old = change.words.map((word) => quoted(reading.words[word].text)).join(' ');
  return change.to === undefined ? fill(strings.removeWords, old) : fill(strings.replaceBy, old, quoted(change.to));
}

/** The finding of the section. */
export function changesFinding(reading: PanelModel, found: Counterfactuals, strings: PageStrings): string {
  const [first] = changesOf(found);
  if (!first) return fill(strings.changesNone, labelName(found.label, strings));
  const label = labelName(first.label, strings);
  const quoted = (text: string) => fill(strings.quoted, text);
  const old = first.words.map((word) => quoted(reading.words[word].text));
  if (first.to !== undefined) {
    const [one] = old;
    return old.length === 1
      ? fill(strings.changesOne, one, quoted(first.to), label)
      : fill(strings.changesSeveral, old.join(' '), quoted(first.to), label);
  }
  return fill(
    strings.changesRemove,
    old.reduce((list, word) => fill(strings.and, list, word)),
    label,
  );
}

/** What was tried, and what that proves. */
export function changesNotes({ removals, replacements }: Counterfactuals, strings: PageStrings): readonly string[] {
  const tried = wholeNumber(removals.tried);
  const [first] = removals.found;
  const proven = first?.words.length === 1 ? strings.provenOne : strings.provenMany;
  const onRemovals = first
    ? fill(removals.proven ? proven : strings.notProven, tried)
    : fill(removals.proven ? strings.noRemoval : strings.noRemovalFound, tried);
  if (replacements.unavailable) return [onRemovals, strings.noVectors];
  if (replacements.found.length > 0) return [onRemovals];
  return [onRemovals, fill(strings.noReplacement, wholeNumber(replacements.tried))];
}

export function changesTable(reading: PanelModel, found: Counterfactuals, strings: PageStrings): Table {
  const label = labelName(found.label, strings);
  return {
    head: [
      strings.change,
      strings.verdictAfter,
      fill(strings.nowP, label),
      fill(strings.afterP, label),
      strings.difference,
    ],
    numeric: [false, false, true, true, true],
    rows: changesOf(found).map((change) => [
      changeText(reading, change, strings),
      `${capitalised(labelName(change.label, strings))} ${fixed(change.probability)}`,
      fixed(change.now),
      fixed(change.after),
      signed(change.after - change.now),
    ]),
  };
}
