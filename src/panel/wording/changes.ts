import type { Counterfactuals, TextEdit } from '../../shared/studies';
import type { PageStrings } from '../../shared/strings/explanation-page';
import { capitalised } from '../../shared/strings/capitalised';
import { fill } from './format';
import { labelName } from './names';
import type { ShownExplanation } from './reading';
import { fromTo, inPercent, wholeNumber } from './studies';
import type { Table } from './tables';

/** A change that flips the prediction, as the page shows it. */
export interface FlippingChange {
  /** Index into the replacements. */
  readonly index: number;
  readonly words: readonly number[];
  readonly edits: readonly TextEdit[];
  /** What comes instead of the words, of several places parted by ` … `; left out: words go. */
  readonly to?: string;
  readonly label: string;
  /** Probability of that label after the change. */
  readonly probability: number;
  /** Probability of the prediction as it is, and after the change. */
  readonly now: number;
  readonly after: number;
}

/** At most so many changes are shown. */
const SHOWN = 3;

/**
 * The changes to suggest, the most natural first. Removals of the fewest words are none: what they leave is seldom a
 * sentence (`the jacket is at keeping the rain in`), so they are told as a finding and not offered.
 */
export function suggestedChanges({ label, probabilities, replacements }: Counterfactuals): readonly FlippingChange[] {
  return replacements.found.slice(0, SHOWN).map((found, index) => ({
    index,
    words: found.words,
    edits: found.edits,
    ...(found.to !== '' && { to: found.to }),
    label: found.label,
    probability: found.probabilities[found.label],
    now: probabilities[label],
    after: found.probabilities[label],
  }));
}

/** `“wonderful” → “dull”`, `Remove “wonderful” and “tears”`, `Insert “not”`. */
export function changeText(shown: ShownExplanation, change: FlippingChange, strings: PageStrings): string {
  const quoted = (text: string) => fill(strings.quoted, text);
  const words = change.words.map((word) => quoted(shown.words[word].text));
  if (words.length === 0) return fill(strings.insertWords, quoted(change.to ?? ''));
  if (change.to === undefined) {
    return fill(
      strings.removeWords,
      words.reduce((list, word) => fill(strings.and, list, word)),
    );
  }
  const { from, to } = replacedIn(shown, change);
  return fill(strings.replaceBy, quoted(from), quoted(to));
}

/** `but … wonderful` → `and … dull`: edits that touch are one, and a comma that stays is none. */
function replacedIn(
  { view, words: all }: ShownExplanation,
  { edits, words }: FlippingChange,
): { readonly from: string; readonly to: string } {
  const { text } = view.explanation;
  const places = touching(edits).map(({ start, end, newText }) => [text.slice(start, end), newText]);
  const [from, to] = [0, 1].map((side) =>
    places
      .map((pair) => pair[side].replace(OUTER_MARKS, ''))
      .filter((part) => part !== '')
      .join(' … '),
  );
  return { from: from || words.map((word) => all[word].text).join(' '), to };
}

/** Spaces and marks at the ends of what goes or comes. */
const OUTER_MARKS = /^[\s,，、;；]+|[\s,，、;；]+$/gu;

/** In text order, those that nothing stands between as one. */
function touching(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...edits]
    .sort((a, b) => a.start - b.start)
    .reduce<TextEdit[]>((all, edit) => {
      const last = all.at(-1);
      if (last?.end !== edit.start) return [...all, edit];
      return [...all.slice(0, -1), { start: last.start, end: edit.end, newText: last.newText + edit.newText }];
    }, []);
}

/** The finding of the section. */
export function changesFinding(shown: ShownExplanation, found: Counterfactuals, strings: PageStrings): string {
  const [first] = suggestedChanges(found);
  if (!first)
    return removalFinding(shown, found, strings) ?? fill(strings.changesNone, labelName(found.label, strings));
  const after = [labelName(first.label, strings), inPercent(first.probability, strings)] as const;
  const quoted = (text: string) => fill(strings.quoted, text);
  if (first.to === undefined) return withoutWords(shown, first.words, after, strings);
  if (first.words.length === 0) return fill(strings.changesInsert, quoted(first.to), ...after);
  const { from, to } = replacedIn(shown, first);
  return fill(strings.changesReplace, quoted(from), quoted(to), ...after);
}

/** `Without “wonderful” and “tears” it becomes negative (62 %).` Undefined if no removal changes the prediction. */
function removalFinding(
  shown: ShownExplanation,
  { removals }: Counterfactuals,
  strings: PageStrings,
): string | undefined {
  const [first] = removals.found;
  if (!first) return undefined;
  const { words, label, probabilities } = first;
  return withoutWords(shown, words, [labelName(label, strings), inPercent(probabilities[label], strings)], strings);
}

function withoutWords(
  shown: ShownExplanation,
  words: readonly number[],
  after: readonly [label: string, probability: string],
  strings: PageStrings,
): string {
  const names = words.map((word) => fill(strings.quoted, shown.words[word].text));
  return fill(
    strings.changesRemove,
    names.reduce((list, word) => fill(strings.and, list, word)),
    ...after,
  );
}

/** What was tried, and what that proves. */
export function changesNotes(shown: ShownExplanation, found: Counterfactuals, strings: PageStrings): readonly string[] {
  const { removals, replacements } = found;
  const tried = wholeNumber(removals.tried);
  const [first] = removals.found;
  const proven = first?.words.length === 1 ? strings.provenOne : strings.provenMany;
  const onRemovals = first
    ? fill(removals.proven ? proven : strings.notProven, tried)
    : fill(removals.proven ? strings.noRemoval : strings.noRemovalFound, tried);
  if (replacements.found.length > 0) {
    const removal = removalFinding(shown, found, strings);
    return [removal === undefined ? onRemovals : fill(strings.leadTwo, removal, onRemovals)];
  }
  const { tried: wordings } = replacements;
  return [onRemovals, wordings === 0 ? strings.noWordings : fill(strings.noReplacement, wholeNumber(wordings))];
}

export function changesTable(shown: ShownExplanation, found: Counterfactuals, strings: PageStrings): Table {
  const label = labelName(found.label, strings);
  return {
    head: [strings.change, strings.predictionAfter, fill(strings.probabilityOf, label)],
    numeric: [false, false, false],
    rows: suggestedChanges(found).map((change) => [
      changeText(shown, change, strings),
      `${capitalised(labelName(change.label, strings))} ${inPercent(change.probability, strings)}`,
      fromTo(change.now, change.after, strings),
    ]),
  };
}

/** A stretch of the text around a change: what stays, what goes and what comes. */
export interface ChangePart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Languages that are written without spaces. */
const HAN = /^\p{Script=Han}/u;
/** So many characters are shown beside a change. */
const AROUND = 28;

/** The text around the edits, in parts; `…` stands for what is left out. */
export function changeParts(text: string, edits: readonly TextEdit[]): readonly ChangePart[] {
  const parts: ChangePart[] = [];
  let at = 0;
  touching(edits).forEach(({ start, end, newText }, index) => {
    const between = text.slice(at, start);
    parts.push({ kind: 'same', text: index === 0 ? tail(between) : middle(between) });
    const gone = text.slice(start, end);
    // “is” → “is not”: “is” stays, “not” comes.
    if (gone !== '' && newText.startsWith(gone)) {
      parts.push({ kind: 'same', text: gone }, { kind: 'new', text: newText.slice(gone.length) });
    } else if (gone !== '' && newText.endsWith(gone)) {
      parts.push({ kind: 'new', text: newText.slice(0, -gone.length) }, { kind: 'same', text: gone });
    } else {
      if (gone.trim() !== '') parts.push({ kind: 'gone', text: gone });
      if (newText.trim() !== '')
        parts.push({ kind: 'new', text: `${gone.trim() !== '' && !HAN.test(newText) ? ' ' : ''}${newText}` });
    }
    at = end;
  });
  parts.push({ kind: 'same', text: head(text.slice(at)) });
  return parts.filter((part) => part.text !== '').map((part) => ({ ...part, text: part.text.replace(/\s+/g, ' ') }));
}

function tail(text: string): string {
  if (text.length <= AROUND) return text;
  const cut = text.slice(-AROUND);
  return `… ${/^\s?\p{Script=Han}/u.test(cut) ? cut : cut.replace(/^\S*\s/u, '')}`;
}

function head(text: string): string {
  if (text.length <= AROUND) return text;
  const cut = text.slice(0, AROUND);
  return `${/\p{Script=Han}/u.test(cut) ? cut : cut.replace(/\s\S*$/u, '')} …`;
}

const middle = (text: string): string =>
  text.length <= 2 * AROUND ? text : `${head(text).replace(/ …$/, '')} … ${tail(text).replace(/^… /, '')}`;

/** The whole text with the edits made. */
export function editedText(text: string, edits: readonly TextEdit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((edited, { start, end, newText }) => edited.slice(0, start) + newText + edited.slice(end), text);
}
