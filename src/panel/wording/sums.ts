import type { PageStrings } from '../../shared/strings/explanation-page';
import { fill } from './format';
import type { PanelModel } from './reading';
import type { Table } from './tables';

/** Words next to one another: the first, and the one behind the last. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** Whether the scores of the method do not add up to the prediction, so that a sum of them only ranks. */
export function isRanking({ view: { explanation } }: PanelModel): boolean {
  return explanation.signed && explanation.completeness === undefined;
}

/** What the words of a phrase are worth together: `“moved me to tears” (4 words): +1.39; for +1.39, against 0.00`. */
export function phraseSum({ view, words, unit }: PanelModel, { from, to }: WordRange, strings: PageStrings): string {
  const those = words.slice(from, to);
  const text = view.explanation.text.slice(those[0].start, those[those.length - 1].end).replace(/\s+/g, ' ');
  const sum = (scores: readonly number[]) => scores.reduce((total, score) => total + score, 0);
  const scores = those.map(({ score }) => score);
  const quoted = fill(strings.quoted, text);
  const total = unit.spoken(sum(scores));
  const said =
    those.length === 1 ? fill(strings.phraseOne, quoted, total) : fill(strings.phraseMany, quoted, those.length, total);
  if (!view.explanation.signed || those.length === 1) return said;
  const [pro, contra] = [scores.filter((score) => score > 0), scores.filter((score) => score < 0)].map(sum);
  return fill(strings.leadBoth, said, fill(strings.phraseSides, unit.spoken(pro), unit.spoken(contra)));
}

export function sumsTable({ view, unit }: PanelModel, strings: PageStrings): Table {
  const { sentences, explanation } = view;
  const head = [strings.position, strings.sentence, `${strings.sumTotal} (${unit.title})`];
  return {
    head: explanation.signed ? [...head, strings.for, strings.against] : head,
    numeric: [true, false, true, true, true],
    rows: sentences.map(({ start, end, score, for: pro, against }, index) => {
      const row = [String(index + 1), explanation.text.slice(start, end).trim(), unit.figure(score)];
      return explanation.signed ? [...row, unit.figure(pro), unit.figure(against)] : row;
    }),
  };
}
