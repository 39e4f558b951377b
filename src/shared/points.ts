import type { Explanation } from './explanation';

/** The parts of an explanation that converting its scores to percentage points needs. */
export type ScoredExplanation = Pick<
  Explanation,
  'words' | 'phrases' | 'signed' | 'probabilities' | 'target' | 'against' | 'baseProbability'
>;

/**
 * Contributions in percentage points of the target's probability (1 = 1 %). They add up from the probability of an empty
 * text to that of the text, where both are known.
 */
export interface Points {
  /** The target's probability for an empty text, 0–1; left out if the scores do not start there. */
  readonly from?: number;
  /** The target's probability, 0–1; of one label rather than another: its share of the two. */
  readonly to: number;
  /** One number for each word; the words of a phrase share its points in the same proportion as its score. */
  readonly words: readonly number[];
  /** One number for each phrase, where the method scores phrases. */
  readonly phrases?: readonly number[];
}

/** How far the log-odds that scores add up to may differ from those of the two probabilities, as a factor either way. */
const LARGEST_SCALE = 5;
/** Up to so many parts, all subsets are computed. */
const EXACT = 8;
/** Gauss–Legendre nodes and weights on 0–1. */
const NODES = [
  [0.0198550718, 0.0506142681],
  [0.1016667613, 0.1111905172],
  [0.2372337950, 0.1568533229],
  [0.4082826788, 0.1813418917],
  [0.5917173212, 0.1813418917],
  [0.7627662050, 0.1568533229],
  [0.8983332387, 0.1111905172],
  [0.9801449282, 0.0506142681],
] as const; // prettier-ignore

/**
 * Scores read in percentage points: how much each part changes the target's probability on average over all orders in
 * which the parts could come, when log-odds add up as the scores say. A point is worth less where the prediction is sure
 * anyway, so points are bounded where log-odds are not; signs stay those of the scores, and so does the order of the parts
 * of one side.
 *
 * Formula: the Shapley values of σ(b + Σ s), exact for up to eight parts. Of more, as an integral over the part t of what
 * is there already (Owen 1972), whose sum is taken as normal with the right mean and variance, E σ(N(m, v)) ≈
 * σ(m / √(1 + πv/8)) (MacKay 1992); what that misses of the sum is shared out by size.
 *
 * @returns undefined for saliencies, which have no direction
 */
export function pointsOf(explanation: ScoredExplanation): Points | undefined {
  const { words, phrases, signed } = explanation;
  if (!signed) return undefined;
  const scores = (phrases ?? words).map(({ score }) => score);
  const to = shareOfTarget(explanation);
  const sum = scores.reduce((total, score) => total + score, 0);
  const { scale, from } = scaleOf(explanation, to, sum);
  const start = from ?? logistic(logOdds(to) - sum * scale);
  const parts = averageSteps(
    scores.map((score) => score * scale),
    logOdds(start),
    to - start,
  ).map((share) => share * 100);
  const common = { to, ...(from !== undefined && { from }) };
  if (!phrases) return { ...common, words: parts };
  return { ...common, words: wordPoints(explanation, parts), phrases: parts };
}

/** Points as they are written, without their unit: `+17`, `−8`, `0`. */
export function pointsText(points: number): string {
  const whole = Math.round(Math.abs(points));
  return whole === 0 ? '0' : `${points < 0 ? '−' : '+'}${whole}`;
}

/** The probability that the scores are about. */
export function shareOfTarget({
  probabilities,
  target,
  against,
}: Pick<Explanation, 'probabilities' | 'target' | 'against'>): number {
  const own = probabilities[target];
  return against === undefined ? own : own / (own + probabilities[against] || 1);
}

/** How many log-odds of the calibrated probability one unit of score is worth. */
function scaleOf({ baseProbability }: ScoredExplanation, to: number, sum: number): { scale: number; from?: number } {
  if (baseProbability === undefined) return { scale: 1 };
  const scale = (logOdds(to) - logOdds(baseProbability)) / sum;
  // Scores that nearly cancel out say nothing about the scale.
  return scale > 1 / LARGEST_SCALE && scale < LARGEST_SCALE ? { scale, from: baseProbability } : { scale: 1 };
}

/** The mean change of probability by each part; they sum to `total`. */
function averageSteps(parts: readonly number[], start: number, total: number): number[] {
  const telling = parts.filter((part) => part !== 0);
  const steps = telling.length <= EXACT ? exactSteps(telling, start) : approximateSteps(telling, start);
  const found = steps.reduce((all, step) => all + step, 0);
  const sizes = steps.reduce((all, step) => all + Math.abs(step), 0);
  let at = 0;
  return parts.map((part) => {
    if (part === 0) return 0;
    const step = steps[at++];
    return step + ((total - found) * Math.abs(step)) / sizes;
  });
}

/** Sums and probabilities of all sets of parts, written again for each text: many rows are read one after the other. */
const SETS = { sums: new Float64Array(1 << EXACT), values: new Float64Array(1 << EXACT) } as const;
const SIZES = Uint8Array.from({ length: 1 << EXACT }, (_, set) => set.toString(2).replaceAll('0', '').length);
/** 1 / (n · (n − 1 over size)), by n and size. */
const WEIGHTS = Array.from({ length: EXACT + 1 }, (_, count) =>
  Float64Array.from({ length: count }, (__, size) => {
    let chosen = 1;
    for (let i = 0; i < size; i++) chosen = (chosen * (count - 1 - i)) / (i + 1);
    return 1 / (count * chosen);
  }),
);

/** By every set of the other parts, weighed by how many orders have it before this one. */
function exactSteps(parts: readonly number[], start: number): number[] {
  const count = parts.length;
  const sets = 1 << count;
  const { sums, values } = SETS;
  sums[0] = 0;
  // Each set with this part is one without it, which is there already, and the part.
  for (let at = 0; at < count; at++)
    for (let set = 0; set < 1 << at; set++) sums[set + (1 << at)] = sums[set] + parts[at];
  for (let set = 0; set < sets; set++) values[set] = logistic(start + sums[set]);
  const weights = WEIGHTS[count];
  return parts.map((_, at) => {
    const own = 1 << at;
    let mean = 0;
    for (let set = own; set < sets; set++)
      if (set & own) mean += weights[SIZES[set] - 1] * (values[set] - values[set ^ own]);
    return mean;
  });
}

function approximateSteps(parts: readonly number[], start: number): number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  const squares = parts.reduce((all, part) => all + part * part, 0);
  return parts.map((part) =>
    NODES.reduce((mean, [there, weight]) => {
      const before = start + there * (sum - part);
      const spread = Math.sqrt(1 + (Math.PI / 8) * there * (1 - there) * Math.max(0, squares - part * part));
      return mean + weight * (logistic((before + part) / spread) - logistic(before / spread));
    }, 0),
  );
}

function wordPoints({ words, phrases = [] }: ScoredExplanation, points: readonly number[]): number[] {
  let at = 0;
  return words.map(({ start, end, score }) => {
    while (at < phrases.length - 1 && phrases[at].end <= start) at++;
    const phrase = phrases.at(at);
    const inside = phrase !== undefined && phrase.start <= start && end <= phrase.end && phrase.score !== 0;
    return inside ? (points[at] * score) / phrase.score : 0;
  });
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The log-odds of a probability, which is limited to what six digits can express. */
function logOdds(probability: number): number {
  const within = Math.min(1 - 1e-6, Math.max(1e-6, probability));
  return Math.log(within / (1 - within));
}
