import { emphasise, pushesTo } from '../shared/emphasis';
import type { Explanation } from '../shared/explanation';

/** A word that stands out, as tables and reports name it. */
export interface StrongWord {
  readonly text: string;
  readonly score: number;
  readonly direction: 'for' | 'against' | 'none';
  /** The label that it pushes to; undefined of methods without direction. */
  readonly pushes?: string;
}

/** The words that stand out most, strongest first; none where nothing does. */
export function strongestWords(explanation: Explanation, most: number): StrongWord[] {
  const emphasis = emphasise(explanation);
  return explanation.words
    .map(({ text, score }, i) => ({ text, score, ...emphasis[i] }))
    .filter(({ step }) => step > 0)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ text, score, direction }) => ({ text, score, direction, pushes: pushesTo(explanation, direction) }));
}
