import type { Explanation } from '../../src/shared/explanation';

/**
 * An explanation made by hand: the words between spaces (or those given, in order), with the given scores; others 0.
 */
export function explanationOf(
  text: string,
  cut: readonly string[] = text.split(/\s+/).filter(Boolean),
  scores: Readonly<Record<string, number>> = {},
  changes: Partial<Explanation> = {},
): Explanation {
  let from = 0;
  const words = cut.map((word) => {
    const start = text.indexOf(word, from);
    from = start + word.length;
    return { text: word, start, end: from, score: scores[word] ?? 0, known: true };
  });
  return {
    text,
    language: 'en',
    model: 'en-made-by-hand',
    method: 'gradient-x-input',
    signed: true,
    target: 'positive',
    baseline: 'zero embedding',
    label: 'positive',
    probabilities: { negative: 0.19, positive: 0.81 },
    words,
    milliseconds: 1,
    warnings: [],
    ...changes,
  };
}
