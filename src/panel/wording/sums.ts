import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill } from './format';
import type { ShownExplanation } from './reading';
import type { Table } from './tables';
import { sumOf } from './unit';

/** Words next to one another: the first, and the one after the last. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** True where the method's scores do not add up to the prediction: their sums only show which part matters more. */
export function isRanking({ view: { explanation } }: ShownExplanation): boolean {
  return explanation.signed && explanation.completeness === undefined;
}

/** What the words of a phrase are worth together, in all and to either side. */
function sidesOf({ words, unit }: ShownExplanation, { from, to }: WordRange) {
  const those = words.slice(from, to);
  return {
    total: sumOf(those, unit),
    pro: sumOf(those.filter((word) => unit.value(word) > 0), unit), // prettier-ignore
    contra: sumOf(those.filter((word) => unit.value(word) < 0), unit), // prettier-ignore
  };
}

/** `“moved me to tears” (4 words): +14 points; supporting +14, contradicting 0`. */
export function phraseSum(shown: ShownExplanation, range: WordRange, strings: PageStrings): string {
  const { view, words, unit } = shown;
  const those = words.slice(range.from, range.to);
  const text = view.explanation.text.slice(those[0].start, those[those.length - 1].end).replace(/\s+/g, ' ');
  const { total, pro, contra } = sidesOf(shown, range);
  const quoted = fill(strings.quoted, text);
  const sum = unit.spoken(total);
  const said =
    those.length === 1 ? fill(strings.phraseOne, quoted, sum) : fill(strings.phraseMany, quoted, those.length, sum);
  if (!view.explanation.signed || those.length === 1) return said;
  return fill(strings.leadBoth, said, fill(strings.phraseSides, unit.figure(pro), unit.figure(contra)));
}

/** What a sentence is worth: the sum over its words. */
export const sentenceValue = (shown: ShownExplanation, range: WordRange): number => sidesOf(shown, range).total;

export function sumsTable(shown: ShownExplanation, strings: PageStrings): Table {
  const { view, unit } = shown;
  const { sentences, explanation } = view;
  const head = [strings.position, strings.sentence, `${strings.sumTotal} (${unit.title})`];
  return {
    head: explanation.signed ? [...head, strings.for, strings.against] : head,
    numeric: [true, false, true, true, true],
    rows: sentences.map((sentence, index) => {
      const { total, pro, contra } = sidesOf(shown, sentence);
      const text = explanation.text.slice(sentence.start, sentence.end).trim();
      const row = [String(index + 1), text, unit.figure(total)];
      return explanation.signed ? [...row, unit.figure(pro), unit.figure(contra)] : row;
    }),
  };
}
