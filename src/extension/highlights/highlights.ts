import { emphasisOf, pushesTo, type Emphasis } from '../../shared/emphasis';
import { toneOf, type Tone } from '../../shared/tone';
import type { Explanation } from '../../shared/explanation';
import { highlightsOf, type Density, type Highlight } from '../../shared/highlights';
import { pointsOf, type Points } from '../../shared/points';
import { markSettings } from '../activate/settings';

export const TONES: readonly Tone[] = ['positive', 'negative', 'neutral'];
export const STEPS = [1, 2, 3, 4] as const;
export const SIDES = ['for', 'against'] as const;

/** One of the 24 ways a phrase is highlighted; saliencies take the grey of `neutral`, always solid. */
export interface Mark {
  readonly tone: Tone;
  readonly step: (typeof STEPS)[number];
  readonly side: (typeof SIDES)[number];
}

/** A phrase or word that is highlighted. */
export interface ShownHighlight extends Highlight {
  readonly mark: Mark;
  readonly rank: number;
}

/** What an explanation says of its words, worked out once. */
export interface WordHighlights {
  readonly emphasis: readonly Emphasis[];
  /** One entry a word; undefined: not highlighted. */
  readonly marks: readonly (Mark | undefined)[];
  /** All units of the text, also those that are not highlighted, in text order. */
  readonly highlights: readonly Highlight[];
  /** What is highlighted, in text order. */
  readonly shown: readonly ShownHighlight[];
  /** Undefined of saliencies, which have no direction. */
  readonly points: Points | undefined;
}

const readings: Readonly<Record<Density, WeakMap<Explanation, WordHighlights>>> = {
  fewer: new WeakMap(),
  default: new WeakMap(),
  more: new WeakMap(),
};

/** @param density left out: as the setting has it */
export function wordHighlights(explanation: Explanation, density: Density = markSettings().density): WordHighlights {
  const known = readings[density].get(explanation);
  if (known) return known;
  const points = pointsOf(explanation);
  const highlights = highlightsOf(explanation, density, points);
  const emphasis = emphasisOf(explanation, highlights);
  const reading = {
    emphasis,
    marks: emphasis.map((each) => markOf(explanation, each)),
    highlights,
    shown: highlights.flatMap((highlight) => {
      const mark = markOf(explanation, highlight);
      return mark && highlight.rank !== undefined ? [{ ...highlight, rank: highlight.rank, mark }] : [];
    }),
    points,
  };
  readings[density].set(explanation, reading);
  return reading;
}

/** What is highlighted, the strongest first. */
export function strongestFirst(explanation: Explanation): ShownHighlight[] {
  return [...wordHighlights(explanation).shown].sort((a, b) => a.rank - b.rank);
}

/** The highlight that a word stands in. */
export function highlightAt(explanation: Explanation, word: number): ShownHighlight | undefined {
  return wordHighlights(explanation).shown.find(({ first, last }) => first <= word && word < last);
}

/** The text of a highlight, as it stands in the explained text. */
export function textOf({ text, words }: Explanation, { first, last }: Pick<Highlight, 'first' | 'last'>): string {
  return text.slice(words[first].start, words[last - 1].end);
}

/** Whether anything is highlighted at all. @param density handed on where many texts are painted: settings are slow to read */
export function hasHighlights(explanation: Explanation, density?: Density): boolean {
  return wordHighlights(explanation, density).shown.length > 0;
}

export function markKey({ tone, step, side }: Mark): string {
  return `${tone}.${step}.${side}`;
}

function markOf(explanation: Explanation, { step, direction }: Pick<Emphasis, 'step' | 'direction'>): Mark | undefined {
  if (step === 0) return undefined;
  const label = pushesTo(explanation, direction);
  const tone = label === undefined ? 'neutral' : toneOf(explanation, label);
  return { tone, step, side: direction === 'against' ? 'against' : 'for' };
}
