import { METHODS } from './methods';
import type { Explanation } from './explanation';
import { pointsOf, type ScoredExplanation, type Points } from './points';
import { toneOf } from './tone';
import { unitsOf, type Unit } from './units';

/** 0: not highlighted; 1–4: ever stronger. */
export type EmphasisStep = 0 | 1 | 2 | 3 | 4;

/** How many highlights one asks for: the three strongest; the strongest; all that move the prediction. */
export const DENSITIES = ['fewer', 'default', 'more'] as const;
export type Density = (typeof DENSITIES)[number];

/** What an explanation must say for its highlights to be chosen. */
export type Highlighted = ScoredExplanation & Pick<Explanation, 'method'>;

/** A phrase or word with how it is to be shown, the same in the editor, the panel and the command line. */
export interface Highlight extends Unit {
  /** In percentage points; left out of saliencies, which have no direction. */
  readonly points?: number;
  readonly step: EmphasisStep;
  /** The step that it has beside the others of its text, before it is made faint: 3 and 4 are what decided. */
  readonly strength: EmphasisStep;
  /** `none`: a saliency. */
  readonly direction: 'for' | 'against' | 'none';
  /** 1 = the most important of those that can be highlighted; equals in text order; left out of the others. */
  readonly rank?: number;
}

/** The lower bound of step 4 in a text of few words, as a part of the largest one. */
const STRONGEST = 0.75;
/** Those of steps 1–4. */
const STEP_BOUNDS = [0.1, 0.25, 0.5, STRONGEST] as const;

/** What moves the prediction by fewer percentage points is never highlighted. */
const LEAST_POINTS = 3;
/** What is weak beside the strongest shows all the same if it moves the prediction by so many points. */
const CLEAR_POINTS = 8;
/** What moves the prediction by fewer points is no strong highlight, though nothing else in the text moves it more. */
const STRONG_POINTS = 20;
/** What supports a neutral prediction is a fact, no opinion: its highlights are faint, however much they move it. */
const NEUTRAL_MOST = 2;
/** In a text of more words the strongest stand out by their ranks, however much stronger the first one is. */
const LONG_TEXT = 60;
/** So many highlights at each density. */
const MOST: Readonly<Record<Density, number>> = { fewer: 3, default: 8, more: Infinity };
/** A second highlight is of the strongest step, too, if it is so large a part of the first. */
const AS_STRONG = 0.75;
/** Ranks up to which a highlight of a long text has the second strongest step. */
const STRONG_RANKS = 5;

/**
 * The units of an explanation in text order, each with how it is highlighted. In a text of up to 60 words steps go by the
 * size of the largest one; in a longer one by rank: 1 (and 2, if nearly as large) of step 4, up to 5 of step 3, the rest of
 * step 2. Step 1, what is weak
 * beside the strongest, shows at density `more`, and at the others where it is worth eight points or more. Where the
 * strongest of a short text is worth few points, and for what supports a neutral prediction, the same units are highlighted,
 * but faintly.
 *
 * @param points of the explanation, where they are known
 */
export function highlightsOf(
  explanation: Highlighted,
  density: Density = 'default',
  points: Points | undefined = pointsOf(explanation),
): Highlight[] {
  const { words, signed } = explanation;
  const units = unitsOf(explanation);
  const ofUnits =
    points && units.map(({ from, to }) => points.words.slice(from, to).reduce((sum, word) => sum + word, 0));
  const weights = units.map(({ score, telling, grammatical }, at) => {
    if (!telling || grammatical) return 0;
    return ofUnits ? Math.abs(ofUnits[at]) : Math.max(0, score);
  });
  const ranked = [...units.keys()].filter((at) => units[at].telling).sort((a, b) => weights[b] - weights[a] || a - b);
  const ranks = new Map(ranked.map((at, place) => [at, place + 1]));
  const sizes = ranked.map((at) => weights[at]);
  const clear = ofUnits && explanation.baseProbability !== undefined ? CLEAR_POINTS : Infinity;
  const least = leastOf(explanation, units, weights);
  const strong = clear === Infinity ? 0 : STRONG_POINTS;
  const steps = stepsByRank(sizes, words.length > LONG_TEXT, density, { least, clear, strong });
  const most = isNeutral(explanation) ? NEUTRAL_MOST : 4;
  return units.map((unit, at) => {
    const rank = ranks.get(at);
    const side = unit.score < 0 ? 'against' : 'for';
    const { step, strength } = rank === undefined ? NOT_HIGHLIGHTED : steps[rank - 1];
    return {
      ...unit,
      ...(ofUnits && { points: ofUnits[at] }),
      step: faint(step, side === 'for' ? most : 4),
      strength,
      direction: signed ? side : 'none',
      ...(rank !== undefined && { rank }),
    };
  });
}

/** Whether words that support the target say that a text has no sentiment. */
function isNeutral({ signed, probabilities, target, against }: Highlighted): boolean {
  return signed && against === undefined && toneOf({ probabilities }, target) === 'neutral';
}

/**
 * Why the highlights of an explanation are faint: it is what supports a neutral prediction, or the strongest phrase of a
 * short text is worth fewer than 15 points. Undefined where they are not, or there are none.
 */
export function faintnessOf(
  explanation: Highlighted,
  highlights: readonly Pick<Highlight, 'step' | 'direction'>[],
): 'neutral' | 'few' | undefined {
  const shown = highlights.filter(({ step }) => step > 0);
  if (isNeutral(explanation) && shown.some(({ direction }) => direction === 'for')) return 'neutral';
  return shown.length > 0 && shown.every(({ step }) => step < 4) ? 'few' : undefined;
}

/** The two steps of a highlight: as it is shown, and beside the others of its text. */
type Steps = Pick<Highlight, 'step' | 'strength'>;

const NOT_HIGHLIGHTED: Steps = { step: 0, strength: 0 };

const faint = (step: EmphasisStep, most: EmphasisStep): EmphasisStep => (step > most ? most : step);

/** How large a unit must be … */
interface Bounds {
  /** … to be highlighted at all; */
  readonly least: number;
  /** … to be highlighted however weak it is beside the strongest; */
  readonly clear: number;
  /** … for the strongest step in a short text. */
  readonly strong: number;
}

/** @param sizes from the largest on */
function stepsByRank(
  sizes: readonly number[],
  long: boolean,
  density: Density,
  { least, clear, strong }: Bounds,
): Steps[] {
  return sizes.map((size, place) => {
    if (size < least || size === 0 || place >= MOST[density]) return NOT_HIGHLIGHTED;
    const part = size / sizes[0];
    const strength = long ? longStep(place + 1, part) : shortStep(part);
    if (long) return { step: strength, strength };
    if (strength <= 1) return density === 'more' || size >= clear ? { step: 1, strength: 1 } : NOT_HIGHLIGHTED;
    // What is written as “+15” counts as 15.
    const written = Math.round(size) === STRONGEST * strong ? Math.max(size, STRONGEST * strong) : size;
    return { step: faintStep(written / Math.max(sizes[0], strong)), strength };
  });
}

function longStep(rank: number, part: number): EmphasisStep {
  if (rank === 1 || (rank === 2 && part >= AS_STRONG)) return 4;
  if (rank <= STRONG_RANKS) return 3;
  return rank <= MOST.default ? 2 : 1;
}

const faintStep = (part: number): EmphasisStep => Math.max(1, shortStep(part)) as EmphasisStep;

function shortStep(part: number): EmphasisStep {
  return STEP_BOUNDS.filter((bound) => part >= bound).length as EmphasisStep;
}

/**
 * How large a unit must be to be highlighted.
 *
 * - scores that add up from the empty text: three percentage points of probability;
 * - others with a sign, whose sum stands for no difference: the largest moves the log-odds by 0.05, the odds by some 5 %;
 * - state distance and rationale extraction: the largest carries 5 % of the way or more (shares of 1);
 * - attention, and attention × norm: the largest has at least 1.5 times the even share, or is alone: attention spread evenly
 *   over a long text has small shares, and an even spread of a short one has large ones.
 */
function leastOf({ signed, method, baseProbability }: Highlighted, units: readonly Unit[], weights: readonly number[]) {
  if (signed && baseProbability !== undefined) return LEAST_POINTS;
  const telling = units.filter((unit) => unit.telling).map(({ score }) => (signed ? Math.abs(score) : score));
  const largest = Math.max(0, ...telling);
  if (!METHODS[method].sharedOut) return largest >= 0.05 ? 0 : Infinity;
  const read = weights.filter((weight) => weight > 0).length;
  return read === 1 || largest * read >= 1.5 ? 0 : Infinity;
}
