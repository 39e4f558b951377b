import type { ModelSummary } from '../../shared/protocol/explainer';
import { sumsOverSentences } from '../../shared/sums';
import { pushesTo, toneOf } from '../../shared/emphasis';
import { STEP_BOUNDS } from '../../shared/highlights';
import type { Explanation } from '../../shared/explanation';
import { wordHighlights } from '../highlights/highlights';
import { warningText } from '../wording/warning-text';
import type { PanelView, Place, WordMark } from '../../shared/protocol/panel';

interface Circumstances {
  readonly id: number;
  readonly place: Place;
  readonly time: string;
  readonly stale: boolean;
  readonly model?: ModelSummary;
}

/** An explanation with all that the page needs to draw it. */
export function panelView(explanation: Explanation, circumstances: Circumstances): PanelView {
  const marks = wordHighlights(explanation).emphasis.map(({ step, direction, rank }): WordMark => {
    const label = pushesTo(explanation, direction);
    return { step, direction, rank, tone: label === undefined ? 'neutral' : toneOf(explanation, label) };
  });
  const labels = Object.keys(explanation.probabilities);
  const standsOut = marks.some(({ step }) => step > 0);
  const { words, signed } = explanation;
  const largest = Math.max(...words.map(({ score }) => (signed ? Math.abs(score) : score)));
  return {
    explanation,
    marks,
    tones: Object.fromEntries(labels.map((label) => [label, toneOf(explanation, label)])),
    bounds: standsOut ? STEP_BOUNDS.map((bound) => bound * largest) : [],
    sentences: sumsOverSentences(explanation),
    warnings: explanation.warnings.map(warningText),
    ...circumstances,
  };
}
