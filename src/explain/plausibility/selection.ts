/** What a choice of words has in common with a rationale, for one text. */
export interface Selection {
  /** F1 over the words. */
  readonly tokenF1: number;
  /** Share of the chosen runs that match a run of the rationale, and the other way round. */
  readonly runPrecision: number;
  readonly runRecall: number;
}

/** A run matches another where the words in both are at least this part of the words in either. */
const MATCH = 0.5;

/** At least one word must be chosen, and one in the rationale. */
export function selectionOf(chosen: readonly boolean[], truth: readonly boolean[]): Selection {
  const both = chosen.filter((is, word) => is && truth[word]).length;
  const sizes = [chosen, truth].map((flags) => flags.filter(Boolean).length);
  const [mine, theirs] = [runsOf(chosen), runsOf(truth)];
  const matches = (run: WordRun, others: readonly WordRun[]) => others.some((other) => overlap(run, other) >= MATCH);
  return {
    tokenF1: (2 * both) / (sizes[0] + sizes[1]),
    runPrecision: mine.filter((run) => matches(run, theirs)).length / mine.length,
    runRecall: theirs.filter((run) => matches(run, mine)).length / theirs.length,
  };
}

/** The first `count` words by score, equals in text order. */
export function topWords(scores: readonly number[], count: number): boolean[] {
  const order = scores.map((_, word) => word).sort((a, b) => scores[b] - scores[a] || a - b);
  const first = new Set(order.slice(0, count));
  return scores.map((_, word) => first.has(word));
}

/** `[start, end)` in words. */
export type WordRun = readonly [number, number];

/** Neighbouring words that are chosen. */
export function runsOf(flags: readonly boolean[]): WordRun[] {
  const found: [number, number][] = [];
  flags.forEach((is, word) => {
    if (!is) return;
    const last = found.at(-1);
    if (last?.[1] === word) last[1]++;
    else found.push([word, word + 1]);
  });
  return found;
}

/** Intersection over union: the words in both runs, divided by the words in either. */
export function overlap([a, b]: WordRun, [c, d]: WordRun): number {
  const both = Math.max(0, Math.min(b, d) - Math.max(a, c));
  return both / (b - a + (d - c) - both);
}
