import { emphasise, pushesTo, toneOf, type Emphasis } from '../../shared/emphasis';
import type { Explanation } from '../../shared/explanation';

export const TONES = ['positive', 'negative', 'neutral'] as const;
export const STEPS = [1, 2, 3, 4] as const;
export const SIDES = ['for', 'against'] as const;

export type Tone = (typeof TONES)[number];

/** One of the 24 ways a word is marked; saliencies take the grey of `neutral`, always solid. */
export interface Mark {
  readonly tone: Tone;
  readonly step: (typeof STEPS)[number];
  readonly side: (typeof SIDES)[number];
}

/** What an explanation says of its words, worked out once. */
export interface WordHighlights {
  readonly emphasis: readonly Emphasis[];
  /** One entry a word; undefined: not marked. */
  readonly marks: readonly (Mark | undefined)[];
  /** Indices of the words, the most important first. */
  readonly byRank: readonly number[];
}

const readings = new WeakMap<Explanation, WordHighlights>();

export function wordHighlights(explanation: Explanation): WordHighlights {
  const known = readings.get(explanation);
  if (known) return known;
  const emphasis = emphasise(explanation);
  const reading = {
    emphasis,
    marks: emphasis.map((each) => markOf(explanation, each)),
    byRank: emphasis.map((_, word) => word).sort((a, b) => emphasis[a].rank - emphasis[b].rank),
  };
  readings.set(explanation, reading);
  return reading;
}

/** Whether any word is highlighted at all. */
export function hasHighlights(explanation: Explanation): boolean {
  return wordHighlights(explanation).marks.some((mark) => mark !== undefined);
}

export function markKey({ tone, step, side }: Mark): string {
  return `${tone}.${step}.${side}`;
}

function markOf(explanation: Explanation, { step, direction }: Emphasis): Mark | undefined {
  if (step === 0) return undefined;
  const label = pushesTo(explanation, direction);
  const tone = label === undefined ? 'neutral' : toneOf(explanation, label);
  return { tone, step, side: direction === 'against' ? 'against' : 'for' };
}
