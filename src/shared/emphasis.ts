import type { Explanation, Label } from './explanation';
import { highlightsOf, type Density, type EmphasisStep, type Highlight, type Highlighted } from './highlights';

/** How a word is to be highlighted, the same in the editor, the hover, the panel and the command line. */
export interface Emphasis {
  readonly step: EmphasisStep;
  /** `none`: a saliency, which has no direction. */
  readonly direction: 'for' | 'against' | 'none';
  /**
   * 1 = the most important; by the size of its phrase where the method scores phrases, then by its own; equals in text
   * order. Signs, numbers and words out of vocabulary come last.
   */
  readonly rank: number;
}

/**
 * One emphasis for each word, in text order. Where the method scores phrases, a phrase is one highlight: its words have
 * its step and direction, and rank within it by their own scores.
 */
export function emphasise(explanation: Highlighted, density: Density = 'default'): Emphasis[] {
  return emphasisOf(explanation, highlightsOf(explanation, density));
}

/** The same as `emphasise`, for highlights that were already worked out. */
export function emphasisOf(
  { words, signed }: Pick<Highlighted, 'words' | 'signed'>,
  highlights: readonly Highlight[],
): Emphasis[] {
  const found = new Map(
    highlights.flatMap((unit) =>
      Array.from({ length: unit.to - unit.from }, (_, at) => [unit.from + at, unit] as const),
    ),
  );
  const place = (word: number): number => found.get(word)?.rank ?? Infinity;
  const size = (word: number): number => (signed ? Math.abs(words[word].score) : words[word].score);
  const order = [...words.keys()].sort((a, b) => compare(place(a), place(b)) || size(b) - size(a) || a - b);
  const ranks = new Map(order.map((word, at) => [word, at + 1]));
  return words.map((_, word) => {
    const unit = found.get(word);
    const shown = unit !== undefined && unit.first <= word && word < unit.last;
    return {
      step: shown ? unit.step : 0,
      direction: unit?.direction ?? (signed ? 'for' : 'none'),
      rank: ranks.get(word)!,
    };
  });
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

/**
 * The sentiment a word pushes to, for its colour: the target if it supports it, else the label that the target is
 * compared with, else the likeliest other one.
 * `undefined` for saliencies, which push nowhere.
 */
export function pushesTo(explanation: Explanation, direction: Emphasis['direction']): Label | undefined {
  if (direction === 'none') return undefined;
  if (direction === 'for') return explanation.target;
  if (explanation.against !== undefined) return explanation.against;
  const others = Object.entries(explanation.probabilities).filter(([label]) => label !== explanation.target);
  return others.reduce((likeliest, other) => (other[1] > likeliest[1] ? other : likeliest))[0];
}
