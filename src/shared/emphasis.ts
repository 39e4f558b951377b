import type { Explanation, Label } from './explanation';
import type { Method } from './methods';

/** 0: not marked; 1–4: ever stronger. */
export type EmphasisStep = 0 | 1 | 2 | 3 | 4;

/** How a word is to be marked, the same in the editor, the hover, the panel and the command line. */
export interface Emphasis {
  readonly step: EmphasisStep;
  /** `none`: a saliency, which has no direction. */
  readonly direction: 'for' | 'against' | 'none';
  /** 1 = the most important; by |score| where the method is signed, else by score; equals in text order. */
  readonly rank: number;
}

/** Lower bounds of steps 1–4, as parts of the largest |score| of the text. */
export const STEP_BOUNDS = [0.1, 0.25, 0.5, 0.75] as const;

/** In a text of more words its strongest phrases are highlighted, however much stronger the first one is. */
const LONG_TEXT = 60;
/** Steps of the strongest phrases of a long text, from the first on. */
const STEPS_BY_RANK: readonly EmphasisStep[] = [4, 4, 3, 3, 2, 2, 2, 2];
/** What moves the target's log-odds less, its odds by some 5 %, does not stand out. */
const LEAST_LOGIT = 0.05;

/**
 * One emphasis a word, in text order. Of an explanation by phrases a phrase is one highlight: its words have its step and
 * direction, and rank within it by their own scores.
 */
export function emphasise(explanation: Pick<Explanation, 'words' | 'signed' | 'method' | 'phrases'>): Emphasis[] {
  const { words, signed, method, phrases } = explanation;
  if (!phrases) return emphasisBySize(words, signed, method);
  const ofPhrases = emphasisBySize(phrases, signed, method).map((emphasis, at) =>
    words.length > LONG_TEXT ? { ...emphasis, step: stepByRank(emphasis.rank, phrases[at].score) } : emphasis,
  );
  // What stands in no phrase scores nothing and comes last.
  const none: Emphasis = { step: 0, direction: signed ? 'for' : 'none', rank: phrases.length + 1 };
  const found = words.map(({ start, end }) => {
    const at = phrases.findIndex((phrase) => phrase.start <= start && end <= phrase.end);
    return at < 0 ? none : ofPhrases[at];
  });
  const size = (word: number) => Math.abs(words[word].score);
  const order = [...words.keys()].sort((a, b) => found[a].rank - found[b].rank || size(b) - size(a) || a - b);
  const ranks = new Map(order.map((word, place) => [word, place + 1]));
  return found.map(({ step, direction }, word) => ({ step, direction, rank: ranks.get(word)! }));
}

function stepByRank(rank: number, score: number): EmphasisStep {
  return Math.abs(score) < LEAST_LOGIT ? 0 : (STEPS_BY_RANK[rank - 1] ?? 0);
}

/** By the parts of the largest one. */
function emphasisBySize(words: readonly { readonly score: number }[], signed: boolean, method: Method): Emphasis[] {
  const weights = words.map(({ score }) => (signed ? Math.abs(score) : score));
  const largest = standsOut(weights, method) ? Math.max(...weights) : Infinity;
  const order = weights.map((_, word) => word).sort((a, b) => weights[b] - weights[a] || a - b);
  const ranks = new Map(order.map((word, place) => [word, place + 1]));
  return words.map(({ score }, word) => ({
    step: stepOf(weights[word] / largest),
    direction: !signed ? 'none' : score < 0 ? 'against' : 'for',
    rank: ranks.get(word)!,
  }));
}

function stepOf(ratio: number): EmphasisStep {
  return STEP_BOUNDS.filter((bound) => ratio >= bound).length as EmphasisStep;
}

/**
 * Whether any word stands out at all; else nothing is marked.
 *
 * - state distance: the largest word carries 5 % of the way or more (shares of 1);
 * - attention, and attention × norm: the largest word has at least 1.5 times the even share, or is alone: attention spread evenly over a
 *   long text has small shares, and an even spread of a short one has large ones;
 * - methods in logits: the largest word moves the target's log-odds by 0.05, its odds by some 5 %.
 */
function standsOut(weights: readonly number[], method: Method): boolean {
  const largest = Math.max(0, ...weights);
  if (method !== 'attention' && method !== 'attention-x-norm') return largest >= LEAST_LOGIT;
  const read = weights.filter((weight) => weight > 0).length;
  return read === 1 || largest * read >= 1.5;
}

/**
 * The sentiment a word pushes to, for its colour: the target if it speaks for it, else the label that the target is
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

/** On which side of its model's list (from bad to good) a label stands: the three hues that there are. */
export function toneOf(
  explanation: Pick<Explanation, 'probabilities'>,
  label: Label,
): 'negative' | 'neutral' | 'positive' {
  const labels = Object.keys(explanation.probabilities);
  const side = labels.indexOf(label) - (labels.length - 1) / 2;
  return side < 0 ? 'negative' : side > 0 ? 'positive' : 'neutral';
}
